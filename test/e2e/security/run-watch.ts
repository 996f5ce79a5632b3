import type { BrowserContext, Page } from '@playwright/test';
import { attackerHost } from './payloads.ts';

/** Watches whether text of the data ever becomes more than text. */
export interface RunWatch {
  /** What happened that must not: scripts, policy reports, dialogs, windows, requests, elements. */
  readonly reports: readonly string[];
}

/**
 * Set before the page is loaded anew: traps stand where payloads reach for them, and every element that comes
 * into the document is looked at.
 */
export async function watchForRuns(context: BrowserContext, origin: string): Promise<RunWatch> {
  const reports: string[] = [];
  await context.exposeBinding('gwReport', (_source, what: string) => {
    reports.push(what);
  });
  await context.addInitScript(layTraps, attackerHost);
  const watchPage = (page: Page): void => {
    page.on('dialog', (dialog) => {
      reports.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('framenavigated', (frame) => {
      if (new URL(frame.url()).origin !== origin) reports.push(`a navigation: ${frame.url()}`);
    });
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/i.test(message.text())) reports.push(message.text());
    });
  };
  context.pages().forEach(watchPage);
  context.on('page', (page) => {
    reports.push(`a window: ${page.url()}`);
    watchPage(page);
  });
  context.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(`${origin}/`) && !address.startsWith(`blob:${origin}/`)) {
      reports.push(`a request: ${address.slice(0, 200)}`);
    }
  });
  return { reports };
}

/** Runs in the page, before any of its scripts. */
function layTraps(host: string): void {
  const page = window as unknown as Record<string, unknown> & { gwReport: (what: string) => void };
  const report = (what: string): void => page.gwReport(what);
  page['gwRan'] = (id: unknown) => report(`a script: payload ${String(id)}`);
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    page[name] = (...values: unknown[]) => report(`${name}(${values.join()})`);
  }
  document.addEventListener('securitypolicyviolation', (violation) => {
    report(`the policy: ${violation.effectiveDirective} ${violation.blockedURI} ${violation.sample}`);
  });

  const forbidden = new Set([
    ...['SCRIPT', 'IFRAME', 'FRAME', 'OBJECT', 'EMBED', 'BASE', 'META', 'LINK', 'MARQUEE', 'VIDEO', 'AUDIO'],
    ...['IMG', 'TEMPLATE', 'FOREIGNOBJECT', 'ANIMATE'],
  ]);
  const isOurs = (element: Element): boolean => {
    const address = element.getAttribute('src') ?? element.getAttribute('href');
    return address !== null && /^(\.|\/assets\/|http:\/\/127\.0\.0\.1:\d+\/assets\/)/.test(address);
  };
  const leads = /javascript:|vbscript:|data:text|gwRan|gw\d+x/i;
  const look = (element: Element): void => {
    if (forbidden.has(element.tagName.toUpperCase()) && !isOurs(element)) {
      // The built page's own head is there before anything else.
      if (document.readyState !== 'loading') report(`an element: ${element.outerHTML.slice(0, 200)}`);
    }
    // Asked of the prototype: markup can put a child in place of `attributes`.
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const value = Element.prototype.getAttribute.call(element, name) ?? '';
      const runs = name.startsWith('on') || name === 'srcdoc' || name === 'style';
      const refers = /^(xlink:)?href$|^src$|^srcset$|^action$|^formaction$|^data$|^poster$|^ping$/.test(name);
      if ((name.startsWith('on') && value !== '') || ((runs || refers) && leads.test(value))) {
        report(`an attribute: ${name}="${value.slice(0, 200)}"`);
      }
      if (refers && value.includes(host)) report(`an address: ${name}="${value.slice(0, 200)}"`);
    }
  };
  new MutationObserver((changes) => {
    for (const { target, type, addedNodes } of changes) {
      if (type === 'attributes' && target instanceof Element) look(target);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        look(node);
        for (const inner of node.querySelectorAll('*')) look(inner);
      }
    }
    if (/gw\d+x/.test(document.title) && !document.title.includes('Groundwork')) {
      report(`the title: ${document.title}`);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

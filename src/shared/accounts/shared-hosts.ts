/** Providers of free mail under one name (EX-3). */
const freeMail = [
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com windowslive.com',
  'icloud.com me.com mac.com aol.com aim.com ymail.com rocketmail.com proton.me protonmail.com pm.me',
  'tutanota.com tuta.io fastmail.com fastmail.fm hey.com zoho.com zohomail.com mail.com email.com usa.com',
  'gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de freenet.de arcor.de posteo.de mailbox.org',
  'orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it',
  'btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com',
  'comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com',
  'shaw.ca rogers.com sympatico.ca telus.net bigpond.com optusnet.com.au xtra.co.nz',
  'mail.ru bk.ru list.ru inbox.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net',
  'qq.com 163.com 126.com sina.com sohu.com foxmail.com yeah.net naver.com daum.net hanmail.net',
  'rediffmail.com uol.com.br bol.com.br terra.com.br wp.pl o2.pl onet.pl interia.pl seznam.cz',
  'bluewin.ch telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl',
  'live.co.uk live.ca live.de live.fr live.it live.nl live.be live.se live.dk live.no live.com.au live.com.mx',
];

/** Hosts on which many organisations have pages: the registrable domain says nothing about which one. */
const sharedHosts = [
  'facebook.com fb.com fb.me linkedin.com twitter.com x.com instagram.com youtube.com youtu.be tiktok.com',
  'pinterest.com xing.com yelp.com tripadvisor.com crunchbase.com wikipedia.org medium.com substack.com',
  'linktr.ee t.me wa.me bit.ly goo.gl g.page g.co tinyurl.com t.co about.me carrd.co',
  'sites.google.com docs.google.com drive.google.com maps.google.com plus.google.com goo.gl business.site',
  'business.google.com googlepages.com withgoogle.com web.app firebaseapp.com appspot.com',
  'blogspot.com blogger.com wordpress.com wpengine.com wpcomstaging.com tumblr.com typepad.com',
  'wixsite.com wix.com editorx.io weebly.com squarespace.com webflow.io webs.com jimdo.com jimdofree.com',
  'jimdosite.com strikingly.com yolasite.com godaddysites.com site123.me ucraft.net mystrikingly.com',
  'webnode.com webnode.page one.com homestead.com angelfire.com tripod.com geocities.com 000webhostapp.com',
  'myshopify.com shopify.com bigcartel.com etsy.com ebay.com square.site bigcommerce.com mybigcommerce.com',
  'github.io github.com gitlab.io gitlab.com bitbucket.io sourceforge.net readthedocs.io',
  'netlify.app vercel.app herokuapp.com pages.dev workers.dev onrender.com fly.dev azurewebsites.net',
  'azurestaticapps.net cloudfront.net amazonaws.com notion.site notion.so hubspotpagebuilder.com',
  'sharepoint.com onmicrosoft.com eventbrite.com meetup.com gofundme.com',
];

/** Providers that have the same name under many endings, e.g. `yahoo.fr`, `hotmail.co.uk`. */
const freeMailBrands = new Set(['yahoo', 'hotmail', 'outlook', 'googlemail', 'ymail', 'gmx']);

const listed = new Set([...freeMail, ...sharedHosts].flatMap((line) => line.split(' ')));

/** True when the host, or a domain above it, is in the lists of free mail and shared hosts. */
export function isListedHost(host: string): boolean {
  const labels = host.split('.');
  return labels.some((_label, index) => listed.has(labels.slice(index).join('.')));
}

export const isFreeMailBrand = (nameWithoutEnding: string): boolean => freeMailBrands.has(nameWithoutEnding);

/** Providers whose domain says nothing about the company of the person who writes. */
const providers = new Set(
  `
  gmail.com googlemail.com yahoo.com ymail.com rocketmail.com myyahoo.com outlook.com
  hotmail.com live.com msn.com passport.com windowslive.com icloud.com me.com mac.com aol.com
  aim.com verizon.net att.net comcast.net sbcglobal.net bellsouth.net cox.net charter.net
  earthlink.net proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.com
  tuta.io fastmail.com fastmail.fm hey.com zoho.com zohomail.com mail.com email.com usa.com
  inbox.com hushmail.com mailbox.org posteo.de gmx.com gmx.de gmx.net gmx.at gmx.ch web.de
  t-online.de freenet.de arcor.de orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr
  libero.it virgilio.it alice.it tiscali.it tin.it btinternet.com sky.com talktalk.net
  ntlworld.com virginmedia.com blueyonder.co.uk telenet.be skynet.be ziggo.nl kpnmail.nl
  planet.nl bluewin.ch telia.com mail.ru bk.ru list.ru inbox.ru yandex.ru yandex.com ya.ru
  rambler.ru ukr.net seznam.cz centrum.cz wp.pl o2.pl onet.pl interia.pl abv.bg qq.com 163.com
  126.com yeah.net sina.com sina.cn sohu.com foxmail.com naver.com daum.net hanmail.net
  docomo.ne.jp ezweb.ne.jp rediffmail.com uol.com.br bol.com.br terra.com.br ig.com.br
  bigpond.com optusnet.com.au shaw.ca rogers.com sympatico.ca telus.net duck.com mailinator.com
  `.split(/\s+/),
)

/** Families with a domain in many countries: yahoo.co.uk, hotmail.fr, outlook.jp, live.nl … */
const families =
  /^(?:yahoo|hotmail|outlook|live|msn|gmx|yandex|zoho|protonmail)\.[a-z]{2,3}(?:\.[a-z]{2})?$/

export function isFreeMail(domain: string): boolean {
  const name = domain.toLowerCase()
  return providers.has(name) || families.test(name)
}

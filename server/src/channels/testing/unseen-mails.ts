import type { ReadMail } from '../parse-mail.ts'

const head =
  'From: Jana <jana@k.example>\nTo: support@acme.example\nSubject: Help\nMessage-ID: <q1@k.example>\nMIME-Version: 1.0\n'
const question = 'QUESTION'
const raw = (text: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(text.replaceAll('\n', '\r\n'), encoding)

/** As programs write them and break them, with what a reader sees: written before they were tried. */
export const mails: readonly (readonly [
  what: string,
  raw: Buffer,
  isRight: (mail: ReadMail) => boolean,
])[] = [
  [
    'nested tables',
    raw(
      head +
        'Content-Type: text/html; charset=utf-8\n\n<table><tr><td>Order</td><td>42</td></tr><tr><td>QUESTION</td><td>why</td></tr></table>',
    ),
    (mail) => /Order.+42\n+.*QUESTION.+why/.test(mail.text),
  ],
  [
    'style and data',
    raw(
      head +
        'Content-Type: text/html; charset=utf-8\n\n<style>p{color:red}</style><img src="data:image/png;base64,' +
        'A'.repeat(200000) +
        '"><p>QUESTION</p>',
    ),
    (mail) => mail.text.includes(question) && !/color:red/.test(mail.text),
  ],
  [
    'utf8 called ascii',
    raw(head + 'Content-Type: text/plain; charset=us-ascii\n\nGrüße QUESTION'),
    (mail) => mail.text.includes('Grüße'),
  ],
  [
    'latin1 no charset',
    raw(head + 'Content-Type: text/plain\n\nGr\u00fc\u00dfe QUESTION', 'latin1'),
    (mail) => mail.text.includes('Grüße'),
  ],
  [
    'cp1252 called utf8',
    Buffer.concat([
      raw(head + 'Content-Type: text/plain; charset=utf-8\n\n'),
      Buffer.from([0x93]),
      raw('QUESTION'),
      Buffer.from([0x94, 0x20, 0x80]),
    ]),
    (mail) => mail.text.includes('“QUESTION” €'),
  ],
  [
    'koi8',
    Buffer.concat([
      raw(head + 'Content-Type: text/plain; charset=koi8-r\n\n'),
      Buffer.from([0xf0, 0xcf, 0xcd, 0xcf, 0xdd, 0xd8]),
      raw(' QUESTION'),
    ]),
    (mail) => mail.text.includes('Помощь'),
  ],
  [
    'gb2312',
    Buffer.concat([
      raw(head + 'Content-Type: text/plain; charset=gb2312\n\n'),
      Buffer.from([0xce, 0xca, 0xcc, 0xe2]),
      raw(' QUESTION'),
    ]),
    (mail) => mail.text.includes('问题'),
  ],
  [
    'iso-2022-jp',
    Buffer.concat([
      raw(head + 'Content-Type: text/plain; charset=ISO-2022-JP\n\n'),
      Buffer.from('\x1b$B<ALd\x1b(B QUESTION', 'latin1'),
    ]),
    (mail) => mail.text.includes('質問'),
  ],
  [
    'raw 8-bit subject utf8',
    raw('From: Jäna <jana@k.example>\nTo: support@acme.example\nSubject: Störung\n\nQUESTION'),
    (mail) => mail.subject === 'Störung' && mail.from?.name === 'Jäna',
  ],
  [
    'raw 8-bit subject latin1',
    raw(
      'From: J\u00e4na <jana@k.example>\nTo: support@acme.example\nSubject: St\u00f6rung\n\nQUESTION',
      'latin1',
    ),
    (mail) => mail.subject === 'Störung',
  ],
  [
    'text plain broken',
    raw(head + 'Content-Type: text plain\n\nQUESTION'),
    (mail) => mail.text.includes(question),
  ],
  [
    'text broken 2',
    raw(head + 'Content-Type: text\n\nQUESTION'),
    (mail) => mail.text.includes(question),
  ],
  [
    'text broken 3',
    raw(head + 'Content-Type: text/plain; charset="utf-8\n\nQUESTION'),
    (mail) => mail.text.includes(question),
  ],
  [
    'text broken 4',
    raw(head + 'Content-Type: TEXT/PLAIN; charset = utf-8 ; format = flowed\n\nQUESTION'),
    (mail) => mail.text.includes(question),
  ],
  [
    'no content type',
    raw('From: jana@k.example\nTo: s@acme.example\nSubject: x\n\nQUESTION'),
    (mail) => mail.text.includes(question),
  ],
  [
    'qp broken',
    raw(
      head +
        'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nQUESTION 100% =C3=BC= and =ZZ',
    ),
    (mail) => mail.text.includes('QUESTION 100% ü'),
  ],
  [
    'b64 with junk',
    raw(
      head +
        'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nUVVFU1RJT04=\n--\nUnsubscribe footer',
    ),
    (mail) => mail.text.includes(question),
  ],
  [
    'standin',
    raw(
      head +
        'Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nThis email requires an HTML viewer.\n--x\nContent-Type: text/html\n\n<p>Hello, where is my order number forty two? QUESTION and more words that matter to me.</p>\n--x--\n',
    ),
    (mail) => mail.text.includes(question),
  ],
  [
    'missing close boundary',
    raw(
      head +
        'Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nQUESTION',
    ),
    (mail) => mail.text.includes(question),
  ],
  [
    'boundary quoted with spaces',
    raw(
      head +
        'Content-Type: multipart/mixed; boundary="a b c"\n\n--a b c\nContent-Type: text/plain\n\nQUESTION\n--a b c--\n',
    ),
    (mail) => mail.text.includes(question),
  ],
  [
    'pgp mime',
    raw(
      head +
        'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x\n\n--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x\nContent-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n--x--\n',
    ),
    (mail) => mail.warnings.some((said) => /encrypted/.test(said)),
  ],
  [
    'smime opaque garbage',
    raw(
      head +
        'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIIB\n',
    ),
    (mail) => mail.warnings.length > 0,
  ],
  [
    'multipart signed',
    raw(
      head +
        'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=x\n\n--x\nContent-Type: text/plain\n\nQUESTION\n--x\nContent-Type: application/pkcs7-signature; name=smime.p7s\nContent-Transfer-Encoding: base64\n\nMIIB\n--x--\n',
    ),
    (mail) => mail.text.includes(question) && !mail.hasEnclosure,
  ],
  [
    'pgp clear signed',
    raw(
      head +
        '\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nQUESTION\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n',
    ),
    (mail) => mail.text.includes(question),
  ],
  [
    'tnef garbage',
    raw(
      head +
        'Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n\n--x\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\neJ8+IgAA\n--x--\n',
    ),
    (mail) => mail.warnings.some((said) => /Outlook/.test(said)),
  ],
  [
    'ics',
    raw(
      head +
        'Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nSee invitation\n--x\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:QUESTION review\nDTSTART:20261124T090000Z\nDTEND:20261124T100000Z\nLOCATION:Room 4\nEND:VEVENT\nEND:VCALENDAR\n--x--\n',
    ),
    (mail) => /QUESTION review/.test(mail.text) && /Room 4/.test(mail.text),
  ],
  [
    'eml inside',
    raw(
      head +
        'Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nsee attached\n--x\nContent-Type: message/rfc822\n\nFrom: bob@x.example\nSubject: Broken thing\n\nQUESTION inner\n--x--\n',
    ),
    (mail) =>
      mail.attachments.some((one) => /Broken thing/.test(JSON.stringify(one))) &&
      /QUESTION inner/.test(mail.text),
  ],
  [
    'named inline text',
    raw(
      head +
        'Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nQUESTION\n--x\nContent-Type: text/plain; name="log.txt"\nContent-Disposition: inline; filename="log.txt"\n\nline\n--x--\n',
    ),
    (mail) => mail.attachments.length === 1 && !/\bline\b/.test(mail.text),
  ],
  [
    'rfc2231 name',
    raw(
      head +
        "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nQUESTION\n--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename*0*=utf-8''Re%C3%9F; filename*1*=e.pdf\n\nx\n--x--\n",
    ),
    (mail) => /Reße\.pdf/.test(JSON.stringify(mail.attachments[0])),
  ],
  [
    'html only with br & entities',
    raw(head + 'Content-Type: text/html\n\nQUESTION &amp; more<br>line&nbsp;2<ul><li>a<li>b</ul>'),
    (mail) => /QUESTION & more\nline.2/.test(mail.text),
  ],
  [
    'html comments hidden',
    raw(
      head +
        'Content-Type: text/html\n\n<!-- hidden --><div style="display:none">preheader junk</div><p>QUESTION</p>',
    ),
    (mail) => mail.text.includes(question),
  ],
  [
    'group sender',
    raw('From: Team: jana@k.example, bob@k.example;\nTo: s@acme.example\nSubject: x\n\nQUESTION'),
    (mail) => mail.text.includes(question),
  ],
  [
    'quoted local',
    raw('From: "Jo Q" <"jo q"@k.example>\nTo: s@acme.example\nSubject: x\n\nQUESTION'),
    (mail) => mail.from?.email === '"jo q"@k.example' || mail.writtenBy?.name !== null,
  ],
  [
    'atext',
    raw("From: o'brien+x/y=z@k.example\nTo: s@acme.example\nSubject: x\n\nQUESTION"),
    (mail) => mail.from?.email === "o'brien+x/y=z@k.example",
  ],
  [
    'idn',
    raw('From: Jörg <jörg@bücher.example>\nTo: s@acme.example\nSubject: x\n\nQUESTION'),
    (mail) => !!mail.from?.email && /xn--bcher-kva\.example/.test(mail.from?.email),
  ],
  [
    'idn cyr',
    raw('From: почта@пример.example\nTo: s@acme.example\nSubject: x\n\nQUESTION'),
    (mail) => !!mail.from?.email,
  ],
  [
    'address in name',
    raw(
      'From: "omar@northwind.example" <x@evil.example>\nTo: s@acme.example\nSubject: x\n\nQUESTION',
    ),
    (mail) => mail.from?.name === null && mail.from?.email === 'x@evil.example',
  ],
  [
    'address in name fullwidth',
    raw(
      'From: "omar＠northwind.example" <x@evil.example>\nTo: s@acme.example\nSubject: x\n\nQUESTION',
    ),
    (mail) => mail.from?.name === null,
  ],
  [
    'address in name encoded',
    raw(
      'From: =?utf-8?q?omar=40northwind=2Eexample?= <x@evil.example>\nTo: s@acme.example\nSubject: x\n\nQUESTION',
    ),
    (mail) => mail.from?.name === null,
  ],
  [
    'address in name rtl',
    raw(
      'From: "\u202eelpmaxe.dniwhtron@ramo" <x@evil.example>\nTo: s@acme.example\nSubject: x\n\nQUESTION',
    ),
    (mail) => mail.from?.name === null || !/[\u202e]/.test(mail.from?.name ?? ''),
  ],
  [
    'angle in name',
    raw(
      'From: "Omar <omar@northwind.example>" <x@evil.example>\nTo: s@acme.example\nSubject: x\n\nQUESTION',
    ),
    (mail) => mail.from?.email === 'x@evil.example' && !/northwind/.test(mail.from?.name ?? ''),
  ],
  [
    'flowed',
    raw(
      head +
        'Content-Type: text/plain; format=flowed\n\nThis is a long \nline QUESTION\n> quoted \n> more',
    ),
    (mail) => /long line QUESTION/.test(mail.text),
  ],
  [
    'uuencode',
    raw(head + '\nQUESTION\n\nbegin 644 a.txt\n#0V%T\n`\nend\n'),
    (mail) => mail.text.includes(question),
  ],
  [
    'enriched',
    raw(head + 'Content-Type: text/enriched\n\n<bold>QUESTION</bold> <<x'),
    (mail) => /QUESTION <x/.test(mail.text),
  ],
  [
    'digest',
    raw(
      head +
        'Content-Type: multipart/digest; boundary=x\n\n--x\n\nFrom: a@b.example\nSubject: one\n\nQUESTION\n--x--\n',
    ),
    (mail) => JSON.stringify(mail).includes(question),
  ],
]

const headed = (header: string) => raw(`${header}\n\nWhere is my order?`)

/** People, whatever programs and lists put into their headers. */
export const persons: readonly (readonly [what: string, raw: Buffer])[] = [
  [
    'mailman list',
    headed(
      'From: Jana <jana@k.example>\nTo: users@lists.k.example\nList-Id: <users.lists.k.example>\nList-Post: <mailto:users@lists.k.example>\nList-Unsubscribe: <mailto:x>\nPrecedence: list\nSubject: [users] Help',
    ),
  ],
  [
    'google group in front',
    headed(
      'From: Jana <jana@k.example>\nTo: help@k.example\nPrecedence: list\nMailing-list: list help@k.example; contact help+owners@k.example\nList-ID: <help.k.example>\nX-Google-Group-Id: 1\nList-Post: <https://groups.google.com/a/k.example/group/help/post>, <mailto:help@k.example>\nList-Unsubscribe: <mailto:googlegroups-manage+1+unsubscribe@googlegroups.com>\nSubject: Help',
    ),
  ],
  [
    'outlook suppress',
    headed(
      'From: Jana <jana@k.example>\nTo: support@acme.example\nX-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply\nSubject: Help',
    ),
  ],
  [
    'wp form own',
    headed(
      'From: Acme Website <support@acme.example>\nReply-To: Jana <jana@k.example>\nTo: support@acme.example\nX-Mailer: WPForms\nSubject: New entry',
    ),
  ],
  [
    'auto-submitted no',
    headed(
      'From: Jana <jana@k.example>\nTo: support@acme.example\nAuto-Submitted: no\nSubject: Help',
    ),
  ],
  [
    'postmaster',
    headed(
      'From: <postmaster@k.example>\nTo: support@acme.example\nSubject: Our mail to you is rejected\nReturn-Path: <postmaster@k.example>',
    ),
  ],
  [
    'precedence bulk person',
    headed(
      'From: Jana <jana@k.example>\nTo: support@acme.example\nPrecedence: bulk\nSubject: Help',
    ),
  ],
  [
    'feedback-id crm',
    headed(
      'From: Jana <jana@k.example>\nTo: support@acme.example\nFeedback-ID: x\nX-Mailer: HubSpot\nList-Unsubscribe: <mailto:a@b.example>\nSubject: Question from Jana',
    ),
  ],
  [
    'noreply form',
    headed(
      'From: Contact form <noreply@shop.example>\nReply-To: jana@k.example\nTo: support@acme.example\nSubject: Contact',
    ),
  ],
]

export const machines: readonly (readonly [what: string, raw: Buffer])[] = [
  [
    'auto-replied',
    headed(
      'From: Jana <jana@k.example>\nTo: support@acme.example\nAuto-Submitted: auto-replied\nSubject: AW',
    ),
  ],
  [
    'x-autoreply',
    headed('From: Jana <jana@k.example>\nTo: support@acme.example\nX-Autoreply: yes\nSubject: AW'),
  ],
  [
    'precedence auto_reply',
    headed(
      'From: Jana <jana@k.example>\nTo: support@acme.example\nPrecedence: auto_reply\nSubject: AW',
    ),
  ],
  [
    'newsletter',
    headed(
      'From: News <news@k.example>\nTo: support@acme.example\nPrecedence: bulk\nList-Unsubscribe: <https://x.example/u>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\nSubject: Our November news',
    ),
  ],
]

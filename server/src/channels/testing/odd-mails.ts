import { deflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'
import type { ReadMail } from '../parse-mail.ts'

type Odd = readonly [what: string, raw: Buffer, isRight: (mail: ReadMail) => boolean]

const raw = (text: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(text.replaceAll('\n', '\r\n'), encoding)
const from = 'From: Jana <jana@k.example>'
const rest = 'To: support@acme.example\nMessage-ID: <o1@k.example>\nMIME-Version: 1.0\n'
const written = (header: string, body = 'QUESTION') =>
  raw(`${header}\n${rest}Subject: Help\n\n${body}`)
const answer = (body: string, subject = 'Re: Help') =>
  raw(`${from}\n${rest}In-Reply-To: <a@acme.example>\nSubject: ${subject}\n\n${body}`)
const typed = (type: string, body: string, encoding: BufferEncoding = 'utf8') =>
  raw(`${from}\n${rest}Subject: Help\n${type}\n\n${body}`, encoding)
const bytes = (type: string, body: Buffer) =>
  Buffer.concat([raw(`${from}\n${rest}Subject: Help\n${type}\n\n`), body])
const parts = (type: string, ...each: string[]) =>
  typed(
    `Content-Type: ${type}; boundary=cut`,
    `${each.map((part) => `--cut\n${part}\n`).join('')}--cut--\n`,
  )
const asks = ({ text }: ReadMail) => text === 'QUESTION'
const warned = ({ warnings }: ReadMail, words: RegExp) => words.test(warnings.join('\n'))
const isFrom =
  (email: string, name: string | null = null) =>
  (mail: ReadMail) =>
    mail.from?.email === email && mail.from.name === name
const folds = ({ text, quotedText }: ReadMail) => text === 'QUESTION' && quotedText !== null
const foldsNothing = ({ text, quotedText }: ReadMail) =>
  quotedText === null && text.includes('QUESTION')

const senders: readonly Odd[] = [
  ['an address literal', written('From: root@[192.0.2.1]'), isFrom('root@[192.0.2.1]')],
  [
    'an IPv6 literal',
    written('From: Printer <scan@[IPv6:2001:db8::1]>'),
    isFrom('scan@[ipv6:2001:db8::1]', 'Printer'),
  ],
  [
    'a quoted local part with two dots',
    written('From: "a..b"@example.org'),
    isFrom('"a..b"@example.org'),
  ],
  [
    'a quoted local part with an at',
    written('From: Jana <"jana@home"@k.example>'),
    isFrom('"jana@home"@k.example', 'Jana'),
  ],
  [
    'two dots that a phone provider gives out',
    written('From: jana..k@k.example'),
    isFrom('"jana..k"@k.example'),
  ],
  [
    'a dot before the at',
    written('From: Jana <jana.@k.example>'),
    isFrom('"jana."@k.example', 'Jana'),
  ],
  [
    'a group with members',
    written('From: Purchasing: Jana <jana@k.example>, Ola <ola@k.example>;'),
    (mail) => isFrom('jana@k.example', 'Jana')(mail) && warned(mail, /several senders/),
  ],
  [
    'an empty group',
    written('From: Undisclosed:;'),
    (mail) => mail.from === null && mail.writtenBy?.name === 'Undisclosed:;',
  ],
  ['an empty From', written('From:'), (mail) => mail.from === null && warned(mail, /sender/)],
  [
    'an empty From with a Sender',
    written('From: \nSender: jana@k.example'),
    (mail) => mail.from === null && warned(mail, /sender/),
  ],
  [
    'no From at all',
    written('X-Mailer: x'),
    (mail) => mail.from === null && warned(mail, /sender/),
  ],
  [
    'a Sender that is another',
    written(`${from}\nSender: secretary@k.example`),
    isFrom('jana@k.example', 'Jana'),
  ],
  [
    'two senders and a Sender',
    written('From: Jana <jana@k.example>, Ola <ola@k.example>\nSender: ola@k.example'),
    (mail) => warned(mail, /several senders/),
  ],
  [
    'From twice, one of them folded',
    written('From: Jana\n <jana@k.example>\nFrom: Ola <ola@k.example>'),
    (mail) => warned(mail, /several lines/),
  ],
  [
    'a name with an address in other letters',
    written('From: =?utf-8?Q?omar=EF=BC=A0northwind=EF=BC=8Eexample?= <x@evil.example>'),
    (mail) => mail.from?.name === null && warned(mail, /name is an address/),
  ],
  [
    'a name with an address in brackets of another kind',
    written('From: "Omar ‹omar@northwind.example›" <x@evil.example>'),
    (mail) => mail.from?.name === null && warned(mail, /name is an address/),
  ],
  [
    'a name with an address and (at)',
    written('From: "Omar [omar (at) northwind.example]" <x@evil.example>'),
    (mail) => mail.from?.name === null && warned(mail, /name is an address/),
  ],
  [
    'a name with an address, split over encoded words',
    written('From: =?utf-8?Q?omar=40north?= =?utf-8?Q?wind.example?= <x@evil.example>'),
    (mail) => mail.from?.name === null && warned(mail, /name is an address/),
  ],
  [
    'an encoded word with an address and a bracket',
    written(
      `From: =?utf-8?B?${Buffer.from('Omar <omar@northwind.example>').toString('base64')}?= <x@evil.example>`,
    ),
    (mail) => mail.from?.email === 'x@evil.example' && warned(mail, /name is an address/),
  ],
  [
    'an encoded word with a line break and a NUL',
    written(
      `From: =?utf-8?B?${Buffer.from('Omar\0\r\nBcc: y@evil.example').toString('base64')}?= <x@k.example>`,
    ),
    (mail) => mail.from?.email === 'x@k.example' && !/[\r\n\0]/.test(mail.from.name ?? ''),
  ],
  [
    'an address within an encoded word',
    written('From: =?utf-8?Q?jana=40k.example?='),
    (mail) => mail.from?.email !== 'jana@k.example' || mail.warnings.length > 0,
  ],
  [
    'a NUL within the address',
    written('From: Jana <jana\0@k.example>'),
    (mail) => !JSON.stringify(mail.from ?? mail.writtenBy).includes(String.raw`\u0000`),
  ],
  [
    'a name that reverses what is read',
    written('From: "\u202Egro.elpmaxe@troppus" <x@evil.example>'),
    (mail) => !/\u202E/.test(mail.from?.name ?? ''),
  ],
  [
    'an international domain in the form of the wire',
    written('From: Jana <jana@xn--bcher-kva.example>'),
    isFrom('jana@xn--bcher-kva.example', 'Jana'),
  ],
  [
    'an international local part and domain',
    written('From: Юлия <юлия@почта.example>'),
    isFrom('юлия@xn--80a1acny.example', 'Юлия'),
  ],
  [
    'a wide dot in the domain',
    written('From: Jana <jana@k。example>'),
    isFrom('jana@k.example', 'Jana'),
  ],
  [
    'the name behind in brackets',
    written('From: jana@k.example (Jana (Sales))'),
    (mail) => mail.from?.email === 'jana@k.example',
  ],
  [
    'brackets without an end',
    written('From: Jana <jana@k.example'),
    (mail) => mail.from?.email === 'jana@k.example',
  ],
  [
    'a comma in an unquoted name',
    written('From: Kuhn, Jana <jana@k.example>'),
    (mail) => mail.from?.email === 'jana@k.example',
  ],
  [
    'mailto in the address',
    written('From: Jana <mailto:jana@k.example>'),
    (mail) => mail.from?.email === 'jana@k.example',
  ],
  [
    'a semicolon between recipients',
    raw(`${from}\nTo: support@acme.example; Ola <ola@k.example>\nSubject: Help\n\nQUESTION`),
    (mail) => mail.to.some(({ email }) => email === 'ola@k.example'),
  ],
  [
    'recipients that hide in a group',
    raw(
      `${from}\nTo: Team: ola@k.example, per@k.example;, support@acme.example\nSubject: Help\n\nQUESTION`,
    ),
    (mail) => mail.to.length === 3,
  ],
]

const words: readonly Odd[] = [
  [
    'format=flowed with delsp and Japanese',
    typed(
      'Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes',
      '請求書がま \nだ届いて \nいません。\nQUESTION',
    ),
    ({ text }) => text.startsWith('請求書がまだ届いていません。\n'),
  ],
  [
    'format=flowed with a quote within',
    raw(
      `${from}\n${rest}In-Reply-To: <a@acme.example>\nSubject: Re: Help\nContent-Type: text/plain; format=flowed\n\nQUESTION\n\nOn 24.11.2026 09:14, Acme wrote:\n> a long line \n> that goes on\n>> and older`,
    ),
    folds,
  ],
  [
    'quoted-printable with broken signs and spaces at the ends',
    typed(
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable',
      'Gr=C3=BC=C3=9Fe=2 100=ZZ %  \nQUES=  \nTION=',
    ),
    ({ text }) => text.includes('Grüße') && text.includes('QUESTION'),
  ],
  [
    'quoted-printable that was never encoded',
    typed(
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable',
      'See https://k.example/?id=42&x=1\nGrüße QUESTION',
    ),
    ({ text }) => text.includes('Grüße QUESTION'),
  ],
  [
    'base64 with lines of a scanner below',
    typed(
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64',
      `${Buffer.from('QUESTION').toString('base64')}\n\n-- \nScanned by Gate`,
    ),
    ({ text }) => text.startsWith('QUESTION') && !text.includes('\ufffd'),
  ],
  [
    'base64 in two stretches, each with its own end',
    typed(
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64',
      `${Buffer.from('Hello').toString('base64')}\n${Buffer.from(' QUESTION').toString('base64')}`,
    ),
    ({ text }) => text === 'Hello QUESTION',
  ],
  [
    'called base64 and plain',
    typed(
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64',
      'Where is my order? It is late, and nobody answers. QUESTION',
    ),
    ({ text }) => text.includes('QUESTION'),
  ],
  [
    'windows-1251 called koi8-r is not guessed, koi8-r is read',
    bytes('Content-Type: text/plain; charset=koi8-r', iconv.encode('Где мой заказ?', 'koi8-r')),
    ({ text }) => text === 'Где мой заказ?',
  ],
  ...(
    [
      ['gb18030', '我的订单在哪里？请尽快回复。'],
      ['shift_jis', '注文はどこですか。ご返信ください。'],
      ['euc-jp', '注文はどこですか。ご返信ください。'],
      ['euc-kr', '제 주문은 어디에 있나요?'],
      ['big5', '我的訂單在哪裡？請儘快回覆。'],
      ['koi8-r', 'Где мой заказ? Ответьте, пожалуйста.'],
      ['windows-1251', 'Где мой заказ? Ответьте, пожалуйста.'],
      ['windows-1253', 'Πού είναι η παραγγελία μου; Παρακαλώ απαντήστε.'],
      ['windows-1255', 'איפה ההזמנה שלי? אנא השיבו.'],
      ['windows-1256', 'أين طلبي؟ يرجى الرد.'],
      ['windows-1250', 'Kde je má objednávka? Příliš žluťoučký kůň.'],
      ['windows-1254', 'Siparişim nerede? Lütfen yanıtlayın, teşekkürler.'],
    ] as const
  ).map(([charset, said]): Odd => [
    `${charset} called utf-8`,
    bytes('Content-Type: text/plain; charset=utf-8', iconv.encode(said, charset)),
    ({ text, warnings }) => text === said || warnings.length > 0,
  ]),
  [
    'iso-2022-jp without a label',
    bytes('Content-Type: text/plain', Buffer.from('\u001b$BCmJ8$O$I$3$G$9$+\u001b(B', 'latin1')),
    ({ text }) => text === '注文はどこですか',
  ],
  [
    'iso-2022-jp called us-ascii',
    bytes(
      'Content-Type: text/plain; charset=us-ascii',
      Buffer.from('\u001b$BCmJ8$O$I$3$G$9$+\u001b(B', 'latin1'),
    ),
    ({ text }) => text === '注文はどこですか',
  ],
  [
    'utf-16 with a mark and without a label',
    bytes(
      'Content-Type: text/plain',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('QUESTION über', 'utf16le')]),
    ),
    ({ text }) => text === 'QUESTION über',
  ],
  [
    'a mark of UTF-8 before the words',
    typed('Content-Type: text/plain; charset=utf-8', '\ufeffQUESTION'),
    asks,
  ],
  [
    'a charset in the HTML that the label does not know',
    bytes(
      'Content-Type: text/html',
      Buffer.concat([
        Buffer.from('<html><head><meta charset="windows-1251"></head><body>'),
        iconv.encode('Где мой заказ?', 'windows-1251'),
        Buffer.from('</body></html>'),
      ]),
    ),
    ({ text }) => text === 'Где мой заказ?',
  ],
  [
    'a subject cut within a character, over two encoded words',
    raw(`${from}\n${rest}Subject: =?utf-8?B?R3LDvMM=?= =?utf-8?B?n2U=?=\n\nQUESTION`),
    ({ subject }) => subject === 'Grüße',
  ],
  [
    'a subject with spaces in an encoded word',
    raw(`${from}\n${rest}Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe aus K=C3=B6ln?=\n\nQUESTION`),
    ({ subject }) => subject === 'Grüße aus Köln',
  ],
  [
    'a subject with a language in the encoded word',
    raw(`${from}\n${rest}Subject: =?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=\n\nQUESTION`),
    ({ subject }) => subject === 'Grüße',
  ],
  [
    'a subject in raw shift_jis',
    Buffer.concat([
      raw(`${from}\n${rest}Subject: `),
      iconv.encode('注文の件について質問', 'shift_jis'),
      raw('\n\nQUESTION'),
    ]),
    ({ subject, text }) => text === 'QUESTION' && !subject.includes('\ufffd'),
  ],
]

const shapes: readonly Odd[] = [
  [
    'names in pieces (RFC 2231)',
    parts(
      'multipart/mixed',
      'Content-Type: text/plain\n\nQUESTION',
      "Content-Type: application/pdf\nContent-Disposition: attachment;\n filename*0*=utf-8''Gr%C3%BC;\n filename*1*=%C3%9Fe;\n filename*2=.pdf\nContent-Transfer-Encoding: base64\n\nAAAA",
    ),
    (mail) => asks(mail) && mail.attachments[0]?.name === 'Grüße.pdf',
  ],
  [
    'a name in raw windows-1252',
    Buffer.from(
      parts(
        'multipart/mixed',
        'Content-Type: text/plain\n\nQUESTION',
        'Content-Type: application/pdf; name="Gr\u00fc\u00dfe.pdf"\nContent-Disposition: attachment; filename="Gr\u00fc\u00dfe.pdf"\n\nx',
      ).toString(),
      'latin1',
    ),
    (mail) => mail.attachments[0]?.name === 'Grüße.pdf',
  ],
  [
    'a name that climbs',
    parts(
      'multipart/mixed',
      'Content-Type: text/plain\n\nQUESTION',
      'Content-Type: text/plain; name="../../etc/passwd"\nContent-Disposition: attachment; filename="../../etc/passwd"\n\nx',
    ),
    (mail) => asks(mail) && mail.attachments.length === 1,
  ],
  [
    'a boundary that begins another',
    raw(
      `${from}\n${rest}Subject: Help\nContent-Type: multipart/mixed; boundary=cut\n\n--cut\nContent-Type: multipart/alternative; boundary=cut-in\n\n--cut-in\nContent-Type: text/plain\n\nQUESTION\n--cut-in--\n--cut--\n`,
    ),
    asks,
  ],
  [
    'the same boundary inside and outside',
    raw(
      `${from}\n${rest}Subject: Help\nContent-Type: multipart/mixed; boundary=cut\n\n--cut\nContent-Type: multipart/alternative; boundary=cut\n\n--cut\nContent-Type: text/plain\n\nQUESTION\n--cut--\n--cut--\n`,
    ),
    ({ text }) => text.includes('QUESTION'),
  ],
  [
    'words after the last boundary',
    typed(
      'Content-Type: multipart/mixed; boundary=cut',
      'This is a message in MIME format.\n--cut\nContent-Type: text/plain\n\nQUESTION\n--cut--\n\nList footer',
    ),
    ({ text }) => text.includes('QUESTION') && !text.includes('MIME format'),
  ],
  [
    'a boundary that never comes',
    typed('Content-Type: multipart/mixed; boundary=other', 'QUESTION'),
    ({ text }) => text.includes('QUESTION'),
  ],
  [
    'multipart without a boundary',
    typed(
      'Content-Type: multipart/alternative',
      '--x\nContent-Type: text/plain\n\nQUESTION\n--x--',
    ),
    ({ text }) => text.includes('QUESTION'),
  ],
  [
    'multipart/related with nothing but pictures',
    parts(
      'multipart/related',
      'Content-Type: image/png; name=a.png\nContent-ID: <a@x>\nContent-Disposition: inline; filename=a.png\nContent-Transfer-Encoding: base64\n\nAAAA',
      'Content-Type: image/png; name=b.png\nContent-ID: <b@x>\nContent-Disposition: inline; filename=b.png\nContent-Transfer-Encoding: base64\n\nAAAA',
    ),
    ({ attachments, hasEnclosure, text }) =>
      attachments.length === 2 && hasEnclosure && text === '',
  ],
  [
    'a photo alone',
    typed('Content-Type: image/jpeg; name=photo.jpg\nContent-Transfer-Encoding: base64', 'AAAA'),
    ({ attachments, hasEnclosure }) => attachments.length === 1 && hasEnclosure,
  ],
  [
    'an alternative of text, HTML and a calendar',
    parts(
      'multipart/alternative',
      'Content-Type: text/plain\n\nQUESTION',
      'Content-Type: text/html\n\n<p>QUESTION</p>',
      'Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY;LANGUAGE=de:Termin\\, Teil 2\nDTSTART;TZID=Europe/Berlin:20261201T090000\nDURATION:PT1H\nLOCATION:Raum 2\nORGANIZER;CN=Jana:mailto:jana@k.example\nEND:VEVENT\nEND:VCALENDAR',
    ),
    ({ text }) =>
      text.includes('QUESTION') &&
      text.includes('Termin, Teil 2') &&
      text.includes('2026-12-01 09:00 (Europe/Berlin)'),
  ],
  [
    'a calendar alone that takes an appointment back',
    typed(
      'Content-Type: text/calendar; method=CANCEL; charset=utf-8',
      'BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nSUMMARY:Visit of the\n  engineer\nDTSTART;VALUE=DATE:20261201\nEND:VEVENT\nEND:VCALENDAR',
    ),
    ({ text }) => text.includes('Cancelled: Visit of the engineer') && text.includes('2026-12-01'),
  ],
  [
    'a calendar as a file',
    parts(
      'multipart/mixed',
      'Content-Type: text/plain\n\nQUESTION',
      'Content-Type: application/ics; name=invite.ics\nContent-Disposition: attachment; filename=invite.ics\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Visit\nDTSTART:20261201T090000Z\nEND:VEVENT\nEND:VCALENDAR',
    ),
    ({ text, attachments }) =>
      text.includes('QUESTION') && text.includes('Visit') && attachments[0]?.name === 'invite.ics',
  ],
  [
    'a mail in a mail in a mail',
    parts(
      'multipart/mixed',
      'Content-Type: text/plain\n\nSee below',
      'Content-Type: message/rfc822\n\nFrom: Ola <ola@k.example>\nSubject: Middle\nContent-Type: multipart/mixed; boundary=in\n\n--in\nContent-Type: text/plain\n\nmiddle words\n--in\nContent-Type: message/rfc822\n\nFrom: Per <per@k.example>\nSubject: Inner\n\nQUESTION\n--in--',
    ),
    ({ text, attachments }) =>
      text.includes('middle words') &&
      text.includes('QUESTION') &&
      attachments[0]?.name === 'Middle.eml',
  ],
  [
    'a mail in a mail in base64',
    parts(
      'multipart/mixed',
      'Content-Type: text/plain\n\nSee below',
      `Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n${Buffer.from('From: Per <per@k.example>\r\nSubject: Inner\r\n\r\nQUESTION').toString('base64')}`,
    ),
    ({ text, attachments }) => text.includes('QUESTION') && attachments[0]?.name === 'Inner.eml',
  ],
  [
    'a mail as a file called octet-stream',
    parts(
      'multipart/mixed',
      'Content-Type: text/plain\n\nSee below',
      'Content-Type: application/octet-stream; name="Inner.eml"\nContent-Disposition: attachment; filename="Inner.eml"\n\nFrom: Per <per@k.example>\nSubject: Inner\n\nQUESTION',
    ),
    ({ attachments }) => attachments[0]?.name === 'Inner.eml',
  ],
  [
    'winmail.dat that is something else',
    parts(
      'multipart/mixed',
      'Content-Type: text/plain\n\nQUESTION',
      `Content-Type: application/ms-tnef; name=winmail.dat\nContent-Disposition: attachment; filename=winmail.dat\nContent-Transfer-Encoding: base64\n\n${deflateRawSync(Buffer.alloc(1_000, 7)).toString('base64')}`,
    ),
    (mail) => asks(mail) && warned(mail, /winmail\.dat/) && mail.attachments.length === 1,
  ],
  [
    'HTML 5,000 levels deep',
    typed(
      'Content-Type: text/html; charset=utf-8',
      `${'<div>'.repeat(5_000)}QUESTION &amp; Gr&uuml;&szlig;e${'</div>'.repeat(5_000)}`,
    ),
    (mail) => mail.text === 'QUESTION & Grüße',
  ],
  [
    'HTML 5,000 levels deep with a style sheet, a script and a comment',
    typed(
      'Content-Type: text/html; charset=utf-8',
      `<style>p{color:red}</style><script>var x = 1</script><!-- hidden -->${'<div>'.repeat(5_000)}<p>QUESTION</p><p>Second</p>${'</div>'.repeat(5_000)}`,
    ),
    ({ text }) => /^QUESTION\n+Second$/.test(text),
  ],
  [
    'HTML beside a text that only stands in',
    parts(
      'multipart/alternative',
      'Content-Type: text/plain\n\nThis email is HTML only. Please use a modern mail client.',
      'Content-Type: text/html\n\n<p>Hello, the export of November is empty, since Monday nobody here can read it. QUESTION</p>',
    ),
    ({ text }) => text.includes('QUESTION') && !text.includes('modern mail client'),
  ],
  [
    'a text part of one space',
    parts(
      'multipart/alternative',
      'Content-Type: text/plain\n\n ',
      'Content-Type: text/html\n\n<p>QUESTION</p>',
    ),
    asks,
  ],
  [
    'HTML with tables in tables and a list',
    typed(
      'Content-Type: text/html; charset=utf-8',
      '<table><tr><td><table><tr><td>Order</td><td>42</td></tr><tr><td>Day</td><td>Monday</td></tr></table></td></tr></table><ul><li>one</li><li>QUESTION</li></ul>',
    ),
    ({ text }) => /Order 42\n+ ?Day Monday/.test(text) && text.includes('QUESTION'),
  ],
  [
    'line ends of CR alone within parts',
    Buffer.from(
      parts('multipart/mixed', 'Content-Type: text/plain\n\nQUESTION\nline two')
        .toString('latin1')
        .replaceAll('\r\n', '\r'),
      'latin1',
    ),
    ({ text }) => text === 'QUESTION\nline two',
  ],
  [
    'headers with a space before the colon',
    raw(`From : Jana <jana@k.example>\nSubject : Help\nTo : support@acme.example\n\nQUESTION`),
    (mail) => mail.from?.email === 'jana@k.example' && mail.subject === 'Help' && asks(mail),
  ],
  [
    'a line of mbox before the headers',
    raw(`From jana@k.example Tue Nov 24 09:20:00 2026\n${from}\nSubject: Help\n\nQUESTION`),
    (mail) => isFrom('jana@k.example', 'Jana')(mail) && mail.subject === 'Help' && asks(mail),
  ],
  [
    'NUL within base64',
    typed(
      'Content-Type: text/plain\nContent-Transfer-Encoding: base64',
      Buffer.from('QUES\0TION').toString('base64'),
    ),
    ({ text }) => text === 'QUES\ufffdTION',
  ],
]

const quoted: readonly Odd[] = [
  [
    'a log with lines that begin with “>” in an answer',
    answer('I ran this:\n\n> select 1;\n1\n> select 2;\nERROR\n\nQUESTION'),
    foldsNothing,
  ],
  [
    'a shell of a router at the end',
    answer('QUESTION\n\nThe output is:\n\n> show version\n> show interfaces'),
    ({ text }) => text.includes('show version'),
  ],
  [
    'a filter rule',
    answer(
      'My rule:\n\nFrom: billing@acme.example\nTo: me\nSubject: Invoice\nmove to: Folder\n\nQUESTION',
    ),
    foldsNothing,
  ],
  [
    'an Italian form',
    raw(
      `From: www@k.example\nReply-To: jana@k.example\n${rest}Subject: Re: Contatto\n\nDa: Jana\nData: 24/11/2026\nOggetto: Ordine\nMessaggio: QUESTION`,
    ),
    foldsNothing,
  ],
  [
    'a Polish form with an address',
    answer(
      'Od: Jana <jana@k.example>\nData: 24.11.2026\nTemat: Zamówienie\nTreść: QUESTION',
      'Re: Formularz',
    ),
    foldsNothing,
  ],
  [
    'a Turkish form',
    answer('Kimden: Jana\nTarih: 24.11.2026\nKonu: Sipariş\nMesaj: QUESTION', 'Re: Form'),
    foldsNothing,
  ],
  [
    'Apple Mail in Spanish',
    answer(
      'QUESTION\n\n> El 24 nov 2026, a las 9:14, Acme Support <support@acme.example> escribió:\n> \n> old',
    ),
    folds,
  ],
  [
    'Apple Mail in Dutch',
    answer(
      'QUESTION\n\n> Op 24 nov 2026, om 09:14 heeft Acme Support <support@acme.example> het volgende geschreven:\n> \n> old',
    ),
    folds,
  ],
  [
    'Gmail in Portuguese',
    answer(
      'QUESTION\n\nEm ter., 24 de nov. de 2026 às 09:14, Acme Support <support@acme.example>\nescreveu:\n\n> old',
    ),
    folds,
  ],
  [
    'Gmail in Hebrew',
    answer(
      'QUESTION\n\n\u202bבתאריך יום ג׳, 24 בנוב׳ 2026 ב-9:14 מאת \u202aAcme Support\u202c\u200f <\u202asupport@acme.example\u202c\u200f>:\u202c\n\n> old',
    ),
    folds,
  ],
  [
    'Gmail in Arabic',
    answer(
      'QUESTION\n\nفي الثلاثاء، 24 نوفمبر 2026 في 9:14 ص تمت كتابة ما يلي بواسطة Acme Support <support@acme.example>:\n\n> old',
    ),
    folds,
  ],
  [
    'Outlook in Polish without a ruler',
    answer(
      'QUESTION\n\nOd: Acme Support <support@acme.example>\nWysłane: wtorek, 24 listopada 2026 09:14\nDo: Jana\nTemat: Re: Help\n\nold',
    ),
    folds,
  ],
  [
    'Outlook in Hungarian',
    answer(
      'QUESTION\n\nFeladó: Acme Support <support@acme.example>\nElküldve: 2026. november 24., kedd 9:14\nCímzett: Jana\nTárgy: Re: Help\n\nold',
    ),
    folds,
  ],
  [
    'Outlook in Greek',
    answer(
      'QUESTION\n\nΑπό: Acme Support <support@acme.example>\nΣτάλθηκε: Τρίτη, 24 Νοεμβρίου 2026 9:14\nΠρος: Jana\nΘέμα: Re: Help\n\nold',
    ),
    folds,
  ],
  [
    'Outlook on a phone with a ruler',
    answer(
      'QUESTION\n\nGet Outlook for Android<https://aka.example/x>\n________________________________\nFrom: Acme Support <support@acme.example>\nSent: Tuesday, November 24, 2026 9:14:00 AM\nTo: Jana <jana@k.example>\nSubject: Re: Help\n\nold',
    ),
    ({ text, quotedText }) =>
      text.startsWith('QUESTION') && !text.includes('old') && quotedText !== null,
  ],
  [
    'Thunderbird in French',
    answer('QUESTION\n\nLe 24/11/2026 à 09:14, Acme Support a écrit :\n> old'),
    folds,
  ],
  [
    'Thunderbird in Czech',
    answer('QUESTION\n\nDne 24. 11. 26 v 9:14 Acme Support napsal(a):\n> old'),
    folds,
  ],
  [
    'Yahoo in Italian',
    answer(
      'QUESTION\n\nIl martedì 24 novembre 2026 alle ore 09:14:00 CET, Acme Support <support@acme.example> ha scritto: \n\nold',
    ),
    folds,
  ],
  [
    'Proton',
    answer(
      'QUESTION\n\nSent with Proton Mail secure email.\n\nOn Tuesday, November 24th, 2026 at 9:14 AM, Acme Support <support@acme.example> wrote:\n\n> old',
    ),
    ({ text, quotedText }) => text.startsWith('QUESTION') && quotedText !== null,
  ],
  [
    'an answer between the quoted lines',
    answer(
      'On 24 Nov 2026, Acme <support@acme.example> wrote:\n> Which one?\nThe blue one.\n> When?\nQUESTION',
    ),
    foldsNothing,
  ],
  [
    'a forward of Apple Mail in French',
    raw(
      `${from}\n${rest}Subject: Tr : Panne\n\nVoir ci-dessous.\n\nDébut du message réexpédié :\n\n> De: Omar <omar@n.example>\n> Objet: Panne\n> Date: 24 novembre 2026 à 09:14:00 UTC+1\n> À: jana@k.example\n> \n> QUESTION`,
    ),
    (mail) => foldsNothing(mail) && mail.forwarded?.email === 'omar@n.example',
  ],
  [
    'a forward of Gmail in Spanish',
    raw(
      `${from}\n${rest}Subject: Fwd: Fallo\n\n---------- Forwarded message ---------\nDe: Omar <omar@n.example>\nDate: mar, 24 nov 2026 a las 9:14\nSubject: Fallo\nTo: <jana@k.example>\n\nQUESTION`,
    ),
    (mail) => foldsNothing(mail) && mail.forwarded?.email === 'omar@n.example',
  ],
  [
    'a forward of Outlook in German within a thread',
    raw(
      `${from}\n${rest}In-Reply-To: <a@k.example>\nSubject: WG: Ausfall\n\nBitte ansehen.\n\nVon: Omar <omar@n.example>\nGesendet: Dienstag, 24. November 2026 09:14\nAn: Jana\nBetreff: Ausfall\n\nQUESTION`,
    ),
    (mail) => foldsNothing(mail) && mail.forwarded?.email === 'omar@n.example',
  ],
  [
    'a forward of Thunderbird in Polish',
    raw(
      `${from}\n${rest}Subject: Fwd: Awaria\n\n-------- Treść przekazanej wiadomości --------\nTemat: Awaria\nData: Tue, 24 Nov 2026 09:14:00 +0100\nNadawca: Omar <omar@n.example>\nAdresat: jana@k.example\n\nQUESTION`,
    ),
    (mail) => foldsNothing(mail) && mail.forwarded?.email === 'omar@n.example',
  ],
  [
    'a forward of Thunderbird in Swedish',
    raw(
      `${from}\n${rest}Subject: VB: Avbrott\n\n-------- Vidarebefordrat meddelande --------\nÄmne: Avbrott\nDatum: Tue, 24 Nov 2026 09:14:00 +0100\nFrån: Omar <omar@n.example>\nTill: jana@k.example\n\nQUESTION`,
    ),
    (mail) => foldsNothing(mail) && mail.forwarded?.email === 'omar@n.example',
  ],
  [
    'a forward of Outlook in Japanese',
    raw(
      `${from}\n${rest}Subject: FW: 障害\n\n差出人: Omar <omar@n.example>\n送信日時: 2026年11月24日 9:14\n宛先: Jana\n件名: 障害\n\nQUESTION`,
    ),
    (mail) => foldsNothing(mail) && mail.forwarded?.email === 'omar@n.example',
  ],
]

/** Who writes, how it is coded, how it is put together and what it quotes: written before they were tried. */
export const oddMails: readonly Odd[] = [...senders, ...words, ...shapes, ...quoted]

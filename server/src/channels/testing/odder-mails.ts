import iconv from 'iconv-lite'
import type { ReadMail } from '../parse-mail.ts'

type Odd = readonly [what: string, raw: Buffer, isRight: (mail: ReadMail) => boolean]

const raw = (text: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(text.replaceAll('\n', '\r\n'), encoding)
const from = 'From: Noa Sand <noa@y.example>'
const common = 'To: support@acme.example\nMessage-ID: <p1@y.example>\nMIME-Version: 1.0\n'
const answer = (type: string, body: string) =>
  raw(`${from}\n${common}In-Reply-To: <a@acme.example>\nSubject: Re: Access\n${type}\n\n${body}`)
const plainAnswer = (body: string) => answer('Content-Type: text/plain; charset=utf-8', body)
const htmlAnswer = (body: string) =>
  answer('Content-Type: text/html; charset=utf-8', `<html><body>${body}</body></html>`)
const mail = (subject: string, type: string, body: string) =>
  raw(`${from}\n${common}Subject: ${subject}\n${type}\n\n${body}`)
const parts = (type: string, ...each: string[]) =>
  mail(
    'Access',
    `Content-Type: ${type}; boundary=sep`,
    `${each.map((part) => `--sep\n${part}\n`).join('')}--sep--\n`,
  )
const onlyAsks = ({ text, quotedText }: ReadMail) => text === 'QUESTION' && quotedText !== null
const keeps =
  (...words: string[]) =>
  ({ text, quotedText }: ReadMail) =>
    quotedText === null && words.every((word) => text.includes(word))
const sentBy = (line: string, isRight: (mail: ReadMail) => boolean): Odd => [
  line,
  raw(`From: ${line}\n${common}Subject: Access\n\nQUESTION`),
  isRight,
]
const is = (email: string, name: string | null) => (read: ReadMail) =>
  read.from?.email === email && read.from.name === name
const isDoubted = ({ from: sender, warnings }: ReadMail) =>
  sender?.name === null && warnings.join().includes('name is an address')

export const odderMails: readonly Odd[] = [
  sentBy('"noa@y.example via Shop" <shop@shop.example>', isDoubted),
  sentBy('"Omar: omar@n.example" <x@evil.example>', isDoubted),
  sentBy('=?utf-8?Q?=22omar=40n.example=22?= <x@evil.example>', isDoubted),
  sentBy('omar@n.example, via Portal <x@evil.example>', ({ warnings }) => warnings.length > 0),
  sentBy('"Noa  Sand" <NOA@Y.EXAMPLE>', is('noa@y.example', 'Noa Sand')),
  sentBy("'Noa Sand' <noa@y.example>", ({ from: sender }) => sender?.email === 'noa@y.example'),
  sentBy(
    '=?iso-8859-2?Q?Ji=F8=ED_Dvo=F8=E1k?= <jiri@y.example>',
    is('jiri@y.example', 'Jiří Dvořák'),
  ),
  sentBy('=?gb2312?B?zfXA9g==?= <wang@y.example>', is('wang@y.example', '王丽')),
  sentBy('=?iso-2022-jp?B?GyRCRURDZhsoQg==?= <tanaka@y.example>', is('tanaka@y.example', '田中')),
  sentBy('=?koi8-r?B?6dLJzsE=?= <irina@y.example>', is('irina@y.example', 'Ирина')),
  sentBy(
    '=?utf-8?q?No=C3=A4?=\n =?utf-8?q?_Sand?= <noa@y.example>',
    is('noa@y.example', 'Noä Sand'),
  ),
  sentBy('noa@[IPv6:fe80::1]', is('noa@[ipv6:fe80::1]', null)),
  sentBy('"noa sand"@y.example', is('"noa sand"@y.example', null)),
  sentBy('noa@y', ({ from: sender, writtenBy }) => sender === null && writtenBy?.name === 'noa@y'),
  sentBy('<>', ({ from: sender }) => sender === null),
  sentBy('noa@y..example', ({ from: sender }) => sender === null),
  sentBy('noa@-y.example', ({ from: sender }) => sender === null),
  sentBy(
    'Noa <noa@y.example> (on behalf of Ola)',
    ({ from: sender }) => sender?.email === 'noa@y.example',
  ),
  sentBy('Noa <noa@münchen.example>', is('noa@xn--mnchen-3ya.example', 'Noa')),
  sentBy(';,<noa@y.example>', ({ from: sender }) => sender?.email === 'noa@y.example'),
  sentBy('Noa <<noa@y.example>>', ({ from: sender }) => sender?.email === 'noa@y.example'),
  [
    'Gmail, HTML alone',
    htmlAnswer(
      '<div dir="ltr">QUESTION</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, Nov 24, 2026 at 9:14 AM Acme &lt;<a href="mailto:support@acme.example">support@acme.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">old words</blockquote></div>',
    ),
    onlyAsks,
  ],
  [
    'Outlook, HTML alone',
    htmlAnswer(
      '<p class=MsoNormal>QUESTION</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal><b>From:</b> Acme &lt;support@acme.example&gt;<br><b>Sent:</b> Tuesday, November 24, 2026 9:14 AM<br><b>To:</b> Noa<br><b>Subject:</b> Re: Access</p></div><p>old words</p>',
    ),
    onlyAsks,
  ],
  [
    'Outlook in German, HTML alone',
    htmlAnswer(
      '<p>QUESTION</p><hr><div id="divRplyFwdMsg"><font face="Calibri"><b>Von:</b> Acme &lt;support@acme.example&gt;<br><b>Gesendet:</b> Dienstag, 24. November 2026 09:14<br><b>An:</b> Noa<br><b>Betreff:</b> Re: Access</font></div><div>old words</div>',
    ),
    onlyAsks,
  ],
  [
    'Apple Mail in French, HTML alone',
    htmlAnswer(
      'QUESTION<br><div><br><blockquote type="cite"><div>Le 24 nov. 2026 à 09:14, Acme &lt;support@acme.example&gt; a écrit :</div><br><div>old words</div></blockquote></div>',
    ),
    onlyAsks,
  ],
  [
    'Yahoo, HTML alone',
    htmlAnswer(
      '<div>QUESTION</div><div id="yahoo_quoted_1"><div>On Tuesday, November 24, 2026 at 09:14:00 AM GMT+1, Acme &lt;support@acme.example&gt; wrote: </div><div>old words</div></div>',
    ),
    onlyAsks,
  ],
  [
    'Thunderbird in Italian, HTML alone',
    htmlAnswer(
      '<p>QUESTION</p><div class="moz-cite-prefix">Il 24/11/2026 09:14, Acme ha scritto:<br></div><blockquote type="cite" cite="mid:a@acme.example"><p>old words</p></blockquote>',
    ),
    onlyAsks,
  ],
  [
    'GMX in German',
    plainAnswer(
      'QUESTION\n\n--\nDiese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.\nAm 24.11.26, 09:14 schrieb Acme <support@acme.example>:\n\n> old words',
    ),
    ({ text, quotedText }) =>
      text.startsWith('QUESTION') && !text.includes('old words') && quotedText !== null,
  ],
  [
    'Samsung',
    plainAnswer(
      'QUESTION\n\n\nSent from my Galaxy\n\n\n-------- Original message --------\nFrom: Acme <support@acme.example>\nDate: 24/11/2026 09:14 (GMT+01:00)\nTo: Noa <noa@y.example>\nSubject: Re: Access\n\nold words',
    ),
    ({ text, quotedText }) =>
      text.startsWith('QUESTION') && !text.includes('old words') && quotedText !== null,
  ],
  [
    'Spark',
    plainAnswer(
      'QUESTION\nOn 24 Nov 2026 at 09:14 +0100, Acme <support@acme.example>, wrote:\n> old words',
    ),
    onlyAsks,
  ],
  [
    'Zoho',
    plainAnswer(
      'QUESTION\n\n\n---- On Tue, 24 Nov 2026 09:14:00 +0100 Acme <support@acme.example> wrote ---\n\nold words',
    ),
    onlyAsks,
  ],
  [
    'Outlook in Czech',
    plainAnswer(
      'QUESTION\n\nOd: Acme <support@acme.example>\nOdesláno: úterý 24. listopadu 2026 9:14\nKomu: Noa\nPředmět: Re: Access\n\nold words',
    ),
    onlyAsks,
  ],
  [
    'Outlook in Turkish',
    plainAnswer(
      'QUESTION\n\nGönderen: Acme <support@acme.example>\nGönderildi: 24 Kasım 2026 Salı 09:14\nKime: Noa\nKonu: Re: Access\n\nold words',
    ),
    onlyAsks,
  ],
  [
    'Outlook in Korean',
    plainAnswer(
      'QUESTION\n\n보낸 사람: Acme <support@acme.example>\n보낸 날짜: 2026년 11월 24일 화요일 오전 9:14\n받는 사람: Noa\n제목: Re: Access\n\nold words',
    ),
    onlyAsks,
  ],
  [
    'Outlook in Arabic',
    plainAnswer(
      'QUESTION\n\nمن: Acme <support@acme.example>\nتم الإرسال: الثلاثاء، 24 نوفمبر 2026 9:14 ص\nإلى: Noa\nالموضوع: Re: Access\n\nold words',
    ),
    onlyAsks,
  ],
  [
    'Outlook in Hebrew',
    plainAnswer(
      'QUESTION\n\nמאת: Acme <support@acme.example>\nנשלח: יום שלישי 24 נובמבר 2026 9:14\nאל: Noa\nנושא: Re: Access\n\nold words',
    ),
    onlyAsks,
  ],
  [
    'Gmail in Ukrainian',
    plainAnswer(
      'QUESTION\n\nвт, 24 лист. 2026 р. о 09:14 Acme <support@acme.example> пише:\n\n> old words',
    ),
    onlyAsks,
  ],
  [
    'Gmail in Croatian',
    plainAnswer(
      'QUESTION\n\nuto, 24. stu 2026. u 09:14 Acme <support@acme.example> napisao je:\n\n> old words',
    ),
    onlyAsks,
  ],
  [
    'Gmail in Indonesian',
    plainAnswer(
      'QUESTION\n\nPada Sel, 24 Nov 2026 pukul 09.14 Acme <support@acme.example> menulis:\n\n> old words',
    ),
    onlyAsks,
  ],
  [
    'a diff',
    plainAnswer('This is what I changed:\n\n< timeout: 5\n---\n> timeout: 50\n\nQUESTION'),
    keeps('timeout: 50', 'QUESTION'),
  ],
  [
    'a python session',
    plainAnswer('I type\n\n>>> import acme\n>>> acme.login()\nError 5\n\nQUESTION'),
    keeps('acme.login()', 'Error 5'),
  ],
  [
    'an SMTP log',
    plainAnswer(
      'Our log:\n\nFrom: <noa@y.example>\nDate: Tue, 24 Nov 2026 09:14:00\nTo: <support@acme.example>\nStatus: deferred\n\nQUESTION',
    ),
    keeps('deferred', 'QUESTION'),
  ],
  [
    'a Dutch form',
    plainAnswer('Van: Noa\nDatum: 24-11-2026\nOnderwerp: Toegang\nBericht: QUESTION'),
    keeps('QUESTION'),
  ],
  [
    'a Finnish form',
    plainAnswer('Lähettäjä: Noa\nPäivämäärä: 24.11.2026\nAihe: Pääsy\nViesti: QUESTION'),
    keeps('QUESTION'),
  ],
  [
    'a Japanese form',
    plainAnswer('差出人: Noa\n日時: 2026年11月24日\n件名: アクセス\nお問い合わせ内容: QUESTION'),
    keeps('QUESTION'),
  ],
  [
    'a Czech form with the words below their label',
    plainAnswer('Od: Noa <noa@y.example>\nDatum: 24.11.2026\nPředmět: Přístup\nZpráva:\nQUESTION'),
    keeps('QUESTION'),
  ],
  [
    'an order',
    plainAnswer(
      'Please book:\n\nFrom: Oslo\nTo: Berlin\nDate: 24 Nov 2026\nSubject: conference\n\nQUESTION',
    ),
    keeps('conference', 'QUESTION'),
  ],
  [
    'a forward of Outlook in Dutch',
    mail(
      'Doorst: Storing',
      'Content-Type: text/plain; charset=utf-8',
      'Zie onder.\n\nVan: Omar <omar@n.example>\nVerzonden: dinsdag 24 november 2026 09:14\nAan: Noa\nOnderwerp: Storing\n\nQUESTION',
    ),
    (read) => keeps('QUESTION')(read) && read.forwarded?.email === 'omar@n.example',
  ],
  [
    'a forward of Gmail in German',
    mail(
      'Fwd: Ausfall',
      'Content-Type: text/plain; charset=utf-8',
      '---------- Forwarded message ---------\nVon: Omar <omar@n.example>\nDate: Di., 24. Nov. 2026 um 09:14 Uhr\nSubject: Ausfall\nTo: <noa@y.example>\n\nQUESTION',
    ),
    (read) => keeps('QUESTION')(read) && read.forwarded?.email === 'omar@n.example',
  ],
  [
    'a forward of Apple Mail in Japanese',
    mail(
      'Fwd: 障害',
      'Content-Type: text/plain; charset=utf-8',
      '転送されたメッセージ:\n\n> 差出人: Omar <omar@n.example>\n> 件名: 障害\n> 日付: 2026年11月24日 9:14:00 JST\n> 宛先: noa@y.example\n> \n> QUESTION',
    ),
    (read) => keeps('QUESTION')(read) && read.forwarded?.email === 'omar@n.example',
  ],
  [
    'a forward of Outlook, HTML alone',
    mail(
      'FW: Outage',
      'Content-Type: text/html; charset=utf-8',
      '<p>See below</p><div><b>From:</b> Omar &lt;omar@n.example&gt;<br><b>Sent:</b> Tuesday<br><b>To:</b> Noa<br><b>Subject:</b> Outage</div><p>QUESTION</p>',
    ),
    (read) => keeps('QUESTION')(read) && read.forwarded?.email === 'omar@n.example',
  ],
  [
    'a forward within an answer',
    raw(
      `${from}\n${common}In-Reply-To: <a@acme.example>\nReferences: <a@acme.example>\nSubject: Fwd: Re: Access\n\nAs promised.\n\n---------- Forwarded message ---------\nFrom: Omar <omar@n.example>\nDate: Tue, 24 Nov 2026 09:14\nSubject: Access\nTo: <noa@y.example>\n\nQUESTION`,
    ),
    (read) => keeps('QUESTION')(read) && read.forwarded?.email === 'omar@n.example',
  ],
  [
    'base64 in one line of a megabyte',
    mail(
      'Access',
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64',
      Buffer.from(`QUESTION ${'x'.repeat(60_000)}`).toString('base64'),
    ),
    ({ text }) => text.startsWith('QUESTION x'),
  ],
  [
    'a transfer encoding that nobody knows',
    mail(
      'Access',
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: x-unknown',
      'QUESTION ü',
    ),
    ({ text }) => text === 'QUESTION ü',
  ],
  [
    'windows-1251 called iso-8859-1',
    Buffer.concat([
      raw(`${from}\n${common}Subject: Access\nContent-Type: text/plain; charset=iso-8859-1\n\n`),
      iconv.encode('Добрый день, доступ пропал. Помогите, пожалуйста.', 'windows-1251'),
    ]),
    ({ text }) => text === 'Добрый день, доступ пропал. Помогите, пожалуйста.',
  ],
  [
    'gb2312 called iso-8859-1, in HTML',
    Buffer.concat([
      raw(`${from}\n${common}Subject: Access\nContent-Type: text/html; charset=iso-8859-1\n\n<p>`),
      iconv.encode('您好，我们今天早上开始无法登录系统，请帮忙看看。', 'gb2312'),
      raw('</p>'),
    ]),
    ({ text }) => text.includes('无法登录系统'),
  ],
  [
    'a subject in raw windows-1251',
    Buffer.concat([
      raw(`${from}\n${common}Subject: `),
      iconv.encode('Пропал доступ к системе', 'windows-1251'),
      raw('\n\nQUESTION'),
    ]),
    ({ subject }) => subject === 'Пропал доступ к системе',
  ],
  [
    'a subject whose words are cut between two encodings',
    raw(
      `${from}\n${common}Subject: =?utf-8?Q?Zugang_f=C3=BCr?= Noa =?iso-8859-1?Q?f=FCr_K=F6ln?=\n\nQUESTION`,
    ),
    ({ subject }) => subject === 'Zugang für Noa für Köln',
  ],
  [
    'an attachment named in windows-1251, encoded',
    parts(
      'multipart/mixed',
      'Content-Type: text/plain\n\nQUESTION',
      'Content-Type: application/pdf; name="=?windows-1251?B?1+XqLnBkZg==?="\nContent-Disposition: attachment\n\nx',
    ),
    ({ attachments }) => attachments[0]?.name === 'Чек.pdf',
  ],
  [
    'a name in RFC 2231 of another charset',
    parts(
      'multipart/mixed',
      'Content-Type: text/plain\n\nQUESTION',
      "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=iso-8859-1'de'Gr%FC%DFe.pdf\n\nx",
    ),
    ({ attachments }) => attachments[0]?.name === 'Grüße.pdf',
  ],
  [
    'an alternative whose HTML is empty',
    parts(
      'multipart/alternative',
      'Content-Type: text/plain\n\nQUESTION',
      'Content-Type: text/html\n\n<html><body></body></html>',
    ),
    ({ text }) => text === 'QUESTION',
  ],
  [
    'an alternative whose only text is a link to the browser, in French',
    parts(
      'multipart/alternative',
      'Content-Type: text/plain; charset=utf-8\n\nSi ce message ne s’affiche pas, ouvrez-le dans votre navigateur.',
      'Content-Type: text/html; charset=utf-8\n\n<p>Bonjour, depuis lundi nous ne recevons plus aucune facture de votre part. QUESTION</p>',
    ),
    ({ text }) => text.includes('QUESTION') && !text.includes('navigateur'),
  ],
  [
    'HTML of 4,000 tables in each other',
    mail(
      'Access',
      'Content-Type: text/html; charset=utf-8',
      `${'<table><tr><td>'.repeat(4_000)}QUESTION&nbsp;caf&eacute;${'</td></tr></table>'.repeat(4_000)}`,
    ),
    ({ text }) => text === 'QUESTION café',
  ],
  [
    'a picture below words of its own',
    parts(
      'multipart/related',
      'Content-Type: text/html\n\n<p>QUESTION</p><img src="cid:a@x">',
      'Content-Type: image/png; name=a.png\nContent-ID: <a@x>\nContent-Disposition: inline; filename=a.png\nContent-Transfer-Encoding: base64\n\nAAAA',
    ),
    ({ text, attachments }) => text === 'QUESTION' && attachments.length === 1,
  ],
]

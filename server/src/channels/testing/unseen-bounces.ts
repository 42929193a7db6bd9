/** As servers write them, and what is none: written before the rules were looked at. */
/** Of our message that came back. */
export const messageId = '7c1d9a52-3c0e-4f4b-9a55-0c8e4b1f2a90'
const mail = (header: string, body: string) =>
  `${header.trim()}\n\n${body}`.replaceAll('\n', '\r\n')
const report = (from: string, subject: string, text: string, status: string) =>
  mail(
    `From: ${from}
To: support@acme.example
Subject: ${subject}
Date: Tue, 24 Nov 2026 09:20:00 +0100
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"`,
    `--b1
Content-Type: text/plain; charset=utf-8

${text}
--b1
Content-Type: message/delivery-status

${status}
--b1
Content-Type: message/rfc822

From: support@acme.example
To: omar@northwind.example
Message-ID: <${messageId}@acme.example>
Subject: Re: Export

Hello
--b1--
`,
  )
const plain = (from: string, subject: string, body: string) =>
  mail(
    `From: ${from}
To: support@acme.example
Subject: ${subject}
Return-Path: <>
Date: Tue, 24 Nov 2026 09:20:00 +0100`,
    body,
  )
/** What they send back of ours. */
const returned = `\n\nMessage-ID: <${messageId}@acme.example>\nSubject: Re: Export\n`
export const bounces: readonly (readonly [
  server: string,
  is: 'permanent' | 'temporary' | 'none',
  raw: string,
])[] = [
  [
    'ses',
    'permanent',
    report(
      'MAILER-DAEMON@amazonses.com',
      'Delivery Status Notification (Failure)',
      'An error occurred while trying to deliver the mail to the following recipients:\nomar@northwind.example',
      'Reporting-MTA: dns; a8-50.smtp-out.amazonses.com\n\nAction: failed\nFinal-Recipient: rfc822; omar@northwind.example\nDiagnostic-Code: smtp; 550 5.1.1 user unknown\nStatus: 5.1.1\n',
    ),
  ],
  [
    'ses mailbox full soft',
    'temporary',
    report(
      'MAILER-DAEMON@amazonses.com',
      'Delivery Status Notification (Delay)',
      'We are having trouble',
      'Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; omar@northwind.example\nAction: delayed\nStatus: 4.2.2\nDiagnostic-Code: smtp; 452 4.2.2 The email account that you tried to reach is over quota',
    ),
  ],
  [
    'domino',
    'permanent',
    report(
      'Northwind_Mail@northwind.example',
      'DELIVERY FAILURE: User omar (omar@northwind.example) not listed in Domino Directory',
      'Your message\n\n  Subject: Re: Export\n\nwas not delivered to:\n\n  omar@northwind.example\n\nbecause:\n\n  User omar (omar@northwind.example) not listed in Domino Directory',
      'Reporting-MTA: dns;mail.northwind.example\n\nFinal-Recipient: rfc822;omar@northwind.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: X-Notes; User omar not listed',
    ),
  ],
  [
    'qmail plain',
    'permanent',
    plain(
      'MAILER-DAEMON@mx.northwind.example',
      'failure notice',
      `Hi. This is the qmail-send program at mx.northwind.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<omar@northwind.example>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.
${returned}`,
    ),
  ],
  [
    'exim delay',
    'temporary',
    plain(
      'Mail Delivery System <Mailer-Daemon@mx.northwind.example>',
      'Warning: message 1kX delayed 24 hours',
      `This message was created automatically by mail delivery software.
A message that you sent has not yet been delivered to one or more of its
recipients after more than 24 hours on the queue on mx.northwind.example.

The message identifier is:     1kX
The subject of the message is: Re: Export

The address to which the message has not yet been delivered is:

  omar@northwind.example
    Delay reason: Connection timed out

No action is required on your part. Delivery attempts will continue for
some time, and this warning may be repeated at intervals if the message
remains undelivered.${returned}`,
    ),
  ],
  [
    'exim perm',
    'permanent',
    plain(
      'Mail Delivery System <Mailer-Daemon@mx.northwind.example>',
      'Mail delivery failed: returning message to sender',
      `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  omar@northwind.example
    host mx.northwind.example [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<omar@northwind.example>:
    550 5.7.1 Relaying denied

------ This is a copy of the message's headers. ------
${returned}`,
    ),
  ],
  [
    'gmail en',
    'permanent',
    report(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      "** Address not found **\n\nYour message wasn't delivered to omar@northwind.example because the address couldn't be found, or is unable to receive mail.",
      'Reporting-MTA: dns; googlemail.com\nArrival-Date: x\n\nFinal-Recipient: rfc822; omar@northwind.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.',
    ),
  ],
  [
    'gmail incomplete',
    'temporary',
    report(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Delay)',
      "** Delivery incomplete **\n\nThere was a temporary problem delivering your message to omar@northwind.example. Gmail will retry for 46 more hours. You'll be notified if the delivery fails permanently.",
      'Reporting-MTA: dns; googlemail.com\n\nFinal-Recipient: rfc822; omar@northwind.example\nAction: delayed\nStatus: 4.4.1',
    ),
  ],
  [
    'o365 text only de',
    'permanent',
    plain(
      'Microsoft Outlook <postmaster@northwind.example>',
      'Unzustellbar: Re: Export',
      `Ihre Nachricht an omar@northwind.example konnte nicht zugestellt werden.

omar wurde bei northwind.example nicht gefunden.

Diagnoseinformationen für Administratoren:
Generierender Server: AM0PR01.prod.outlook.com
omar@northwind.example
Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'

Ursprüngliche Nachrichtenkopfzeilen:
${returned}`,
    ),
  ],
  [
    'o365 fr text',
    'permanent',
    plain(
      'Microsoft Outlook <postmaster@northwind.example>',
      'Non remis : Re: Export',
      `Échec de la remise pour ces destinataires ou groupes :

omar@northwind.example
L'adresse e-mail que vous avez entrée est introuvable. Vérifiez l'adresse e-mail du destinataire.

Informations de diagnostic pour les administrateurs :
#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##
${returned}`,
    ),
  ],
  [
    'zoho',
    'permanent',
    plain(
      'mailer-daemon@mail.zoho.eu',
      'Undelivered Mail Returned to Sender',
      `This message was created automatically by mail delivery software.
 A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.

omar@northwind.example, ERROR CODE :550 - 5.1.1 <omar@northwind.example>: Recipient address rejected: User unknown
${returned}`,
    ),
  ],
  [
    'yahoo',
    'permanent',
    plain(
      'MAILER-DAEMON@yahoo.com',
      'Failure Notice',
      `Sorry, we were unable to deliver your message to the following address.

<omar@northwind.example>:
554: delivery error: dd This user doesn't have a northwind.example account (omar@northwind.example) [0]

--- Below this line is a copy of the message.
${returned}`,
    ),
  ],
  [
    'gmx',
    'permanent',
    plain(
      '"GMX Mailer Daemon" <mailer-daemon@gmx.de>',
      'Mail delivery failed: returning message to sender',
      `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of
its recipients. This is a permanent error. The following address
failed:

"omar@northwind.example":
SMTP error from remote server for RCPT TO command, host: mx.northwind.example (192.0.2.1) reason: 550 Requested
action not taken: mailbox unavailable

--- The header of the original message is following. ---
${returned}`,
    ),
  ],
  [
    'mimecast',
    'permanent',
    plain(
      'Mimecast Postmaster <postmaster@northwind.example>',
      '[Postmaster] Email Delivery Failure',
      `This is a delivery failure notification message indicating that
an email you addressed to email address :
-- omar@northwind.example

could not be delivered. The problem appears to be :
-- Recipient email address is possibly incorrect

Additional information follows :
-- 5.1.1 User email address is marked as invalid.

This condition occurred after 1 attempt(s) to deliver over
a period of 0 hour(s).
${returned}`,
    ),
  ],
  [
    'proofpoint',
    'permanent',
    report(
      'Mail Delivery Subsystem <MAILER-DAEMON@pps.northwind.example>',
      'Returned mail: see transcript for details',
      'The original message was received at Tue\n\n   ----- The following addresses had permanent fatal errors -----\n<omar@northwind.example>\n    (reason: 550 5.1.1 User Unknown)\n\n   ----- Transcript of session follows -----\n... while talking to x:\n>>> DATA\n<<< 550 5.1.1 User Unknown',
      'Reporting-MTA: dns; pps\n\nFinal-Recipient: RFC822; omar@northwind.example\nAction: failed\nStatus: 5.1.1',
    ),
  ],
  [
    'sendmail warning',
    'temporary',
    report(
      'Mail Delivery Subsystem <MAILER-DAEMON@mx.northwind.example>',
      'Warning: could not send message for past 4 hours',
      '    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n\n   ----- Transcript of session follows -----\n451 northwind.example: Name server timeout\nMessage could not be delivered for 4 hours',
      'Reporting-MTA: dns; mx\n\nFinal-Recipient: RFC822; omar@northwind.example\nAction: delayed\nStatus: 4.4.3',
    ),
  ],
  [
    'postfix expired 4.4.1',
    'temporary',
    report(
      'MAILER-DAEMON@mx.northwind.example',
      'Undelivered Mail Returned to Sender',
      "I'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n<omar@northwind.example>: connect to mx: Connection timed out",
      'Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; omar@northwind.example\nAction: failed\nStatus: 4.4.1\nDiagnostic-Code: X-Postfix; connect to mx: Connection timed out',
    ),
  ],
  [
    'mdn read',
    'none',
    mail(
      `From: Omar <omar@northwind.example>\nTo: support@acme.example\nSubject: Read: Re: Export\nContent-Type: multipart/report; report-type=disposition-notification; boundary=q`,
      `--q\nContent-Type: text/plain\n\nYour message was read.\n--q\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; omar@northwind.example\nOriginal-Message-ID: <${messageId}@acme.example>\nDisposition: manual-action/MDN-sent-manually; displayed\n--q--\n`,
    ),
  ],
  [
    'person quoting a bounce',
    'none',
    mail(
      `From: Omar <omar@northwind.example>\nTo: support@acme.example\nReturn-Path: <omar@northwind.example>\nSubject: Your mails bounce`,
      `Hi, my customers get this when they write to me:\n\n550 5.1.1 <sales@northwind.example>: Recipient address rejected: User unknown\n\nPlease fix it.`,
    ),
  ],
  [
    'person postmaster',
    'none',
    mail(
      `From: Jo <postmaster@northwind.example>\nTo: support@acme.example\nReturn-Path: <postmaster@northwind.example>\nSubject: Question about delivery`,
      `Hello, when will our order be delivered?`,
    ),
  ],
  [
    'es exchange',
    'permanent',
    plain(
      'postmaster@northwind.example',
      'No se puede entregar: Re: Export',
      `Error de entrega a estos destinatarios o grupos:\n\nomar@northwind.example\nNo se ha encontrado la dirección de correo electrónico que ha especificado.\n\nInformación de diagnóstico para los administradores:\n#< #5.1.1 smtp;550 5.1.1 RESOLVER.ADR.RecipNotFound> #SMTP#${returned}`,
    ),
  ],
  [
    'ja',
    'permanent',
    plain(
      'MAILER-DAEMON@mx.northwind.example',
      '配信できませんでした: Re: Export',
      `次の宛先へのメッセージはエラーのため送信できませんでした。\n送信先アドレスが存在しません。\n\nomar@northwind.example\n550 5.1.1 User unknown${returned}`,
    ),
  ],
  [
    'challenge',
    'none',
    mail(
      `From: Omar <omar@northwind.example>\nTo: support@acme.example\nSubject: Please confirm your message\nReturn-Path: <omar@northwind.example>`,
      'My spam filter wants you to click.',
    ),
  ],
  [
    'barracuda',
    'permanent',
    plain(
      'Barracuda Email Gateway <postmaster@bar.northwind.example>',
      '**Message you sent blocked by our bulk email filter**',
      `Your message to: omar@northwind.example\nwas blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:\n\nSubject: Re: Export\n\nAn explanation of the delivery failure is given below. Reporting-MTA: dns; bar\nFinal-Recipient: rfc822; omar@northwind.example\nAction: failed\nStatus: 5.7.1\n${returned}`,
    ),
  ],
  [
    'mailbox full german text',
    'temporary',
    plain(
      'MAILER-DAEMON@t-online.example',
      'Mail nicht zustellbar',
      `Die folgende Nachricht konnte noch nicht zugestellt werden:\n<omar@northwind.example>\n452 4.2.2 Mailbox voll\nDie Zustellung wird weiter versucht.${returned}`,
    ),
  ],
]

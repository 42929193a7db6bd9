import { messageId } from './unseen-bounces.ts'

/** Of servers in many languages, and of people who write about bounces: written before the rules met them. */
type Kind =
  | 'permanent'
  | 'temporary'
  /** A report that nothing failed, or of no mail of ours. */
  | 'harmless'
  /** Somebody asks. */
  | 'none'

const returned = `\n\nMessage-ID: <${messageId}@acme.example>\nFrom: Acme <support@acme.example>\nSubject: Re: Export\n`
const head = (from: string, subject: string, more = '') =>
  `From: ${from}\nTo: support@acme.example\nSubject: ${subject}\nDate: Tue, 24 Nov 2026 09:20:00 +0100\n${more}`
const report = (
  from: string,
  subject: string,
  text: string,
  status: string,
  sent = returned.trim(),
) =>
  `${head(from, subject)}MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="b1"\n\n--b1\nContent-Type: text/plain; charset=utf-8\n\n${text}\n--b1\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n${status}\n--b1\nContent-Type: text/rfc822-headers\n\n${sent}\n--b1--\n`
const words = (from: string, subject: string, body: string, more = 'Return-Path: <>\n') =>
  `${head(from, subject, more)}\n${body}`
const fields = (action: string, status: string, diag = '', who = 'liv@x.example') =>
  `Final-Recipient: rfc822;${who}\nAction: ${action}\nStatus: ${status}\n${diag ? `Diagnostic-Code: smtp;${diag}\n` : ''}`
export const foreignBounces: readonly (readonly [server: string, is: Kind, raw: string])[] = [
  [
    'exchange onprem fr',
    'permanent',
    words(
      'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@firma.example>',
      'Non remis : Re: Export',
      `Échec de la remise pour ces destinataires ou groupes :\n\nliv@x.example\nL'adresse de courrier que vous avez entrée est introuvable.\n\nInformations de diagnostic pour les administrateurs :\nServeur de génération : ex1.firma.example\nliv@x.example\n#550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found ##${returned}`,
    ),
  ],
  [
    'exchange es',
    'permanent',
    words(
      'postmaster@firma.example',
      'No se puede entregar: Re: Export',
      `Error de entrega a los siguientes destinatarios o grupos:\n\nliv@x.example\nNo se encontró la dirección de correo electrónico especificada.\n\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'${returned}`,
    ),
  ],
  [
    'exchange it',
    'permanent',
    words(
      'postmaster@firma.example',
      'Non recapitabile: Re: Export',
      `Recapito non riuscito per i seguenti destinatari o gruppi:\n\nliv@x.example\nL'indirizzo di posta elettronica specificato non è stato trovato.\n#< #5.1.1 smtp;550 5.1.1 User unknown> #SMTP#${returned}`,
    ),
  ],
  [
    'exchange ja',
    'permanent',
    words(
      'postmaster@firma.example',
      '配信不能: Re: Export',
      `次の受信者またはグループへの配信に失敗しました:\n\nliv@x.example\n入力した電子メール アドレスが見つかりませんでした。\n\n550 5.1.10 RESOLVER.ADR.RecipientNotFound${returned}`,
    ),
  ],
  [
    'exchange pl',
    'permanent',
    words(
      'postmaster@firma.example',
      'Niedostarczone: Re: Export',
      `Dostarczenie wiadomości do następujących adresatów lub grup nie powiodło się:\n\nliv@x.example\nNie znaleziono adresu.\n550 5.1.10 RESOLVER.ADR.RecipientNotFound${returned}`,
    ),
  ],
  [
    'exchange nl',
    'permanent',
    words(
      'postmaster@firma.example',
      'Onbestelbaar: Re: Export',
      `De bezorging is mislukt voor de volgende geadresseerden of groepen:\n\nliv@x.example\n550 5.1.10 RESOLVER.ADR.RecipientNotFound${returned}`,
    ),
  ],
  [
    'exchange sv',
    'permanent',
    words(
      'postmaster@firma.example',
      'Det går inte att leverera: Re: Export',
      `Det gick inte att leverera till följande mottagare eller grupper:\n\nliv@x.example\n550 5.1.10 RESOLVER.ADR.RecipientNotFound${returned}`,
    ),
  ],
  [
    'exchange tr',
    'permanent',
    words(
      'postmaster@firma.example',
      'Teslim Edilemedi: Re: Export',
      `Şu alıcılara veya gruplara teslim edilemedi:\n\nliv@x.example\n550 5.1.10 RESOLVER.ADR.RecipientNotFound${returned}`,
    ),
  ],
  [
    'exchange ru',
    'permanent',
    words(
      'postmaster@firma.example',
      'Недоставленное: Re: Export',
      `Не удалось доставить следующим получателям или группам:\n\nliv@x.example\n550 5.1.10 RESOLVER.ADR.RecipientNotFound${returned}`,
    ),
  ],
  [
    'gmail de no code',
    'permanent',
    words(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      `** Adresse nicht gefunden **\n\nIhre Nachricht wurde nicht an liv@x.example zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann.\n${returned}`,
    ),
  ],
  [
    'gmail es domain',
    'permanent',
    words(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      `** No se ha encontrado la dirección **\n\nTu mensaje no se ha entregado a liv@x.example porque no se ha encontrado el dominio x.example.\nDNS Error: DNS type 'mx' lookup of x.example responded with code NXDOMAIN${returned}`,
    ),
  ],
  [
    'gmx',
    'permanent',
    words(
      'GMX Mailer Daemon <mailer-daemon@gmx.de>',
      'Mail delivery failed: returning message to sender',
      `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of\nits recipients. This is a permanent error. The following address\nfailed:\n\n"liv@x.example":\nSMTP error from remote server for RCPT TO command, host: mx.x.example (192.0.2.1) reason: 550 Requested action not taken: mailbox unavailable\n--- The header of the original message is following. ---${returned}`,
    ),
  ],
  [
    'webde quota',
    'permanent',
    words(
      'mailer-daemon@web.de',
      'Mail delivery failed: returning message to sender',
      `"liv@x.example":\nSMTP error from remote server after transfer of mail text:\nhost: mx00.emig.example\n552 5.2.2 mailbox full quota exceeded\n${returned}`,
    ),
  ],
  [
    'yahoo',
    'permanent',
    words(
      'MAILER-DAEMON@yahoo.com',
      'Failure Notice',
      `Sorry, we were unable to deliver your message to the following address.\n\n<liv@aol.example>:\nNo mx record found for domain=aol.example\n\n--- Below this line is a copy of the message.\n${returned}`,
    ),
  ],
  [
    'aol',
    'permanent',
    words(
      'Mail Delivery Subsystem <MAILER-DAEMON@aol.com>',
      'Returned mail: User unknown',
      `Your mail to the following recipients could not be delivered because they are not accepting mail from support@acme.example:\n\tliv\n${returned}`,
    ),
  ],
  [
    'icloud',
    'permanent',
    report(
      'Mail Delivery System <MAILER-DAEMON@icloud.com>',
      'Undelivered Mail Returned to Sender',
      'This is the mail system at host icloud.com.',
      fields('failed', '5.1.1', '550 5.1.1 <liv@x.example>: user does not exist'),
    ),
  ],
  [
    'domino',
    'permanent',
    words(
      'Postmaster@domino.firma.example',
      'DELIVERY FAILURE: Error transferring to mx.x.example; SMTP Protocol Returned a Permanent Error 550 No such user',
      `Your message\n\n  Subject: Re: Export\n\nwas not delivered to:\n\n  liv@x.example\n\nbecause:\n\n  Error transferring to MX.X.EXAMPLE; SMTP Protocol Returned a Permanent Error 550 No such user here\n${returned}`,
    ),
  ],
  [
    'zimbra',
    'permanent',
    report(
      'MAILER-DAEMON@zimbra.example',
      'Undelivered Mail Returned to Sender',
      'I am sorry to have to inform you',
      fields('failed', '5.0.0', '550 Recipient address rejected: liv@x.example'),
    ),
  ],
  [
    'mailenable',
    'permanent',
    words(
      'postmaster@mailenable.example',
      'Message Delivery Failure',
      `MailEnable: Message could not be delivered to some recipients.\nThe following recipient(s) could not be reached:\n\n\tRecipient: [SMTP:liv@x.example]\n\tReason: The message could not be delivered because the domain name (x.example) does not appear to be registered\n\nMessage headers follow:\n${returned}`,
    ),
  ],
  [
    'mailenable2',
    'permanent',
    words(
      '"postmaster@x.example" <postmaster@x.example>',
      'Message Delivery Failure',
      `The following recipient(s) could not be reached:\n\tRecipient: [SMTP:liv@x.example]\n\tReason: Remote SMTP Server Returned: 550 No such user${returned}`,
      '',
    ),
  ],
  [
    'barracuda',
    'permanent',
    words(
      'Barracuda Spam Firewall <postmaster@barracuda.example>',
      '**Message you sent blocked by our bulk email filter**',
      `Your message to: liv@x.example\nwas blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:\n\nSubject: Re: Export\n${returned}`,
    ),
  ],
  [
    'mimecast',
    'permanent',
    words(
      'postmaster@mimecast.example',
      '[Postmaster] Email Delivery Failure',
      `This is a system-generated message.\nThe email you tried to send was not accepted.\nliv@x.example\nRemote host said: 550 csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550${returned}`,
    ),
  ],
  [
    'proofpoint',
    'permanent',
    report(
      'MAILER-DAEMON@pphosted.example',
      'Returned mail: see transcript for details',
      'The original message was received',
      fields('failed', '5.7.1', '550 5.7.1 Message blocked'),
    ),
  ],
  [
    'sendmail no report',
    'permanent',
    words(
      'Mail Delivery Subsystem <MAILER-DAEMON@sm.example>',
      'Returned mail: Host unknown (Name server: x.example: host not found)',
      `The original message was received at Tue, 24 Nov 2026\n\n   ----- The following addresses had permanent fatal errors -----\n<liv@x.example>\n\n   ----- Transcript of session follows -----\n550 <liv@x.example>... Host unknown (Name server: x.example: host not found)\n${returned}`,
    ),
  ],
  [
    'mixed recipients',
    'permanent',
    report(
      'MAILER-DAEMON@mx.example',
      'Undelivered Mail Returned to Sender',
      'see',
      `${fields('delayed', '4.4.1', '', 'b@x.example')}\n${fields('failed', '5.1.1', '550 no', 'liv@x.example')}\n${fields('delivered', '2.0.0', '', 'c@x.example')}`,
    ),
  ],
  [
    'mixed, temp failed only',
    'temporary',
    report(
      'MAILER-DAEMON@mx.example',
      'Undelivered Mail Returned to Sender',
      '550 is a number here',
      `${fields('delayed', '4.4.1', '', 'b@x.example')}\n${fields('delivered', '2.0.0', '', 'c@x.example')}`,
    ),
  ],
  [
    'failed 4.x after days',
    'temporary',
    report(
      'MAILER-DAEMON@mx.example',
      'Undelivered Mail Returned to Sender',
      'giving up',
      fields('failed', '4.4.7', '451 4.4.7 delivery time expired'),
    ),
  ],
  [
    'relayed report',
    'harmless',
    report(
      'MAILER-DAEMON@mx.example',
      'Successful Mail Delivery Report',
      'ok',
      fields('relayed', '2.1.5', '250 ok'),
    ),
  ],
  [
    'postfix delayed',
    'temporary',
    report(
      'MAILER-DAEMON@mx.example',
      'Delayed Mail (still being retried)',
      'THIS IS A WARNING ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.',
      fields('delayed', '4.3.0', '451 4.3.0 try'),
    ),
  ],
  [
    'exim warning',
    'temporary',
    words(
      'Mail Delivery System <Mailer-Daemon@ex.example>',
      'Warning: message 1abc-0001 delayed 24 hours',
      `A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue.\n\n  liv@x.example\n    host mx.x.example: 451 4.7.1 Greylisting in action\n\nNo action is required on your part. Delivery attempts will continue for some time.${returned}`,
    ),
  ],
  [
    'office delayed de',
    'temporary',
    words(
      'postmaster@firma.example',
      'Zustellung verzögert: Re: Export',
      `Die Zustellung der Nachricht an liv@x.example verzögert sich.\nEs wird weiterhin versucht, die Nachricht zuzustellen.\n4.4.7 delayed${returned}`,
    ),
  ],
  [
    'gmail delay',
    'temporary',
    words(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Delay)',
      `** Delivery incomplete **\n\nThere was a temporary problem delivering your message to liv@x.example. Gmail will retry for 47 more hours.\nThe response was: 550 mentions${returned}`,
    ),
  ],
  [
    'mailbox full 452',
    'temporary',
    words(
      'MAILER-DAEMON@q.example',
      'failure notice',
      `<liv@x.example>:\n192.0.2.1 does not like recipient.\nRemote host said: 452 4.2.2 Mailbox full\nI'm not going to try again; this message has been in the queue too long.${returned}`,
    ),
  ],
  [
    'bounce of a bounce',
    'harmless',
    report(
      'MAILER-DAEMON@mx.example',
      'Undelivered Mail Returned to Sender',
      'x',
      fields('failed', '5.1.1', '550 no'),
      'From: MAILER-DAEMON@other.example\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender\nMessage-ID: <20261124.abc@other.example>',
    ),
  ],
  [
    'customer forwards bounce',
    'none',
    head('Liv <liv@x.example>', 'Fwd: Undelivered Mail Returned to Sender') +
      `\nHi, I tried to write to Anna and got this. What is wrong?\n\n---------- Forwarded message ---------\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example>\nSubject: Undelivered Mail Returned to Sender\n\n<anna@acme.example>: host mx said: 550 5.1.1 User unknown\n`,
  ],
  [
    'customer forwards report as attachment',
    'none',
    `${head('Liv <liv@x.example>', 'FW: Undeliverable')}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q\n\n--q\nContent-Type: text/plain\n\nPlease look at the attached bounce, can you whitelist us?\n--q\nContent-Type: message/rfc822\n\n${report('MAILER-DAEMON@mx.example', 'Undelivered', 'x', fields('failed', '5.1.1', '550 no'))}\n--q--\n`,
  ],
  [
    'customer asks about code',
    'none',
    head('Liv <liv@x.example>', 'Mail delivery failed') +
      `\nI get "550 5.1.1 user unknown" when I write to your sales team. Delivery failed. Help?\n`,
  ],
  [
    'postmaster person',
    'none',
    head('Postmaster <postmaster@kleinefirma.example>', 'Fehler 550 bei Ihnen') +
      `\nHallo, seit gestern bekommen wir von Ihrem Server 550 5.7.1 zurück. Bitte prüfen.\n\nGruß, Heinz\n`,
  ],
  [
    'courier',
    'permanent',
    report(
      '"Courier mail server at c.example" <@>',
      'NOTICE: mail delivery status.',
      'x',
      fields('failed', '5.0.0', '550 User unknown'),
    ),
  ],
  [
    'base64 text',
    'permanent',
    `${head('MAILER-DAEMON@b.example', '=?utf-8?B?VW56dXN0ZWxsYmFy?=')}Return-Path: <>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(`Ihre Nachricht an liv@x.example konnte nicht zugestellt werden.\n550 5.1.1 Empfänger unbekannt\nMessage-ID: <${messageId}@acme.example>`).toString('base64')}\n`,
  ],
  [
    'qq.com zh',
    'permanent',
    words(
      'PostMaster@qq.com',
      '系统退信/The email is returned',
      `抱歉，您的邮件被退回来了……\n\n原邮件信息：Re: Export\n收件人：liv@x.example\n退信原因：收件人邮件地址（liv@x.example）不存在，邮件无法送达。 host mx: 550 Mailbox not found${returned}`,
    ),
  ],
  [
    'mail.ru',
    'permanent',
    report(
      'mailer-daemon@corp.mail.ru',
      'Mail failure.',
      'Письмо не может быть доставлено',
      fields('failed', '5.0.0', '550 Message was not accepted -- invalid mailbox.'),
    ),
  ],
  [
    'docomo ja',
    'permanent',
    words(
      'Mail Delivery Subsystem <MAILER-DAEMON@docomo.example>',
      'Returned mail: User unknown',
      `The user(s) account is disabled.\n\n<liv@x.example>: 550 Unknown user liv@x.example${returned}`,
    ),
  ],
  [
    'action expanded',
    'harmless',
    report('MAILER-DAEMON@mx.example', 'Expanded', 'ok', fields('expanded', '2.0.0')),
  ],
  [
    'greylist 5 text but 4 status',
    'temporary',
    report(
      'MAILER-DAEMON@mx.example',
      'Undeliverable',
      '550 5.1.1 mentioned',
      fields('failed', '4.2.2', '550 weird'),
    ),
  ],
]

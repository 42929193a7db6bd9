/** A second set of what servers write when mail stays behind, and of people who write about it: written before the rules met it. */
import { messageId } from './unseen-bounces.ts'

type BounceKind = 'permanent' | 'temporary' | 'none'
export type ServerBounce = readonly [server: string, is: BounceKind, raw: string]

const ours = `Message-ID: <${messageId}@acme.example>
From: Acme <support@acme.example>
Subject: Re: Export`
const head = (from: string, subject: string, more = 'Return-Path: <>\n') =>
  `From: ${from}\nTo: support@acme.example\nSubject: ${subject}\nDate: Tue, 24 Nov 2026 09:20:00 +0100\nMIME-Version: 1.0\n${more}`
const plain = (from: string, subject: string, body: string, more?: string) =>
  `${head(from, subject, more)}Content-Type: text/plain; charset=utf-8\n\n${body}`
const report = (from: string, subject: string, body: string, fields: string) =>
  `${head(from, subject)}Content-Type: multipart/report; report-type=delivery-status; boundary="cut"\n\n--cut\nContent-Type: text/plain; charset=utf-8\n\n${body}\n--cut\nContent-Type: message/delivery-status\n\n${fields}\n--cut\nContent-Type: message/rfc822\n\n${ours}\n\nPlease try again.\n--cut--\n`
const html = (from: string, subject: string, body: string, more?: string) =>
  `${head(from, subject, more)}Content-Type: text/html; charset=utf-8\n\n<html><body>${body}</body></html>`
const daemon = 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example>'

export const serverBounces: readonly ServerBounce[] = [
  [
    'Postfix: domain is gone',
    'permanent',
    report(
      daemon,
      'Undelivered Mail Returned to Sender',
      'This is the mail system at host mx.example.\n\n<liv@gone.example>: Host or domain name not found. Name service error for\n    name=gone.example type=AAAA: Host not found',
      'Reporting-MTA: dns; mx.example\nX-Postfix-Queue-ID: 4F1A\n\nFinal-Recipient: rfc822; liv@gone.example\nAction: failed\nStatus: 5.4.4\nDiagnostic-Code: X-Postfix; Host or domain name not found.',
    ),
  ],
  [
    'Postfix: given up after five days',
    'temporary',
    report(
      daemon,
      'Undelivered Mail Returned to Sender',
      '<liv@x.example>: connect to mail.x.example[192.0.2.4]:25: Connection timed out',
      'Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; liv@x.example\nAction: failed\nStatus: 4.4.1\nDiagnostic-Code: X-Postfix; Connection timed out',
    ),
  ],
  [
    'Postfix: still trying',
    'temporary',
    report(
      daemon,
      'Delayed Mail (still being retried)',
      'This is a warning only.\nYour message could not be delivered for more than 4 hours.\nIt will be retried until it is 5 days old.',
      'Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; liv@x.example\nAction: delayed\nStatus: 4.0.0\nDiagnostic-Code: smtp; 550 5.7.1 greylisted, try in 5 minutes\nWill-Retry-Until: Sun, 29 Nov 2026 09:20:00 +0100',
    ),
  ],
  [
    'Postfix: forwarded, only text is left',
    'permanent',
    plain(
      daemon,
      'Undelivered Mail Returned to Sender',
      `I'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n<liv@x.example>: unknown user: "liv"\n\n${ours}`,
    ),
  ],
  [
    'Exim: unknown user',
    'permanent',
    plain(
      'Mail Delivery System <Mailer-Daemon@exim.example>',
      'Mail delivery failed: returning message to sender',
      `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  liv@x.example\n    host mx.x.example [192.0.2.9]\n    SMTP error from remote mail server after RCPT TO:<liv@x.example>:\n    550 No such person at this address\n\n------ This is a copy of the message, including all the headers. ------\n\n${ours}`,
    ),
  ],
  [
    'Exim: retry timeout exceeded',
    'permanent',
    plain(
      'Mail Delivery System <Mailer-Daemon@exim.example>',
      'Mail delivery failed: returning message to sender',
      `A message that you sent could not be delivered to all of its recipients. This is a permanent error.\n\n  liv@x.example\n    Unrouteable address\n\nReporting-MTA: dns; exim.example\n\n${ours}`,
    ),
  ],
  [
    'Exim: warning',
    'temporary',
    plain(
      'Mail Delivery System <Mailer-Daemon@exim.example>',
      'Warning: message 1kHAbc-0001 delayed 48 hours',
      `A message that you have sent has not yet been delivered to one or more of its recipients after more than 48 hours on the queue on exim.example.\n\nThe address to which the message has not yet been delivered is:\n\n  liv@x.example\n    host mx.x.example: SMTP error: 451 4.3.0 Temporary lookup failure\n\nNo action is required on your part. Delivery attempts will continue for\nsome time.\n${ours}`,
    ),
  ],
  [
    'Exim in German: for good',
    'permanent',
    plain(
      'Mail Delivery System <Mailer-Daemon@exim.example>',
      'Mail konnte nicht zugestellt werden: Nachricht geht zurück',
      `Diese Nachricht wurde automatisch von der Mailsoftware erzeugt.\n\nEine Nachricht von Ihnen konnte an folgende Empfänger nicht zugestellt werden:\n\n  liv@x.example\n    550 5.1.1 <liv@x.example> unbekannt\n\n${ours}`,
    ),
  ],
  [
    'Exchange: mailbox full',
    'permanent',
    report(
      'postmaster@outlook.example',
      'Undeliverable: Re: Export',
      'Your message to liv@x.example couldn’t be delivered.\nThe recipient’s mailbox is full and can’t accept messages now.',
      'Reporting-MTA: dns;VE1.outlook.example\n\nFinal-Recipient: rfc822;liv@x.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp;554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException',
    ),
  ],
  [
    'Exchange: Office 365 page without a report',
    'permanent',
    html(
      'Microsoft Outlook <postmaster@outlook.example>',
      'Undeliverable: Re: Export',
      `<p>Your message to <b>liv@x.example</b> couldn't be delivered.</p><p>liv wasn't found at x.example.</p><table><tr><td>Action Required</td><td>Recipient</td></tr></table><p>550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup</p><pre>Message-ID: &lt;${messageId}@acme.example&gt;</pre>`,
    ),
  ],
  [
    'Exchange: delayed',
    'temporary',
    report(
      'postmaster@outlook.example',
      'Delivery delayed: Re: Export',
      'Delivery to these recipients or groups is taking longer than expected. We will keep trying.\nliv@x.example',
      'Reporting-MTA: dns;VE1.outlook.example\n\nFinal-Recipient: rfc822;liv@x.example\nAction: delayed\nStatus: 4.4.7\nWill-Retry-Until: Wed, 25 Nov 2026 09:20:00 +0000',
    ),
  ],
  [
    'Exchange: expired',
    'permanent',
    report(
      'postmaster@outlook.example',
      'Undeliverable: Re: Export',
      'The server has tried to deliver this message, without success, and has stopped trying.',
      'Reporting-MTA: dns;VE1.outlook.example\n\nFinal-Recipient: rfc822;liv@x.example\nAction: failed\nStatus: 5.4.317\nDiagnostic-Code: smtp;550 5.4.317 Message expired, cannot connect to remote server(451 4.4.0 timed out)',
    ),
  ],
  [
    'Exchange in Norwegian',
    'permanent',
    html(
      'postmaster@firma.example',
      'Kan ikke leveres: Re: Export',
      `<p>Meldingen til liv@x.example kunne ikke leveres.</p><p>liv ble ikke funnet på x.example.</p><p>Server returnerte '550 5.1.1 RESOLVER.ADR.RecipNotFound'</p>${ours.replaceAll('<', '&lt;')}`,
    ),
  ],
  [
    'Exchange in Danish',
    'permanent',
    plain(
      'postmaster@firma.example',
      'Kan ikke leveres: Re: Export',
      `Meddelelsen kunne ikke leveres til disse modtagere eller grupper:\n\nliv@x.example\nDen angivne mailadresse blev ikke fundet.\n\n${ours}`,
    ),
  ],
  [
    'Exchange in Portuguese',
    'permanent',
    plain(
      'Microsoft Outlook <postmaster@firma.example>',
      'Não entregue: Re: Export',
      `Falha na entrega para estes destinatários ou grupos:\n\nliv@x.example\nNão foi possível encontrar o endereço de email.\n\nO servidor remoto retornou '550 5.1.10 RESOLVER.ADR.RecipientNotFound'\n\n${ours}`,
    ),
  ],
  [
    'Exchange in Finnish',
    'permanent',
    plain(
      'postmaster@firma.example',
      'Ei voi toimittaa: Re: Export',
      `Viestin toimitus seuraaville vastaanottajille tai ryhmille epäonnistui:\n\nliv@x.example\nAntamaasi sähköpostiosoitetta ei löytynyt.\n\n#550 5.1.1 RESOLVER.ADR.RecipNotFound ##\n\n${ours}`,
    ),
  ],
  [
    'Exchange in Czech',
    'permanent',
    plain(
      'postmaster@firma.example',
      'Nedoručitelné: Re: Export',
      `Doručení těmto příjemcům nebo skupinám selhalo:\n\nliv@x.example\nZadaná e-mailová adresa nebyla nalezena.\n\n${ours}`,
    ),
  ],
  [
    'Exchange in Hungarian',
    'permanent',
    plain(
      'postmaster@firma.example',
      'Kézbesíthetetlen: Re: Export',
      `Az üzenet kézbesítése nem sikerült a következő címzetteknek:\n\nliv@x.example\nA megadott e-mail-cím nem található.\n\n#550 5.1.1 RESOLVER.ADR.RecipNotFound\n\n${ours}`,
    ),
  ],
  [
    'Exchange in Chinese',
    'permanent',
    plain(
      'postmaster@firma.example',
      '无法传递: Re: Export',
      `未能向这些收件人或组传递邮件:\n\nliv@x.example\n找不到您输入的电子邮件地址。\n\n#550 5.1.1 RESOLVER.ADR.RecipNotFound\n\n${ours}`,
    ),
  ],
  [
    'Exchange in Korean',
    'permanent',
    plain(
      'postmaster@firma.example',
      '배달되지 않음: Re: Export',
      `다음 받는 사람 또는 그룹에 배달하지 못했습니다.\n\nliv@x.example\n입력한 전자 메일 주소를 찾을 수 없습니다.\n\n#550 5.1.1 RESOLVER.ADR.RecipNotFound\n\n${ours}`,
    ),
  ],
  [
    'Exchange in German: delayed without a report',
    'temporary',
    plain(
      'postmaster@firma.example',
      'Verzögerte Zustellung: Re: Export',
      `Die Zustellung an folgende Empfänger verzögert sich:\n\nliv@x.example\n\nEs wird weiterhin versucht, die Nachricht zuzustellen.\n${ours}`,
    ),
  ],
  [
    'Gmail: address not found',
    'permanent',
    report(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      'Delivery Status Notification (Failure)',
      '** Address not found **\n\nYour message wasn’t delivered to liv@x.example because the address couldn’t be found.',
      'Reporting-MTA: dns; googlemail.example\nArrival-Date: Tue, 24 Nov 2026 00:20:00 -0800\n\nFinal-Recipient: rfc822; liv@x.example\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.x.example\nDiagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.',
    ),
  ],
  [
    'Gmail: over quota',
    'permanent',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      'Delivery Status Notification (Failure)',
      `** Recipient inbox full **\n\nYour message couldn't be delivered to liv@x.example. Their inbox is full, or it's getting too much mail right now.\n\nThe response was:\n\n552 5.2.2 The email account that you tried to reach is over quota.\n\n${ours}`,
    ),
  ],
  [
    'Gmail: delay',
    'temporary',
    report(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      'Delivery Status Notification (Delay)',
      '** Delivery incomplete **\n\nThere was a temporary problem delivering your message to liv@x.example. Gmail will retry for 46 more hours. You’ll be notified if the delivery fails permanently.',
      'Reporting-MTA: dns; googlemail.example\n\nFinal-Recipient: rfc822; liv@x.example\nAction: delayed\nStatus: 4.4.2\nDiagnostic-Code: smtp; The recipient server did not accept our requests to connect.',
    ),
  ],
  [
    'Gmail: receiving at a rate',
    'temporary',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      'Delivery Status Notification (Failure)',
      `Your message couldn't be delivered to liv@x.example.\nThe response was:\n450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.\n\n${ours}`,
    ),
  ],
  [
    'Gmail in French',
    'permanent',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      'Delivery Status Notification (Failure)',
      `** Adresse introuvable **\n\nVotre message n'est pas parvenu à liv@x.example, car l'adresse est introuvable ou ne peut pas recevoir de messages.\n\nLa réponse était la suivante :\n550 5.1.1 unknown\n\n${ours}`,
    ),
  ],
  [
    'Gmail in Polish, without a code',
    'permanent',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      'Delivery Status Notification (Failure)',
      `** Nie znaleziono adresu **\n\nTwoja wiadomość do liv@x.example nie została dostarczona, ponieważ nie znaleziono adresu.\n\n${ours}`,
    ),
  ],
  [
    'Gmail in Japanese, without a code',
    'permanent',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      'Delivery Status Notification (Failure)',
      `** アドレスが見つかりません **\n\nliv@x.example へのメールは配信されませんでした。アドレスが見つからないか、メールを受信できません。\n\n${ours}`,
    ),
  ],
  [
    'qmail: no such host',
    'permanent',
    plain(
      'MAILER-DAEMON@q.example',
      'failure notice',
      `Hi. This is the qmail-send program at q.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<liv@gone.example>:\nSorry, I couldn't find any host named gone.example. (#5.1.2)\n\n--- Below this line is a copy of the message.\n\n${ours}`,
    ),
  ],
  [
    'qmail: in the queue too long',
    'temporary',
    plain(
      'MAILER-DAEMON@q.example',
      'failure notice',
      `Hi. This is the qmail-send program at q.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<liv@x.example>:\nSorry, I wasn't able to establish an SMTP connection. (#4.4.1)\nI'm not going to try again; this message has been in the queue too long.\n\n--- Below this line is a copy of the message.\n\n${ours}`,
    ),
  ],
  [
    'qmail with a patch: delayed',
    'temporary',
    plain(
      'MAILER-DAEMON@q.example',
      'Delayed mail notice',
      `This is the qmail program. Your message has not been delivered yet.\n<liv@x.example>:\nConnected to 192.0.2.1 but greeting failed. 421 busy\nI'll keep trying for 3 more days.\n\n${ours}`,
    ),
  ],
  [
    'Sendmail: user unknown',
    'permanent',
    report(
      daemon,
      'Returned mail: see transcript for details',
      'The original message was received at Tue, 24 Nov 2026 09:19:58 +0100\n\n   ----- The following addresses had permanent fatal errors -----\nliv@x.example\n    (reason: 550 Requested action not taken: mailbox unavailable)',
      'Reporting-MTA: dns; send.example\n\nFinal-Recipient: RFC822; liv@x.example\nAction: failed\nStatus: 5.5.0\nRemote-MTA: DNS; mx.x.example\nDiagnostic-Code: SMTP; 550 Requested action not taken: mailbox unavailable',
    ),
  ],
  [
    'Sendmail: an old one of plain text',
    'permanent',
    plain(
      daemon,
      'Returned mail: User unknown',
      `The original message was received at Tue, 24 Nov 2026 09:19:58 +0100\nfrom acme.example [192.0.2.1]\n\n   ----- The following addresses had permanent fatal errors -----\nliv@x.example\n\n   ----- Transcript of session follows -----\n... while talking to mx.x.example.:\n>>> RCPT To:<liv@x.example>\n<<< 550 unknown\n550 liv@x.example... User unknown\n\n   ----- Original message follows -----\n\n${ours}`,
    ),
  ],
  [
    'Sendmail: a transcript of a deferral',
    'temporary',
    plain(
      daemon,
      'Warning: could not send message for past 4 hours',
      `    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n\n   ----- Transcript of session follows -----\nliv@x.example... Deferred: Connection refused by mx.x.example.\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old\n\n${ours}`,
    ),
  ],
  [
    'Sendmail: cannot send within five days',
    'temporary',
    report(
      daemon,
      'Returned mail: Cannot send message for 5 days',
      '   ----- Transcript of session follows -----\nliv@x.example... Deferred: Connection timed out with mx.x.example.\nMessage could not be delivered for 5 days\nMessage will be deleted from queue',
      'Reporting-MTA: dns; send.example\n\nFinal-Recipient: RFC822; liv@x.example\nAction: failed\nStatus: 4.4.7\nRemote-MTA: DNS; mx.x.example\nLast-Attempt-Date: Tue, 24 Nov 2026 09:19:58 +0100',
    ),
  ],
  [
    'Yahoo: this user does not exist',
    'permanent',
    plain(
      'MAILER-DAEMON@yahoo.example',
      'Failure Notice',
      `Sorry, we were unable to deliver your message to the following address.\n\n<liv@yahoo.example>:\n552: 1 Requested mail action aborted, mailbox not found\n\n${ours}`,
    ),
  ],
  [
    'Yahoo: deferred',
    'temporary',
    plain(
      'MAILER-DAEMON@yahoo.example',
      'Failure Notice',
      `Sorry, we were unable to deliver your message to the following address.\n\n<liv@x.example>:\n421: 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints\n\n${ours}`,
    ),
  ],
  [
    'Zoho: no such user',
    'permanent',
    plain(
      'mailer-daemon@mail.zoho.example',
      'Undelivered Mail Returned to Sender',
      `This message was created automatically by mail delivery software.\n A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.\n\nliv@x.example, ERROR CODE :550 - 5.1.1 Invalid email recipients\n\n${ours}`,
    ),
  ],
  [
    'Zoho: policy',
    'permanent',
    plain(
      'mailer-daemon@mail.zoho.example',
      'Undelivered Mail Returned to Sender',
      `A message that you sent could not be delivered.\n\nliv@x.example, ERROR CODE :554 - 5.7.1 Email cannot be delivered. Reason: Email detected as Spam by spam filters.\n\n${ours}`,
    ),
  ],
  [
    'GMX: unknown',
    'permanent',
    plain(
      '"GMX Mailer Daemon" <mailer-daemon@gmx.example>',
      'Mail delivery failed: returning message to sender',
      `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of\nits recipients. This is a permanent error.\n\nThe following address failed:\n\nliv@gmx.example:\nSMTP error from remote server for RCPT TO command, host: mx00.gmx.example (192.0.2.8) reason: 550 Requested action not taken: mailbox unavailable\nFor explanation visit https://postmaster.gmx.example\n\n--- The header of the original message is following. ---\n\n${ours}`,
    ),
  ],
  [
    'web.de: full',
    'permanent',
    plain(
      '"WEB.DE Mailer Daemon" <mailer-daemon@web.example>',
      'Mail delivery failed: returning message to sender',
      `Diese Nachricht wurde automatisch erzeugt.\n\nliv@web.example:\nDas Postfach des Empfängers ist voll.\n552 Quota exceeded\n\n--- Die Kopfzeilen der Nachricht folgen. ---\n\n${ours}`,
    ),
  ],
  [
    'GMX: temporary',
    'temporary',
    plain(
      '"GMX Mailer Daemon" <mailer-daemon@gmx.example>',
      'Mail delivery delayed: Re: Export',
      `A message that you sent could not yet be delivered to:\n\nliv@x.example:\nSMTP error from remote server after initial connection, reason: 421 service not available\n\nNo action is required. Delivery will be attempted again.\n\n${ours}`,
    ),
  ],
  [
    'T-Online: unknown in German',
    'permanent',
    plain(
      'Mail Delivery System <mailer-daemon@t-online.example>',
      'Fehler bei der Zustellung Ihrer E-Mail',
      `Ihre E-Mail konnte nicht zugestellt werden:\n\n<liv@t-online.example>: 550-5.1.1 Das Postfach existiert nicht\n\n${ours}`,
    ),
  ],
  [
    'Domino: no route',
    'permanent',
    plain(
      'Mail Router <Postmaster@notes.example>',
      'DELIVERY FAILURE: No route found to domain x.example from server MAIL1/Holm',
      `Your message\n\n  Subject: Re: Export\n\nwas not delivered to:\n\n  liv@x.example\n\nbecause:\n\n  No route found to domain x.example from server MAIL1/Holm\n\n${ours}`,
    ),
  ],
  [
    'Domino in German: full',
    'permanent',
    plain(
      'Postmaster@notes.example',
      'ZUSTELLUNGSFEHLER: Fehler beim Übertragen nach x.example; Empfänger unbekannt',
      `Ihr Dokument:\n\n  Re: Export\n\nkonnte nicht zugestellt werden an:\n\n  liv@x.example\n\nwegen:\n\n  550 5.1.1 User unknown\n\n${ours}`,
    ),
  ],
  [
    'Barracuda: refused',
    'permanent',
    plain(
      'Barracuda Email Security <postmaster@barracuda.example>',
      'Your message was not delivered: Re: Export',
      `The message you sent to liv@x.example was not delivered. The receiving server said:\n\n550 permanent failure for one or more recipients (liv@x.example:550 5.1.1 user unknown)\n\n${ours}`,
    ),
  ],
  [
    'Barracuda: deferred',
    'temporary',
    plain(
      'Barracuda Email Security <postmaster@barracuda.example>',
      'Delivery delayed: Re: Export',
      `Your message to liv@x.example has been deferred and will be tried again.\n\n450 4.1.1 try again later\n\n${ours}`,
    ),
  ],
  [
    'Mimecast: rejected',
    'permanent',
    html(
      'Mimecast Administrator <postmaster@eu.mimecast.example>',
      '[Postmaster] Email Delivery Failure',
      `<p>The delivery of the email below failed.</p><p>Recipient: liv@x.example</p><p>Reason: Rejected by the receiving server: 550 Rejected by header based Blocked Senders</p><p>Message ID: &lt;${messageId}@acme.example&gt;</p>`,
    ),
  ],
  [
    'Mimecast: on hold',
    'temporary',
    plain(
      'Mimecast Administrator <postmaster@eu.mimecast.example>',
      '[Postmaster] Delivery Delayed',
      `The delivery of your email to liv@x.example is delayed. It is retried for up to 4 days. Last answer: 451 Internal resource temporarily unavailable.\n\n${ours}`,
    ),
  ],
  [
    'Proofpoint: unknown',
    'permanent',
    report(
      'Mail Delivery Subsystem <MAILER-DAEMON@pphosted.example>',
      'Returned mail: see transcript for details',
      '   ----- The following addresses had permanent fatal errors -----\n<liv@x.example>\n    (reason: 550 5.7.0 Blocked - see https://ipcheck.example/?ip=192.0.2.1)',
      'Reporting-MTA: dns; mx0a.pphosted.example\n\nFinal-Recipient: RFC822; liv@x.example\nAction: failed\nStatus: 5.7.0\nDiagnostic-Code: SMTP; 550 5.7.0 Blocked',
    ),
  ],
  [
    'Proofpoint Essentials: plain',
    'permanent',
    plain(
      'Proofpoint Essentials <postmaster@ppe.example>',
      'Undeliverable: Re: Export',
      `This is an automatically generated message.\n\nDelivery to the following recipient failed:\n\n   liv@x.example\n\nReason: Invalid Recipient (in reply to RCPT TO command)\n\n${ours}`,
    ),
  ],
  [
    'iCloud: over quota',
    'permanent',
    report(
      'Mail Delivery System <MAILER-DAEMON@icloud.example>',
      'Undelivered Mail Returned to Sender',
      'The mail system\n\n<liv@icloud.example>: host mx01.icloud.example said: 552 5.2.2 <liv@icloud.example>: user is over quota',
      'Reporting-MTA: dns; icloud.example\n\nFinal-Recipient: rfc822; liv@icloud.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 user is over quota',
    ),
  ],
  [
    'Amazon SES: a complaint of the list',
    'permanent',
    report(
      'MAILER-DAEMON@eu.ses.example',
      'Delivery Status Notification (Failure)',
      'An error occurred while trying to deliver the mail to the following recipients:\nliv@x.example',
      'Reporting-MTA: dns; a1.ses.example\n\nAction: failed\nFinal-Recipient: rfc822; liv@x.example\nDiagnostic-Code: Amazon SES did not send the message to this address because it is on the suppression list\nStatus: 5.1.1',
    ),
  ],
  [
    'GroupWise: unknown',
    'permanent',
    plain(
      'Mailer-Daemon@gw.example',
      'Message status - undeliverable',
      `The message that you sent was undeliverable to the following:\n    liv@x.example (user not found)\n\nPossibly truncated original message follows:\n\n${ours}`,
    ),
  ],
  [
    'MDaemon: rejected',
    'permanent',
    plain(
      'MDaemon at md.example <MDaemon@md.example>',
      'Warning: liv@x.example - User unknown!',
      `The attached message had PERMANENT fatal delivery errors!\n\nFailed address: liv@x.example\n\n--- Session Transcript ---\n RCPT To:<liv@x.example>\n 550 <liv@x.example>, Recipient unknown\n--- End Transcript ---\n\n${ours}`,
    ),
  ],
  [
    'Kerio: unknown',
    'permanent',
    plain(
      'mailer-daemon@kerio.example',
      'Delivery failure (liv@x.example)',
      `Your message has encountered delivery problems to the following recipient(s):\n\nliv@x.example\n(Was addressed to liv@x.example)\nDelivery failed\n550 5.1.1 User unknown\n\n${ours}`,
    ),
  ],
  [
    'Mail.ru: unknown',
    'permanent',
    plain(
      'mailer-daemon@corp.mail.example',
      'Mail failure.',
      `Это письмо создано автоматически сервером, отвечать на него не нужно.\n\nК сожалению, Ваше письмо не может быть доставлено одному или нескольким получателям:\n\nliv@mail.example\n550 Message was not accepted -- invalid mailbox.\n\n${ours}`,
    ),
  ],
  [
    'Orange in French',
    'permanent',
    plain(
      'Mail Delivery System <MAILER-DAEMON@orange.example>',
      'Votre message n’a pas pu être remis',
      `Votre message n’a pas pu être remis au destinataire suivant :\n\n<liv@orange.example>: 550 5.1.1 Adresse d au moins un destinataire invalide. OFR_416\n\n${ours}`,
    ),
  ],
  [
    'Libero in Italian',
    'permanent',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@libero.example>',
      'Mancato recapito del messaggio',
      `Il messaggio non è stato recapitato al destinatario:\n\nliv@libero.example\n\n550 RCPT TO:<liv@libero.example> Mailbox disabled\n\n${ours}`,
    ),
  ],
  [
    'a server that reports a success by relay',
    'temporary',
    report(
      daemon,
      'Successful Mail Delivery Report',
      'Your message was successfully delivered to the destination listed below.',
      'Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; liv@x.example\nAction: relayed\nStatus: 2.0.0',
    ),
  ],
  [
    'a report with one delayed and one relayed',
    'temporary',
    report(
      daemon,
      'Delayed Mail (still being retried)',
      'See below.',
      'Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; a@x.example\nAction: relayed\nStatus: 2.0.0\n\nFinal-Recipient: rfc822; liv@x.example\nAction: delayed\nStatus: 4.7.1\nDiagnostic-Code: smtp; 550 5.7.1 later',
    ),
  ],
  [
    'a report without an action that is temporary',
    'temporary',
    report(
      daemon,
      'Mail delivery problem',
      'We could not reach the server.',
      'Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; liv@x.example\nStatus: 4.3.2',
    ),
  ],
  [
    'a server of its own, above a reply of ours that speaks of trying again',
    'permanent',
    plain(
      'mailer-daemon@own.example',
      'Mail could not be delivered',
      `The following mail came back, as there is no such user:\n\nliv@x.example\n\nYour mail was:\n\nReceived: from acme.example\n by own.example\n${ours}\n\nThis was a temporary error; please try again later. 451 4.3.0`,
    ),
  ],
  [
    'a person asks why their own mail was refused',
    'none',
    plain(
      'Liv Sand <liv@x.example>',
      'Undelivered: my mail to you',
      'Hello,\n\nI got “550 5.1.1 user unknown” when I wrote to sales@acme.example yesterday. Which address is right?\n\nLiv',
      '',
    ),
  ],
  [
    'a person pastes a whole bounce',
    'none',
    plain(
      'Liv Sand <liv@x.example>',
      'Mail delivery failed: returning message to sender',
      'Your server answers this, can you look?\n\n> This message was created automatically by mail delivery software.\n> A message that you sent could not be delivered. This is a permanent error.\n>   sales@acme.example\n>     550 5.1.1 user unknown',
      '',
    ),
  ],
  [
    'a colleague says that somebody left',
    'none',
    plain(
      'Ola Berg <ola@x.example>',
      'Re: Export',
      'Liv does not work here any more, her mailbox is disabled. Please write to me instead.',
      '',
    ),
  ],
  [
    'a customer whose deliveries fail, of parcels',
    'none',
    plain(
      'Liv Sand <liv@x.example>',
      'Delivery failed again',
      'The parcel could not be delivered for the third time. The driver says the address is unknown. Order 550 123.',
      '',
    ),
  ],
  [
    'a postmaster who is a person and asks',
    'none',
    plain(
      'Per Holm <postmaster@holm.example>',
      'Your mails are rejected here',
      'Hi,\n\nyour server 192.0.2.1 is on a block list, so we answer 554 5.7.1. Could you have it removed?\n\nPer',
      '',
    ),
  ],
  [
    'somebody whose local part begins with bounce',
    'none',
    plain(
      'Bouncy Castles <bouncycastles@x.example>',
      'Re: Export',
      'The permanent error is still there: user unknown 550.',
      '',
    ),
  ],
]

import type { Language } from '@firstline/contract/sign-in'
import type { Standing } from './standing-in-words.ts'

/** Everything the pages say, in each language. */
export type Words = typeof english

const english = {
  skip: 'Skip to the content',
  signedInAs: (who: string) => `Signed in as ${who}`,
  signOut: 'Sign out',
  myTickets: 'My tickets',
  newTicket: 'New ticket',
  noTickets: 'You have no tickets yet.',
  older: 'Older tickets',
  newest: 'Newest tickets',
  opened: (when: string) => `Opened ${when}`,
  ticket: (number: string) => `Ticket #${number}`,
  standing: {
    ours: 'We have it',
    yours: 'We wait for your answer',
    engineers: 'Passed to our engineers',
    solved: 'Solved',
    closed: 'Closed',
  } satisfies Record<Standing, string>,
  signIn: {
    title: 'Sign in',
    lead: 'Enter the address that you write to us from. We send you a link that signs you in.',
    email: 'Your mail address',
    send: 'Send me a link',
    sentTitle: 'Look into your mail',
    sent: (email: string) =>
      `If we know ${email}, a link is on its way to it. It works once, for an hour.`,
    unknown: (address: string) =>
      `No mail after some minutes? Look into your spam folder. If you have never written to us, write to ${address} first.`,
    useTitle: 'Sign in',
    use: (email: string) => `You will be signed in as ${email} on this device.`,
    useButton: 'Sign in now',
    endedTitle: 'This link no longer works',
    ended: 'It was used already, or is older than an hour. Have a new one sent to you.',
    again: 'Get a new link',
  },
  write: {
    subject: 'Subject',
    text: 'What is it about?',
    textHint:
      'What did you do, what happened, and since when? The more we know, the sooner we can help.',
    send: 'Send',
    answer: 'Your answer',
    answerSolved:
      'Not solved? Write it here and we open the ticket again. A word of thanks leaves it solved.',
    answerClosed: 'This ticket is closed. Write here if there is more to say.',
    sendAnswer: 'Send answer',
    sent: 'We have your message.',
    lostTitle: 'You were signed out',
    lost: 'Your text was not sent. Copy it, sign in again, and send it then.',
    lostText: 'Your text',
  },
  conversation: {
    title: 'Conversation',
    you: 'You',
    other: 'Somebody else in this conversation',
    earlier: 'Earlier messages',
    latest: 'Latest messages',
    files: 'Files',
  },
  rate: {
    title: 'Did this solve your problem?',
    up: 'Yes',
    down: 'No',
    comment: 'Do you want to add something? (optional)',
    send: 'Send rating',
    until: (when: string) => `You can change it until ${when}.`,
    sent: 'Thank you, we have your rating.',
  },
  faults: {
    title: 'This was not sent',
    email: 'Enter a mail address, like mara@company.example.',
    subject: 'Enter a subject of one line, up to 300 characters.',
    text: 'Write a text of up to 20,000 characters.',
    value: 'Choose yes or no.',
    comment: 'Write up to 2,000 characters.',
    form: 'The form was not complete. Try it once more.',
  },
  away: {
    title: 'We cannot be reached just now',
    look: 'Try it once more in a moment.',
    again: 'Try again',
    sent: 'Whether this has reached us cannot be said now. Send it again in a moment: what you wrote is taken only once.',
    sendAgain: 'Send again',
  },
  refused: {
    title: 'That did not work',
    home: 'To my tickets',
    'portal.off': (address: string) =>
      `There is no portal here. Write to ${address} and we answer by mail.`,
    'portal.no-ticket': 'You have no ticket with this number.',
    'portal.too-fast':
      'You have written often in a short time. Wait some minutes, then send it again.',
    'portal.not-to-rate': 'This can no longer be rated. Answer the ticket instead.',
    'portal.no-mail': 'We cannot send you a link now. Try again later.',
    'sign-in.slowed': 'A link was asked for often. Wait an hour, then try again.',
    'cursor.invalid': 'This page does not exist. Begin with your newest tickets.',
    'origin.foreign': 'This form was sent from another site. Nothing was done: send it from here.',
    other: 'Nothing was changed. Go back and try it once more.',
  },
}

const german: Words = {
  skip: 'Zum Inhalt springen',
  signedInAs: (who) => `Angemeldet als ${who}`,
  signOut: 'Abmelden',
  myTickets: 'Meine Anfragen',
  newTicket: 'Neue Anfrage',
  noTickets: 'Sie haben noch keine Anfragen.',
  older: 'Ältere Anfragen',
  newest: 'Neueste Anfragen',
  opened: (when) => `Eröffnet am ${when}`,
  ticket: (number) => `Anfrage #${number}`,
  standing: {
    ours: 'Liegt bei uns',
    yours: 'Wir warten auf Ihre Antwort',
    engineers: 'An unsere Entwicklung gegeben',
    solved: 'Gelöst',
    closed: 'Geschlossen',
  },
  signIn: {
    title: 'Anmelden',
    lead: 'Geben Sie die Adresse ein, von der Sie uns schreiben. Wir senden Ihnen einen Link, der Sie anmeldet.',
    email: 'Ihre Mailadresse',
    send: 'Link senden',
    sentTitle: 'Sehen Sie in Ihr Postfach',
    sent: (email) =>
      `Wenn wir ${email} kennen, ist ein Link dorthin unterwegs. Er gilt einmal, eine Stunde lang.`,
    unknown: (address) =>
      `Nach einigen Minuten keine Mail? Sehen Sie im Spam-Ordner nach. Wenn Sie uns noch nie geschrieben haben, schreiben Sie zuerst an ${address}.`,
    useTitle: 'Anmelden',
    use: (email) => `Sie werden auf diesem Gerät als ${email} angemeldet.`,
    useButton: 'Jetzt anmelden',
    endedTitle: 'Dieser Link gilt nicht mehr',
    ended:
      'Er wurde schon benutzt oder ist älter als eine Stunde. Lassen Sie sich einen neuen senden.',
    again: 'Neuen Link anfordern',
  },
  write: {
    subject: 'Betreff',
    text: 'Worum geht es?',
    textHint:
      'Was haben Sie getan, was ist geschehen, und seit wann? Je mehr wir wissen, desto eher können wir helfen.',
    send: 'Senden',
    answer: 'Ihre Antwort',
    answerSolved:
      'Nicht gelöst? Schreiben Sie es hier, und wir öffnen die Anfrage wieder. Ein Wort des Dankes lässt sie gelöst.',
    answerClosed: 'Diese Anfrage ist geschlossen. Schreiben Sie hier, wenn es mehr zu sagen gibt.',
    sendAnswer: 'Antwort senden',
    sent: 'Wir haben Ihre Nachricht.',
    lostTitle: 'Sie wurden abgemeldet',
    lost: 'Ihr Text wurde nicht gesendet. Kopieren Sie ihn, melden Sie sich wieder an und senden Sie ihn dann.',
    lostText: 'Ihr Text',
  },
  conversation: {
    title: 'Gespräch',
    you: 'Sie',
    other: 'Jemand anderes in diesem Gespräch',
    earlier: 'Frühere Nachrichten',
    latest: 'Neueste Nachrichten',
    files: 'Dateien',
  },
  rate: {
    title: 'Ist Ihr Problem damit gelöst?',
    up: 'Ja',
    down: 'Nein',
    comment: 'Möchten Sie etwas dazu sagen? (freiwillig)',
    send: 'Bewertung senden',
    until: (when) => `Sie können sie bis ${when} ändern.`,
    sent: 'Danke, wir haben Ihre Bewertung.',
  },
  faults: {
    title: 'Das wurde nicht gesendet',
    email: 'Geben Sie eine Mailadresse ein, wie mara@firma.example.',
    subject: 'Geben Sie einen Betreff von einer Zeile ein, bis 300 Zeichen.',
    text: 'Schreiben Sie einen Text von bis zu 20.000 Zeichen.',
    value: 'Wählen Sie Ja oder Nein.',
    comment: 'Schreiben Sie bis zu 2.000 Zeichen.',
    form: 'Das Formular war nicht vollständig. Versuchen Sie es noch einmal.',
  },
  away: {
    title: 'Wir sind gerade nicht erreichbar',
    look: 'Versuchen Sie es gleich noch einmal.',
    again: 'Noch einmal versuchen',
    sent: 'Ob das bei uns angekommen ist, lässt sich gerade nicht sagen. Senden Sie es gleich noch einmal: Was Sie geschrieben haben, wird nur einmal angenommen.',
    sendAgain: 'Noch einmal senden',
  },
  refused: {
    title: 'Das ging nicht',
    home: 'Zu meinen Anfragen',
    'portal.off': (address) =>
      `Hier gibt es kein Portal. Schreiben Sie an ${address}, wir antworten per Mail.`,
    'portal.no-ticket': 'Sie haben keine Anfrage mit dieser Nummer.',
    'portal.too-fast':
      'Sie haben in kurzer Zeit oft geschrieben. Warten Sie einige Minuten und senden Sie es dann noch einmal.',
    'portal.not-to-rate':
      'Das kann nicht mehr bewertet werden. Antworten Sie stattdessen auf die Anfrage.',
    'portal.no-mail':
      'Wir können Ihnen jetzt keinen Link senden. Versuchen Sie es später noch einmal.',
    'sign-in.slowed':
      'Ein Link wurde oft angefordert. Warten Sie eine Stunde und versuchen Sie es dann noch einmal.',
    'cursor.invalid': 'Diese Seite gibt es nicht. Beginnen Sie mit Ihren neuesten Anfragen.',
    'origin.foreign':
      'Dieses Formular kam von einer anderen Website. Es ist nichts geschehen: Senden Sie es von hier.',
    other: 'Es wurde nichts geändert. Gehen Sie zurück und versuchen Sie es noch einmal.',
  },
}

export const words: Record<Language, Words> = { en: english, de: german }

/** The first of the languages that a browser names which the pages speak; else English. */
export function languageOf(accepted: string | undefined): Language {
  const names = (accepted ?? '').slice(0, 500).split(',')
  for (const name of names) {
    const [tag = ''] = name.trim().toLowerCase().split(/[-;]/)
    if (tag === 'de' || tag === 'en') return tag
  }
  return 'en'
}

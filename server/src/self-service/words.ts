import type { Language } from '@firstline/contract/sign-in'

/** Everything these pages say, in each language; causes and questions are the runbook's own words. */
type Words = typeof english

const english = {
  askTitle: 'One question first',
  askLead:
    'We looked into your account. With your answer we may be able to tell the cause at once.',
  yes: 'Yes',
  no: 'No',
  answer: 'Continue',
  wrong: 'Choose one of the answers, or send it to us as it is.',
  wrongTitle: 'Your answer is missing',
  sendAnyway: 'Send it to us as it is',
  causeTitle: 'We looked into your account and found the cause',
  whetherSolved: 'Does this solve it?',
  solved: 'This solved it',
  notSolved: 'It did not: send it to us',
  notSolvedHint:
    'If you send it, we get what you wrote and what was found. You do not have to write it again.',
  solvedTitle: 'Good that it is solved',
  solvedText: 'No ticket was made. If it comes back, write to us again.',
  home: 'To my tickets',
  again: 'Write to us',
  lookingTitle: 'We are looking into your account',
  lookingText: 'This takes some seconds.',
  look: 'Show what was found',
}

const german: Words = {
  askTitle: 'Zuerst eine Frage',
  askLead:
    'Wir haben in Ihr Konto gesehen. Mit Ihrer Antwort können wir die Ursache vielleicht sofort nennen.',
  yes: 'Ja',
  no: 'Nein',
  answer: 'Weiter',
  wrong: 'Wählen Sie eine der Antworten, oder senden Sie es uns, wie es ist.',
  wrongTitle: 'Ihre Antwort fehlt',
  sendAnyway: 'So an uns senden',
  causeTitle: 'Wir haben in Ihr Konto gesehen und die Ursache gefunden',
  whetherSolved: 'Ist es damit gelöst?',
  solved: 'Damit ist es gelöst',
  notSolved: 'Noch nicht: an uns senden',
  notSolvedHint:
    'Wenn Sie es senden, bekommen wir, was Sie geschrieben haben und was gefunden wurde. Sie müssen es nicht noch einmal schreiben.',
  solvedTitle: 'Gut, dass es gelöst ist',
  solvedText:
    'Es wurde keine Anfrage eröffnet. Wenn es wieder auftritt, schreiben Sie uns noch einmal.',
  home: 'Zu meinen Anfragen',
  again: 'An uns schreiben',
  lookingTitle: 'Wir sehen in Ihr Konto',
  lookingText: 'Das dauert einige Sekunden.',
  look: 'Zeigen, was gefunden wurde',
}

export const words: Record<Language, Words> = { en: english, de: german }

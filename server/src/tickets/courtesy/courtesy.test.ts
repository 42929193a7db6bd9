import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { splitQuote } from '#server/channels/split-quote.ts'
import { growthOf, linear } from '#server/testing/growth.ts'
import { absenceWords } from './absence-words.ts'
import { morePhrases, moreWords } from './clause-words.ts'
import { courtesyWords } from './courtesy-words.ts'
import { isAbsence } from './is-absence.ts'
import { isCourtesy, isEmptyAnswer } from './is-courtesy.ts'
import { moreAbsenceWords } from './more-absence-words.ts'
import { mayMeanNothing, normalPhrase } from './normal-phrase.ts'
import { absences, notAbsences } from './testing/absence-examples.ts'
import { notThanks, thanks } from './testing/courtesy-examples.ts'
import { checkedAnswers } from './testing/checked-answers.ts'
import { checkedNotices, checkedPeople } from './testing/checked-notices.ts'
import { freshAnswers } from './testing/fresh-answers.ts'
import { laterAnswers } from './testing/later-answers.ts'
import { awayPeople, notices as laterNotices } from './testing/later-notices.ts'
import { metAnswers } from './testing/met-answers.ts'
import { openAnswers } from './testing/open-answers.ts'
import { plainAnswers } from './testing/plain-answers.ts'
import { unseenAbsences } from './testing/unseen-absences.ts'
import { unseenAnswers } from './testing/unseen-answers.ts'

type Judged = { language: string; shown: string; isRight: boolean; isJudged: boolean }
type Text = string | { text: string; from: string }

const ownCourtesy: Judged[] = [
  ...thanks.map((one) => ({ ...one, isRight: true })),
  ...notThanks.map((one) => ({ ...one, isRight: false })),
].map(({ language, text, isRight }) => judgedAnswer(language, text, isRight))

const unseenCourtesy = [
  ...unseenAnswers.flatMap((set) =>
    Object.entries(set).flatMap(([language, answers]) => [
      ...answers.thanks.map((text) => judgedAnswer(language, text, true)),
      ...answers.work.map((text) => judgedAnswer(language, text, false)),
    ]),
  ),
  ...[...freshAnswers, ...openAnswers, plainAnswers, ...checkedAnswers].flatMap(
    ({ thanks: courtesies, work }) => [
      ...courtesies.map(({ language, text }) => judgedAnswer(language, text, true)),
      ...work.map(({ language, text }) => judgedAnswer(language, text, false)),
    ],
  ),
  ...[...laterAnswers, ...metAnswers].flatMap(({ thanks: courtesies, work, notices, people }) => [
    ...courtesies.map(({ language, text }) => judgedAnswer(language, text, true)),
    ...[...work, ...notices, ...people].map(({ language, text }) =>
      judgedAnswer(language, text, false),
    ),
  ]),
]

function judgedAnswer(language: string, given: Text, isRight: boolean): Judged {
  const { text: whole, from } = typeof given === 'string' ? { text: given, from: null } : given
  const { text } = splitQuote(whole)
  const isJudged = isCourtesy(text, { name: from, email: null }) || isEmptyAnswer(text)
  return { language, shown: whole, isRight, isJudged }
}

const ownAbsence: Judged[] = [
  ...absences.map((one) => judgedNotice(one.language, [one.subject, one.text], ours(one.subject))),
  ...notAbsences.flatMap((one) => judgedPerson(one.language, [one.subject, one.text])),
  // neither thanks nor a problem is a notice
  ...[...thanks, ...notThanks].flatMap((one) => judgedPerson(one.language, ['Re: help', one.text])),
]

const unseenAbsence = [
  ...checkedNotices.map((one) => judgedNotice(one.language, [one.subject, one.text], 'Export')),
  ...checkedPeople.map((one) => ({
    ...judgedNotice(one.language, [one.subject, one.text], 'Export'),
    isRight: false,
  })),
  ...laterNotices.flatMap(([language, subject, text]) =>
    [subject, '', 'Re: help'].map((line) => judgedNotice(language, [line, text], 'help')),
  ),
  ...awayPeople.flatMap((text) =>
    ['Re: help', '', 'help'].flatMap((line) => judgedPerson('mixed', [line, text])),
  ),
  ...unseenAbsences.flatMap((set) =>
    Object.entries(set).flatMap(([language, { notices, people }]) => [
      ...notices.map((mail) => judgedNotice(language, mail, ours(mail[0]))),
      ...people.flatMap((mail) => judgedPerson(language, mail)),
    ]),
  ),
  ...[...freshAnswers, ...openAnswers, plainAnswers, ...checkedAnswers].flatMap((set) =>
    [...set.thanks, ...set.work].flatMap((one) =>
      judgedPerson(one.language, ['Re: help', one.text]),
    ),
  ),
  ...[...laterAnswers, ...metAnswers].flatMap(({ thanks: courtesies, work, notices, people }) => [
    ...notices.map((one) =>
      judgedNotice(one.language, [one.subject, one.text], ours(one.subject) || 'help'),
    ),
    ...people.flatMap((one) => judgedPerson(one.language, [one.subject, one.text])),
    ...[...courtesies, ...work].flatMap((one) =>
      judgedPerson(one.language, ['Re: help', one.text]),
    ),
  ]),
]

/** “Out of Office: Re: help” came to the ticket “help”. */
function ours(subject: string): string {
  return subject.split(/[:：]/).length > 1 ? subject.split(/[:：] ?/).at(-1)! : 'help'
}

type Mail = readonly [subject: string, text: string]

function judgedNotice(language: string, [subject, text]: Mail, ticketSubject: string): Judged {
  const isJudged = isAbsence({ subject, text, ticketSubject })
  return { language, shown: `${subject} | ${text}`, isRight: true, isJudged }
}

/** A person is one whatever the ticket is called. */
function judgedPerson(language: string, mail: Mail): Judged[] {
  return ['Something else', ours(mail[0])].map((ticketSubject) => ({
    ...judgedNotice(language, mail, ticketSubject),
    isRight: false,
  }))
}

/** In tenths of a percent, as the documentation prints them. */
function figuresOf(judged: readonly Judged[]) {
  const found = judged.filter(({ isJudged }) => isJudged)
  const right = judged.filter(({ isRight }) => isRight)
  const both = found.filter(({ isRight }) => isRight).length
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
  return {
    examples: judged.length,
    languages: new Set(judged.map(({ language }) => language)).size,
    precision: both / found.length,
    recall: both / right.length,
    row: `${judged.length} | ${right.length} | ${percent(both, found.length)} | ${percent(both, right.length)} |`,
  }
}

describe.each([
  ['Courtesy, own', ownCourtesy],
  ['Courtesy, once unseen', unseenCourtesy],
  ['Absence, own', ownAbsence],
  ['Absence, once unseen', unseenAbsence],
])('%s', (name, judged) => {
  const wrong = (isRight: boolean) =>
    judged.filter((one) => one.isRight === isRight && one.isJudged !== isRight)

  test('keeps no problem silent and takes no person for a machine', () => {
    expect(wrong(false).map(({ language, shown }) => `${language}: ${shown}`)).toEqual([])
  })

  test('is found in the examples of all languages, with few missed', () => {
    const { precision, recall, languages, examples } = figuresOf(judged)
    expect(examples).toBeGreaterThanOrEqual(300)
    expect(languages).toBeGreaterThanOrEqual(15)
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.98)
  })

  test('has the figures that the documentation prints', () => {
    const page = readFileSync(new URL('../../../../docs/email.md', import.meta.url), 'utf8')
    expect(page.replaceAll(/ {2,}/g, ' ')).toContain(`| ${name} | ${figuresOf(judged).row}`)
  })
})

test('a word of trouble anywhere in thanks makes them a message', () => {
  const troubles = ['not', 'still', 'but', 'broken', 'missing', 'nicht', 'aber', 'kaputt', 'leider']
  const spoilt = thanks
    .filter(({ language }) => language === 'en' || language === 'de')
    .flatMap(({ text }) => {
      const words = (text.split('\n')[0] ?? '').split(' ')
      const places = words.map((_, place) => place + 1)
      return troubles.flatMap((trouble) =>
        places.map((place) => words.toSpliced(place, 0, trouble).join(' ')),
      )
    })
  expect(spoilt.length).toBeGreaterThan(1_500)
  expect(spoilt.filter((text) => isCourtesy(text))).toEqual([])
})

test('what says something has a word that must be there', () => {
  const linesOf = (words: string) => words.split('\n').map((line) => line.trim())
  const saying = [
    ...[courtesyWords, moreWords, morePhrases]
      .flatMap(Object.values<{ says: string }>)
      .map(({ says }) => says),
    ...Object.values(moreAbsenceWords).flatMap(({ adds: _adds, ...kinds }) => Object.values(kinds)),
    ...Object.values(absenceWords).flatMap(({ away, back, marks, urgent, asks }) => [
      away,
      back,
      marks,
      urgent,
      asks,
    ]),
  ].flatMap(linesOf)
  const loose = saying.filter((line) => line !== '' && /^(?:\[[^\]]+\]\s*)+$/.test(line))
  expect(saying.length).toBeGreaterThan(500)
  expect(loose).toEqual([])
})

test.each([
  'Fast. Danke.',
  'Ist die Datei angekommen. Danke',
  'Kann ich mich jetzt anmelden',
  'Danke für eine schnelle Rückmeldung',
  'Thanks, help us out',
  'Please close the account. Thanks',
  'The ticket closed. Thanks',
  'Schon wieder.',
  'Agradeço resposta.',
  'Agradeço o retorno',
  'Agradeço desde já a vossa ajuda',
  'It works for Ben, thanks',
  'Es funktioniert bei Anna, danke',
  'Nu',
  'Na toll.',
  'Is it working now',
  'Almost. Thanks.',
  'Good service needed. Thanks',
  'Fast service, please. Thanks',
  'The report arrives today. Thanks',
  'You are fast but the report is blank. Thanks',
  'Ihr seid schnell, die Liste kam doppelt. Danke',
  'Danke für die schnelle Lieferung der zweiten Liste',
  'Thursday works. Thanks',
  'Thanks for the chaos',
  'Danke für die Belehrung.',
  'Das Paket ist zerdrückt angekommen. Danke',
  'Works great in Chrome. Thanks',
  'Happy to pay by card. Thanks',
  'Since Monday. Thanks',
])('“%s” is a message: each language is read for itself', (text) =>
  expect(isCourtesy(text)).toBe(false),
)

test('two things are said with an “and”, each read for itself', () => {
  expect(isCourtesy('The export arrived and I can log in again. Thanks')).toBe(true)
  expect(isCourtesy('The export arrived and the invoice has a hole. Thanks')).toBe(false)
  expect(isCourtesy('It loads and loads. Thanks')).toBe(false)
})

test.each([
  ['Feel free to close this one 👍', 'Please close this one account 👍'],
  ['So now the problem is solved. Thanks', 'So now the problem is worse. Thanks'],
  ['Nu kommer etiketterne rigtigt ud. Tak', 'Nu kommer etiketterne halvt ud. Tak'],
  ['Kalendern syns igen. Tack', 'Kalendern syns sällan. Tack'],
  ['The calendar is visible again. Thanks', 'The calendar is visible to everyone. Thanks'],
  ['De etiketten komen er netjes uit. Dank', 'De etiketten heb ik netjes opgezegd. Dank'],
])('“%s” is thanks, “%s” is none', (thank, problem) => {
  expect([isCourtesy(thank), isCourtesy(problem)]).toEqual([true, false])
})

test.each(['S.L.', 'Sp. z o.o.', 's.r.o.', 'A.Ş.', 'd.o.o.'])(
  'a company may be called “Olivar %s” below a name',
  (form) => {
    expect(isCourtesy(`Thanks!\n\nKind regards\nAna Ruiz\nOlivar ${form}`)).toBe(true)
    expect(isCourtesy(`Thanks!\n\nKind regards\nAna Ruiz\nIt fails ${form}`)).toBe(false)
  },
)

const away = (text: string) => isAbsence({ subject: 'Re: Export', text, ticketSubject: 'Export' })

test('who helps meanwhile has a name, a number or an address; who wants something is a person', () => {
  const gone = 'I am on parental leave.'
  expect(away(`${gone} My colleague Dana Wells covers for me.`)).toBe(true)
  expect(away(`${gone} For urgent matters call 01632 960 123.`)).toBe(true)
  expect(away(`${gone} Make Dana Wells (dana@wells.example) admin.`)).toBe(false)
  expect(away(`${gone} Dana Wells (dana@wells.example) needs my seat.`)).toBe(false)
})

/** What the words of good ends say of much that is wrong: who sees it, what people did themselves, what comes again. */
const goodWords = [
  'Our data is visible to other customers. Thanks',
  'The page is visible to everyone. Thanks',
  'My salary is visible now. Thanks',
  'Her salary is accessible to all colleagues. Thanks',
  'The list is ready and waiting. Thanks',
  'The labels print correctly on Mondays. Thanks',
  'Right. Thanks',
  'Right, and the refund. Thanks',
  'The report is complete nonsense. Thanks',
  'Everything is visible again and again. Thanks',
  'The invoice is correct and the address. Thanks',
  'Fully expected. Thanks',
  'That was to be expected. Thanks',
  'As expected it stopped. Thanks',
  'It was supposed to work. Thanks',
  'The export is intended for Lyon. Thanks',
  'It works as expected and costs double. Thanks',
  'Thanks and please',
  'Thanks and goodbye account',
  'You can close and refund. Thanks',
  'Close this one and the account. Thanks',
  'Die Gehälter sind sichtbar. Danke',
  'Unsere Daten sind für alle sichtbar. Danke',
  'Der Termin ist verfügbar. Danke',
  'Alles richtig teuer. Danke',
  'Ganz richtig. Danke',
  'Das ist nicht ganz richtig. Danke',
  'Das stimmt so richtig schlecht. Danke',
  'Bestimmt. Danke',
  'Das wird bestimmt klappen. Danke',
  'Les salaires sont visibles. Merci',
  'Nos données sont visibles par tous. Merci',
  'Los datos son visibles para todos. Gracias',
  'I dati sono visibili a tutti. Grazie',
  'Os dados estão visíveis para todos. Obrigado',
  'De gegevens zijn zichtbaar voor iedereen. Bedankt',
  'Dane są widoczne dla wszystkich. Dzięki',
  'Údaje jsou viditelné všem. Díky',
  'Данные видны всем. Спасибо',
  'Пароль виден. Спасибо',
  'The password is visible. Thanks',
  'Das Passwort ist sichtbar. Danke',
  'Verileriniz görünüyor. Teşekkürler',
  'Alle kan ses. Tak',
  'Uppgifterna är synliga för alla. Tack',
  'The server is green and stable. Thanks',
  'The wound is clean and healthy. Thanks',
  'The file is complete gibberish. Thanks',
  'It is done wrong. Thanks',
  'Alles sauber gelöscht. Danke',
  'Sauber verarscht. Danke',
  'Schön sauber kaputt. Danke',
  'Everything is fine and dandy for the others. Thanks',
  'The customer is right. Thanks',
  'Korrekt berechnet wurden zwei Monate. Danke',
  'The charge is correct, reverse it. Thanks',
  'It is stable at half speed. Thanks',
  'TAKEN',
  'It works and I pay for both. Thanks',
  'You can close it and open another one. Thanks',
  'All good and all gone. Thanks',
  'Everything arrived and everything is empty. Thanks',
  'I can log in and out. Thanks',
  'I can log in and see everything of everybody. Thanks',
  'The file is here and there. Thanks',
  'It works now and then. Thanks',
  'All fixed and the same again. Thanks',
  'The problem is solved and comes again. Thanks',
  'So the problem is all fixed for you. Thanks',
  'The issue is resolved in the morning. Thanks',
  'Solved the problem myself by cancelling. Thanks',
  'The problem is sorted by date. Thanks',
  'You can close the issue of my login. Thanks',
  'Please close us. Thanks',
  'We close at six today. Thanks',
  'Please close the door. Thanks',
  'The shop is closed. Thanks',
  'I can close the page. Thanks',
  'You closed this case. Thanks',
  'You closed it again. Thanks',
  'This one is closed too. Thanks',
  'It is closed for me. Thanks',
  'The case is closed and I am in it. Thanks',
  'Es klappt und klappt nicht. Danke',
  'Alles da und doppelt. Danke',
  'Sie können schließen und löschen. Danke',
  'Das Problem ist gelöst und neu. Danke',
  'Ihr habt das Problem gelöst und gekündigt. Danke',
  'Le problème est réglé et revient. Merci',
  'Tout marche et tout manque. Merci',
  'Todo funciona y todo cuesta. Gracias',
  'El problema está resuelto y vuelve. Gracias',
  'Tutto funziona e si spegne. Grazie',
  'Het werkt en stopt. Bedankt',
  'Det fungerar och stannar. Tack',
  'Działa i gaśnie. Dzięki',
  'Funguje to a padá. Díky',
  'Çalışıyor ve duruyor. Teşekkürler',
  'Работает и виснет. Спасибо',
  'The calendar is available again in Spanish. Thanks',
  'Available again in March. Thanks',
  'The old page is visible again. Thanks',
  'The ads are visible again. Thanks',
  'The message is visible again. Thanks',
  'The banner is visible again. Thanks',
  'Ma page est visible à nouveau par eux. Merci',
  'Der Hinweis ist wieder sichtbar. Danke',
  'The labels come out correctly cut in pieces. Thanks',
  'It counts correctly to three. Thanks',
  'Your bot answers correctly. Thanks',
  'Das habe ich richtig bezahlt. Danke',
  'Ich habe korrekt gekündigt. Danke',
  'I cancelled correctly. Thanks',
  'I paid correctly. Thanks',
  'We returned it properly. Thanks',
  'He uninstalled it properly. Thanks',
  'J’ai résilié correctement. Merci',
  'He cancelado correctamente. Gracias',
  'Ho disdetto correttamente. Grazie',
  'Ik heb netjes opgezegd. Bedankt',
  'Jag har sagt upp korrekt. Tack',
]

test.each(goodWords)('“%s” says something', (text) => expect(isCourtesy(text)).toBe(false))

test.each([
  'I am travelling until Thursday. Your mails are not forwarded to me any more.',
  'I am away today and tomorrow. Answer when you can.',
  'I am sick today and will reply to your offer tomorrow. Contact Dana Wells, dana@wells.example.',
  'I am on holiday until Monday and nobody answers my mails.',
  'Ich bin diese Woche im Urlaub, meine Mails werden gelesen von jemand anderem.',
  'I am out of office until Monday. Mail is read rarely, the printer smokes.',
])('“%s” is of a person', (text) => {
  expect(isAbsence({ subject: 'Re: Offer', text, ticketSubject: 'Offer' })).toBe(false)
})

test('only the sender signs in the line of thanks', () => {
  const pete = { name: 'Pete Wray', email: 'pete@wray.example' }
  expect(isCourtesy('It works now. Thanks! Pete', pete)).toBe(true)
  expect(isCourtesy('It works now. Thanks! Ben', pete)).toBe(false)
  expect(isCourtesy('Thanks! Invoice', { name: 'Invoice', email: 'invoice@wray.example' })).toBe(
    false,
  )
})

test.each([
  ['> Please try again.\n> Acme', true],
  ['On Mon, 23 Nov 2026, Acme <support@acme.example> wrote:\n> Try again', true],
  ['Sent from my iPhone', true],
  ['', true],
  ['> Does it work?\nno', false],
  ['The problem is still there:\n> Try again', false],
])('an answer without own words is empty: %j', (text, isEmpty) => {
  expect(isEmptyAnswer(text)).toBe(isEmpty)
})

test('a phrase is the same however it is typed, quoted and signed by a phone', () => {
  const one = normalPhrase('Läuft  bei MIR!\n\nSent from my iPhone\n> old')
  expect(one).toBe(normalPhrase('lauft bei mir'))
  expect(normalPhrase('> only a quote')).toBeNull()
  expect(normalPhrase('x '.repeat(2_000))).toBeNull()
})

test.each(['It does not work', 'And now?', 'Fehler 500', 'Still broken'])(
  '“%s” is never learned as thanks',
  (text) => {
    expect(mayMeanNothing(text)).toBe(false)
  },
)

describe.each([
  ['thanks', (text: string) => isCourtesy(text, { name: 'Anna', email: null })],
  ['a notice', (text: string) => isAbsence({ subject: 'Out of office', text, ticketSubject: '' })],
])('a flood is read as %s in a time that grows with its length at most', (_, judge) => {
  test.each(['Thanks ', 'Anna ', '\n', 'a:\n', 'everything is ', 'until ', 'a@b.example '])(
    '%j',
    async (piece) => {
      expect(judge(piece.repeat(20_000))).toBe(false)
      expect(await growthOf((size) => judge(piece.repeat(size)), 32_000)).toBeLessThan(linear)
    },
  )
})

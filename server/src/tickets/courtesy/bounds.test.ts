import { describe, expect, test } from 'vitest'
import { fold, tokensOf } from './fold.ts'
import { isAbsence } from './is-absence.ts'
import { isCourtesy } from './is-courtesy.ts'
import { normalPhrase } from './normal-phrase.ts'
import { ownLines } from './own-words.ts'
import { addPhrases, phrasesAt } from './phrases.ts'
import type { Phrases } from './phrases.ts'
import { readPhrases } from './read-phrases.ts'
import { isSigned } from './signature.ts'

/** Where thanks end and a signature may begin: how long each of its lines may be. */
describe('below thanks', () => {
  const read = (last: string) => (lines: readonly string[]) =>
    lines.join('\n') === 'Thanks' ? [{ last }] : []
  const isBelow = (...lines: string[]) => isSigned(['Thanks', ...lines], read('says'))
  const isBelowClosing = (...lines: string[]) => isSigned(['Thanks', ...lines], read('closes'))
  const words = (count: number, word = 'Unit') =>
    Array.from({ length: count }, () => word).join(' ')

  test('stands nothing, or a name of up to four words and fifty characters', () => {
    expect([isBelow(), isBelow('', ''), isBelow('Anna Lind')]).toEqual([true, true, true])
    expect([isBelow('Anna Maria da Lind'), isBelow('Anna Maria von Lind Ek')]).toEqual([
      true,
      false,
    ])
    const long = `A${'n'.repeat(24)} L${'i'.repeat(23)}`
    expect([isBelow(long), isBelow(`${long}i`)]).toEqual([true, false])
    expect([isBelow('anna'), isBelow('a'), isBelow('annas'.repeat(3))]).toEqual([
      true,
      false,
      false,
    ])
    expect([isBelow('anna lind'), isBelow('de la')]).toEqual([false, false])
    expect([isBelow('佐藤花子佐藤花子'), isBelow('佐藤花子佐藤花子佐')]).toEqual([true, false])
    for (const line of ['Anna?', 'Anna: no', 'Anna 2', '!', '-- ,'])
      expect(isBelow(line)).toBe(false)
  })

  test('stands what is about a person only behind a name, a ruler or a closing formula', () => {
    const street = 'Quay Street 12'
    expect([isBelow(street), isBelowClosing(street)]).toEqual([false, true])
    expect([isBelow('Anna Lind', street), isBelow('--', street)]).toEqual([true, true])
    expect([isBelow('-', street), isBelow('vedoucí nákupu')]).toEqual([false, false])
    expect([isBelow('Anna', 'vedoucí nákupu'), isBelow('vedoucí nákupu', 'Anna')]).toEqual([
      true,
      false,
    ])
    expect(isBelow('[image: logo]')).toBe(true)
  })

  test('stands what somebody is, written small, only between a closing formula and a number', () => {
    const [role, phone] = ['pénzügyi vezető', 'tel 030 123 456']
    expect(isBelowClosing('Anna', role, phone)).toBe(true)
    expect([isBelowClosing('Anna', role), isBelow('Anna', role, phone)]).toEqual([false, false])
    expect(isBelowClosing('Anna', 'a b c d', phone)).toBe(true)
    expect(isBelowClosing('Anna', 'a b c d e', phone)).toBe(false)
    expect(isBelowClosing('Anna', 'rechnung fehlt', phone)).toBe(false)
    expect(isBelowClosing('Anna', 'Am Markt 4')).toBe(true)
  })

  test('stand details of up to eight words, or twenty in pieces of six', () => {
    expect([isBelow('Anna', words(8)), isBelow('Anna', words(9))]).toEqual([true, false])
    const pieces = (...counts: number[]) => counts.map((count) => words(count)).join(' | ')
    expect([isBelow('Anna', pieces(6, 3)), isBelow('Anna', pieces(7, 3))]).toEqual([true, false])
    expect([isBelow('Anna', pieces(6, 6, 6, 2)), isBelow('Anna', pieces(6, 6, 6, 3))]).toEqual([
      true,
      false,
    ])
    expect(isBelow('Anna', 'Unit of quality.')).toBe(false)
    expect(isBelow('Anna', 'Unit Ltd.')).toBe(true)
    expect([isBelow('Anna', 'Why not?'), isBelow('Anna', 'Now!')]).toEqual([false, false])
  })

  test('stand addresses and numbers of up to twenty words and 120 characters', () => {
    const address = 'anna@lind.example'
    expect(isBelow('Anna', `${words(17, 'of')} ${address}`)).toBe(true)
    expect(isBelow('Anna', `${words(18, 'of')} ${address}`)).toBe(false)
    const long = `${'a'.repeat(120 - address.length)}${address}`
    expect([isBelow('Anna', long), isBelow('Anna', `a${long}`)]).toEqual([true, false])
    expect([isBelow('Anna', 'tel 030 123 456'), isBelow('Anna', 'tel 030 12')]).toEqual([
      true,
      false,
    ])
  })

  test('stand legal words up to the next blank line, whatever they say', () => {
    const legal = 'This mail is confidential'
    expect(isBelow(legal, 'and nobody else may read it')).toBe(true)
    expect(isBelow(legal, '', 'and nobody else may read it')).toBe(false)
    expect(isBelow('Is this confidential?')).toBe(false)
  })

  test('stand at most 25 lines, and the whole has at most sixty', () => {
    const lines = (count: number) => Array.from({ length: count }, () => 'Anna Lind')
    expect([isBelow(...lines(25)), isBelow(...lines(26))]).toEqual([true, false])
    const blank = (count: number) => Array.from({ length: count }, () => '')
    expect([isBelow(...blank(58), 'Anna'), isBelow(...blank(59), 'Anna')]).toEqual([true, false])
    expect([isSigned([], read('says')), isSigned(['', ''], read('says'))]).toEqual([false, false])
    expect(isSigned(['', 'Thanks', ''], read('says'))).toBe(true)
  })
})

describe('what is well is read', () => {
  test('of things that no list has', () => {
    expect(isCourtesy('The coffee machine works again. Thanks!')).toBe(true)
    expect(isCourtesy('Thanks! Zahlung eingegangen')).toBe(true)
  })

  test('of whoever is glad, in up to five words that no list has', () => {
    expect(isCourtesy('The brown lazy purple orange colleagues are delighted. Thanks!')).toBe(true)
    const six = 'The brown lazy purple orange silent colleagues are delighted. Thanks!'
    expect(isCourtesy(six)).toBe(false)
  })
})

describe('thanks are read', () => {
  test('up to 120 words and 6,000 characters', () => {
    expect(isCourtesy('thanks '.repeat(120))).toBe(true)
    expect(isCourtesy('thanks '.repeat(121))).toBe(false)
    const legal = `Thanks\n\nThis mail is confidential ${'x'.repeat(5_966)}`
    expect([legal.length, isCourtesy(legal), isCourtesy(`${legal}x`)]).toEqual([6_000, true, false])
  })

  test('with names of capitals behind them', () => {
    expect(isCourtesy('Thanks Anna Maria Lind')).toBe(true)
    expect(isCourtesy('Thanks, Anna Maria Lind')).toBe(true)
    expect(isCourtesy('Thanks anna')).toBe(false)
  })

  test('as they are typed in a hurry, where that is a long word', () => {
    for (const text of ['Thnaks', 'Thanksss!', 'Dnake', 'THANKS'])
      expect(isCourtesy(text)).toBe(true)
    for (const text of ['Htanks', 'Thnak soy', 'Thankz']) expect(isCourtesy(text)).toBe(false)
  })

  test('as signs alone', () => {
    expect([isCourtesy('👍'), isCourtesy('👍🏽🙏'), isCourtesy('👎'), isCourtesy('👍 👎')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('a notice of absence is read', () => {
  const notice = (text: string, subject = 'Automatic reply: help', ticketSubject = 'help') =>
    isAbsence({ subject, text, ticketSubject })

  test('up to 3,000 characters', () => {
    expect(notice('x'.repeat(3_000))).toBe(true)
    expect(notice('x'.repeat(3_001))).toBe(false)
  })

  test('by the words of a program before our subject, unless it asks or tells of a failure', () => {
    expect(notice('Back soon')).toBe(true)
    expect(notice('Back soon', 'Automatic reply: other')).toBe(false)
    expect(notice('Back soon', 'Re: Automatic reply: help')).toBe(false)
    expect(notice('Back soon', 'Automatic reply', 'Automatic reply')).toBe(false)
    expect(notice('Back soon', 'Automatic reply:')).toBe(false)
    expect([notice('Is it done?'), notice('It does not work')]).toEqual([false, false])
    expect(notice('See https://away.example/when?x=1 for more')).toBe(true)
    expect(notice('Back soon', 'Automatic reply: [Ext] Re: help')).toBe(true)
  })
})

describe('words', () => {
  test('are alike without accents, in small letters', () => {
    expect(['Straße', 'ÆØÅ', 'Çok', 'ＡＢＣ', 'l’été', 'が'].map(fold)).toEqual([
      'strasse',
      'aeoa',
      'cok',
      'abc',
      "l'ete",
      'が',
    ])
  })

  test('begin sentences, stand behind signs and have capitals', () => {
    expect(tokensOf('Thanks, Anna (really). it\nworks')).toEqual([
      { word: 'thanks', isCapital: true, isFirst: true, isApart: false },
      { word: 'anna', isCapital: true, isFirst: false, isApart: true },
      { word: 'really', isCapital: false, isFirst: false, isApart: false },
      { word: 'it', isCapital: false, isFirst: true, isApart: true },
      { word: 'works', isCapital: false, isFirst: true, isApart: false },
    ])
  })

  test('are one’s own where they are neither quoted nor introduce a quote nor come of a phone', () => {
    const introduction = 'On 3 March 2026, Acme <help@acme.example> wrote:'
    expect(ownLines(`yes\n${introduction}\n> no`)).toEqual(['yes'])
    expect(ownLines(`yes\n${introduction}\n\n> no`)).toEqual(['yes', ''])
    expect(ownLines(`yes\n${introduction}\n\n\n> no`)).toEqual(['yes', introduction, '', ''])
    expect(ownLines(`still broken\nit hangs\n${introduction}\n> no\n\nThanks`)).toEqual([
      'still broken',
      'it hangs',
      '',
      'Thanks',
    ])
    expect(isCourtesy(`Still broken\n${introduction}\n> no\n\nThanks`)).toBe(false)
    expect(ownLines('On 3 March 2026, Acme\n<help@acme.example> wrote:\n> no')).toEqual([])
    expect(ownLines('On 3 March 2026,\n\nAcme wrote:\n> no')).toEqual([
      'On 3 March 2026,',
      '',
      'Acme wrote:',
    ])
    expect(ownLines('I did this:\n> no')).toEqual(['I did this:'])
    expect(ownLines('at 12:30:\n> no')).toEqual([])
    expect(ownLines('Sent from my iPhone')).toEqual([])
    expect(ownLines('I sent from my phone')).toEqual(['I sent from my phone'])
  })

  test('are a phrase up to 500 characters of a text of 2,000', () => {
    expect(normalPhrase('x y '.repeat(125))).toHaveLength(499)
    expect(normalPhrase(`${'x y '.repeat(125)}z`)).toBeNull()
    expect(normalPhrase('x y '.repeat(125).trim().concat('z'))).toHaveLength(500)
    expect(normalPhrase(`yes${' '.repeat(1_997)}`)).toBe('yes')
    expect(normalPhrase(`yes${' '.repeat(1_998)}`)).toBeNull()
  })
})

describe('phrases', () => {
  const phrases: Phrases<'says'> = new Map()
  addPhrases(phrases, 'thank you|thee [very_much]\n\n[oh] well\nfix [*]', 'says')
  const endsOf = (text: string, start = 0) =>
    phrasesAt(phrases, tokensOf(text), start)
      .map(({ end }) => end)
      .toSorted((a, b) => a - b)

  test('end where their words do, with what is optional or without it', () => {
    expect(endsOf('thank you very much')).toEqual([2, 4])
    expect(endsOf('thank thee')).toEqual([2])
    expect([endsOf('thank'), endsOf('thank very'), endsOf('you')]).toEqual([[], [], []])
    expect([endsOf('oh well'), endsOf('well'), endsOf('well', 1)]).toEqual([[2], [1], []])
  })

  test('have one open word, of the same sentence and behind no sign', () => {
    expect(endsOf('fix printer')).toEqual([1, 2])
    for (const text of ['fix, printer', 'fix. Printer', 'fix']) expect(endsOf(text)).toEqual([1])
  })

  test('are read side by side, and nothing is where a word has none', () => {
    const read = (text: string) => {
      const tokens = tokensOf(text)
      return readPhrases<'says'>(tokens, {
        phrasesFrom: (place) => phrasesAt(phrases, tokens, place),
        namesFrom: (place, after) =>
          after === 'says' && tokens[place]?.isCapital ? [place + 1] : [],
      })
    }
    expect(read('thank you Anna').map(({ kinds, last }) => [[...kinds], last])).toEqual([
      [['says'], 'says'],
    ])
    expect(read('').map(({ kinds, last }) => [[...kinds], last])).toEqual([[[], null]])
    expect([read('Anna thank you'), read('thank you so')]).toEqual([[], []])
  })
})

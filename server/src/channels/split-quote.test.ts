import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitQuote } from './split-quote.ts'

describe('the quoted part is split off', () => {
  test.each([
    ['On Tue, 3 Mar 2026 at 10:00, Acme Support <support@acme.example> wrote:\n> Which one?'],
    ['On Tue, 3 Mar 2026 at 10:00, Acme Support <support@acme.example>\nwrote:\n\n> Which one?\n>'],
    ['Am Di., 3. März 2026 um 10:00 Uhr schrieb Acme Support <s@acme.example>:\n\n> Welcher?'],
    ['Le mar. 3 mars 2026 à 10:00, Acme Support <s@acme.example> a écrit :\n> Lequel ?'],
    ['-----Original Message-----\nFrom: Acme\nSent: Tuesday\nWhich one?'],
    [
      '________________________________\nFrom: Acme <s@a.example>\nSent: Tuesday\nTo: Dana\nSubject: Re\n\nWhich?',
    ],
    ['Von: Acme <s@a.example>\nGesendet: Dienstag\nAn: Dana\nBetreff: Re: Export\n\nWelcher?'],
    ['> Which one?\n> Regards'],
  ])('%s', (quote) => {
    expect(splitQuote(`The one of today\n\n${quote}`)).toEqual({
      text: 'The one of today',
      quotedText: quote.trim(),
    })
  })
})

describe('the whole text stays', () => {
  test.each([
    ['without a quote', 'Hello\nI wrote: nothing'],
    ['answered between the lines', 'Hi\n\n> Which one?\nThis one\n> And when?\nNow'],
    ['answered below', 'On Tue, Acme Support wrote:\n> Which one?\n\nThe one of today'],
    ['all of it quoted', '> Which one?'],
    ['forwarded', 'See below\n\n---------- Forwarded message ---------\nFrom: Bob\n\nIt is broken'],
    ['a list of steps', 'From: the menu\nI chose export'],
  ])('%s', (_case, text) => {
    expect(splitQuote(text)).toEqual({ text, quotedText: null })
  })
})

test('no word is ever lost', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '> quoted',
      'On Tue, Ada Agent wrote:',
      'From: x',
      'Sent: y',
      'To: z',
      '____________',
      '',
    ),
    fc.string({ maxLength: 40 }),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const whole = lines.join('\n')
      const { text, quotedText } = splitQuote(whole)
      expect(`${text}${quotedText ?? ''}`.replaceAll(/\s/g, '')).toBe(whole.replaceAll(/\s/g, ''))
    }),
  )
})

test('a megabyte of anything is split in no time', () => {
  const started = performance.now()
  splitQuote('On '.repeat(350_000))
  splitQuote('On a\n'.repeat(100_000))
  expect(performance.now() - started).toBeLessThan(1_500)
})

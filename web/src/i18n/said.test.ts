import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptWordsFor, loadSentences, ownWordsFor } from './said.ts'

beforeAll(() => loadSentences('de'))
afterAll(() => loadSentences('en'))

test.each([
  ['It names several senders; the first is taken', 'Sie nennt mehrere Absender; der erste gilt'],
  ['Only 50 of 63 attachments are listed', 'Nur 50 von 63 Anhängen sind aufgeführt'],
  [
    'Its sender’s domain acme.example looks like acne.example and is another',
    'Die Domain ihres Absenders, acme.example, sieht aus wie acne.example und ist eine andere',
  ],
  [
    'It has too many lines: only its headers were read. The original is kept.',
    'Sie hat zu viele Zeilen: nur ihre Kopfzeilen wurden gelesen. Das Original ist aufbewahrt.',
  ],
  [
    'It could not be read: a line\nand another',
    'Sie konnte nicht gelesen werden: a line\nand another',
  ],
])('what was kept as English text is found again: %s', (english, german) => {
  expect(keptWordsFor(english)).toBe(german)
})

test('what no sentence of the server is stays as it is', () => {
  for (const text of ['Tried 5 times already: escalate', 'a.b*c?', '', '{0}'])
    expect(keptWordsFor(text)).toBe(text)
})

test('what a file says is said as it stands there, also where it reads like a sentence of the server', () => {
  const text = 'Only 50 of 63 attachments are listed'
  expect(ownWordsFor(undefined, text)).toBe(text)
})

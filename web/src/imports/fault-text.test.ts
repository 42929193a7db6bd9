import { afterEach, expect, test } from 'vitest'
import { loadSentences } from '#web/i18n/said.ts'
import { faultText } from './fault-text.ts'

afterEach(() => loadSentences('en'))

const team =
  'No column tells the team, so the L1 resolution rate would be wrong for every period of the desk: name the column with --columns team=…'

test.each([
  ['en', /^No column tells the team, .* every period of the desk$/],
  ['de', /^Keine Spalte nennt das Team, .* für jeden Zeitraum falsch$/],
])(
  'why a history cannot be read is said in %s, without options of the command line',
  async (language, expected) => {
    await loadSentences(language)
    expect(faultText({ message: 'of the server', said: { words: team, values: [] } })).toMatch(
      expected,
    )
  },
)

test('a value stands where the language puts it; only the first line is shown', async () => {
  await loadSentences('de')
  const said = {
    words: '{0} has no columns: leave --columns out',
    values: [{ words: 'The file', values: [] }],
  }
  expect(faultText({ message: 'of the server', said })).toBe('Die Datei hat keine Spalten')
  expect(faultText({ message: 'one\ntwo' })).toBe('one')
})

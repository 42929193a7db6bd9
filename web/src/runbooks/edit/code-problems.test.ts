import { Text } from '@codemirror/state'
import { afterEach, expect, test } from 'vitest'
import { loadSentences } from '#web/i18n/said.ts'
import { diagnosticsOf } from './code-problems.ts'

afterEach(() => loadSentences('en'))

const problem = {
  file: null,
  line: 2,
  column: 1,
  endColumn: 5,
  severity: 'error' as const,
  reason: 'At character 7 of the condition: write == instead of “=”',
  said: {
    words: 'At character {0} of the condition: {1}',
    values: [7, { words: 'write {0} instead of “{1}”', values: ['==', '='] }],
  },
  suggestion: null,
  state: null,
}
const messageIn = async (language: string) => {
  await loadSentences(language)
  return diagnosticsOf(Text.of(['id: a', 'when: b = 1']), [problem])[0]?.message
}

test('what the linter says is said at its place in the language of who writes', async () => {
  expect(await messageIn('en')).toBe(problem.reason)
  expect(await messageIn('de')).toBe('Bei Zeichen 7 der Bedingung: schreiben Sie == statt „=“')
})

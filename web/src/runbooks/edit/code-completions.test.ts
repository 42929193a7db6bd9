import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { runbookCompletions } from './code-completions.ts'

const names = {
  sources: [{ id: 'exports.by_id', title: 'One export', fields: ['status', 'attempts'] }],
  actions: [{ id: 'export.requeue', title: 'Requeue' }],
  types: ['exports.email-missing'],
}

const complete = runbookCompletions(() => names)

/** What is offered where `|` stands in the head. */
function offeredAt(head: string): string[] {
  const whole = `---\n${head}\n---\n`
  const doc = whole.replace('|', '')
  const state = EditorState.create({ doc })
  const result = complete(new CompletionContext(state, whole.indexOf('|'), true))
  return (result?.options ?? []).map(({ label }) => label)
}

const checks = 'checks:\n  exp: { source: exports.by_id }\n'

describe('the source offers', () => {
  test.each([
    ['sources of the project', 'checks:\n  exp: { source: ex|', ['exports.by_id']],
    ['its actions', 'causes:\n  failed: { action: |', ['export.requeue']],
    [
      'its actions in a list',
      'causes:\n  failed: { action: [export.cancel, ex|',
      ['export.requeue'],
    ],
    ['its types', 'type: |', ['exports.email-missing']],
    ['the kinds of answers', 'checks:\n  spam: { type: |', ['boolean', 'enum', 'text']],
    [
      'the fields of what a check reads',
      `${checks}causes:\n  failed: { when: "exp.|" }`,
      ['exp.status', 'exp.attempts'],
    ],
    [
      'the fields of a source',
      'pick: { id: exports.by_id.|}',
      ['exports.by_id.status', 'exports.by_id.attempts'],
    ],
    ['the causes to expect', 'causes: { lost: {} }\nfixtures:\n  - { expect: | }', ['lost']],
  ])('%s', (_what, head, offered) => expect(offeredAt(head)).toEqual(offered))

  test('the words of the format and of this runbook elsewhere', () => {
    expect(offeredAt(`${checks}ca|`)).toEqual(expect.arrayContaining(['exp', 'causes']))
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readHead, removeFromHead, renameInHead, setInHead } from './edit-head.ts'
import {
  readIntro,
  readProse,
  removeCauseProse,
  renameCauseProse,
  setExplanation,
  setIntro,
  setSay,
} from './edit-prose.ts'
import { textToContinue } from './local-copy.ts'
import { inFlow } from './write-yaml.ts'

const text = `---
id: parcel   # never change it
title: Parcel not received
symptom:
  # the most frequent first
  - my parcel never came
  - parcel not received
checks:
  order: { source: orders.by_id, with: { id: pick.order_id, names: [a, b] } }
  neighbour: { ask: "Did a neighbour take it?", type: boolean }
causes:
  packing: { when: "order.state == 'packing'", action: order.hurry }

  # nobody knows it
  lost:
    when: "order.state == 'sent'"   # a week
    escalate: lost-parcel
fixtures:
  - { given: { order: { state: packing } }, expect: packing }
---
Before the first check.

## packing
Not yet sent.

### Say
Your order {{order.id}} leaves today.

## lost
Gone.

\`\`\`
## not a cause
\`\`\`
`

/** The lines that went (-) and came (+). */
function changed(after: string): string[] {
  const [before, now] = [text.split('\n'), after.split('\n')]
  return [
    ...before.filter((line) => !now.includes(line)).map((line) => `-${line.trim()}`),
    ...now.filter((line) => !before.includes(line)).map((line) => `+${line.trim()}`),
  ]
}

describe('the form changes only its own place in the text', () => {
  test.each([
    [
      'a word',
      ['title'],
      'Parcel: lost',
      ['-title: Parcel not received', '+title: "Parcel: lost"'],
    ],
    ['an item', ['symptom', 1], 'gone', ['-- parcel not received', '+- gone']],
    ['one more item', ['symptom', 2], '# 3', ['+- "# 3"']],
    ['one more check', ['checks', 'delay'], { source: 'a.b' }, ['+delay: { source: a.b }']],
    [
      'a condition, its comment kept',
      ['causes', 'lost', 'when'],
      'order == "x"',
      ['-when: "order.state == \'sent\'"   # a week', '+when: \'order == "x"\'   # a week'],
    ],
    ['a key that was not there', ['causes', 'lost', 'reply'], 'sorry', ['+reply: sorry']],
    ['an entry that was not there', ['pick', 'order_id'], 'a.id', ['+pick:', '+order_id: a.id']],
  ] as const)('%s', (_what, path, value, lines) => {
    const after = setInHead(text, path, value)
    expect(changed(after)).toEqual(lines)
    expect(valueAt(after, path)).toEqual(value)
  })

  test('a value within braces keeps its neighbours', () => {
    const after = setInHead(text, ['checks', 'order', 'with'], { id: 'pick.x, y' })
    expect(after).toContain('order: { source: orders.by_id, with: { id: "pick.x, y" } }')
    expect(setInHead(text, ['checks', 'neighbour', 'when'], 'a')).toContain(
      'neighbour: { ask: Did a neighbour take it?, type: boolean, when: a }',
    )
  })

  test('what is removed takes only itself; the comment above stays with what it stands above', () => {
    expect(changed(removeFromHead(text, ['symptom', 0]))).toEqual(['-- my parcel never came'])
    const after = removeFromHead(text, ['causes', 'packing'])
    expect(after).toContain('# nobody knows it\n  lost:')
    expect(removeFromHead(text, ['fixtures', 0])).not.toContain('fixtures')
  })

  test('a name is changed in its place, and never to one that is taken', () => {
    expect(changed(renameInHead(text, ['causes', 'lost'], 'gone'))).toEqual(['-lost:', '+gone:'])
    expect(renameInHead(text, ['causes', 'lost'], 'packing')).toBe(text)
  })

  test('a head that cannot be read, or is not there, is left alone', () => {
    for (const broken of ['no head', '---\na: [\n---\n', '---\n- list\n---\n']) {
      expect(readHead(broken)).toBeNull()
      expect(setInHead(broken, ['title'], 'x')).toBe(broken)
      expect(removeFromHead(broken, ['title'])).toBe(broken)
    }
  })

  test('a value of a no-break space is kept', () => {
    expect(valueAt(setInHead(text, ['title'], '\u00A0'), ['title'])).toBe('\u00A0')
  })

  test('whatever is written is read back, and the rest stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('title', 'when', 'ask', 'new'),
        (word, where) => {
          const path = {
            title: ['title'],
            when: ['causes', 'lost', 'when'],
            ask: ['checks', 'neighbour', 'ask'],
            new: ['symptom', 2],
          }[where] as unknown as readonly [string, ...string[]]
          const after = setInHead(text, path, word)
          expect(valueAt(after, path)).toBe(word)
          expect(after).toContain('id: parcel   # never change it')
          expect(after.endsWith('```\n')).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        const seen = JSON.parse(JSON.stringify(value).replaceAll('"__proto__"', '"p"')) as unknown
        expect(parse(inFlow(seen))).toEqual(seen)
      }),
      { numRuns: 200 },
    )
  })
})

describe('prose', () => {
  test('is read by its headings; one inside a fence is text', () => {
    expect(readIntro(text)).toBe('Before the first check.')
    expect(readProse(text, 'packing').say).toBe('Your order {{order.id}} leaves today.')
    expect(readProse(text, 'lost').explanation).toContain('## not a cause')
    expect(readProse(text, 'not a cause').explanation).toBe('')
  })

  test('is written in its place', () => {
    expect(changed(setExplanation(text, 'packing', 'Soon.'))).toEqual(['-Not yet sent.', '+Soon.'])
    expect(changed(setIntro(text, 'First.'))).toEqual(['-Before the first check.', '+First.'])
    const said = setSay(text, 'lost', 'We look for it.')
    expect(readProse(said, 'lost').say).toBe('We look for it.')
    expect(readProse(said, 'lost').explanation).toContain('## not a cause')
    expect(readProse(setSay(text, 'packing', ''), 'packing').say).toBe('')
    expect(readProse(setExplanation(text, 'fresh', 'New.'), 'fresh').explanation).toBe('New.')
  })

  test('follows its cause when that is renamed or removed', () => {
    expect(changed(renameCauseProse(text, 'packing', 'packed'))).toEqual([
      '-## packing',
      '+## packed',
    ])
    const without = removeCauseProse(text, 'packing')
    expect(without).not.toContain('leaves today')
    expect(readProse(without, 'lost').explanation).toContain('Gone.')
  })
})

test('one goes on with the latest text that is not saved yet', () => {
  const local = { source: 'local', baseVersion: 1, savedAt: '2026-03-02T10:00:00Z' }
  const server = { source: 'server', baseVersion: 1, savedAt: '2026-03-02T11:00:00Z' }
  expect(textToContinue(local, server, 'saved')).toBe(server)
  expect(textToContinue(local, null, 'saved')).toBe(local)
  expect(textToContinue(null, server, 'server')).toBeNull()
  expect(textToContinue(null, null, 'saved')).toBeNull()
})

function valueAt(from: string, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown>)[key],
    readHead(from),
  )
}

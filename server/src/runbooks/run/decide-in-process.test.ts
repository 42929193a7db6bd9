import { expect, test } from 'vitest'
import { actorRef, system } from '#server/core/actor.ts'
import { TookTooMuch } from '#server/core/process-pool.ts'
import { compileRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { parseRunbook } from '#server/runbooks/format/parse-runbook.ts'
import { refusalOfText } from '#server/runbooks/lint/check-in-process.ts'
import { decideInProcess } from './decide-in-process.ts'
import { settle, valuesOf } from './run-state.ts'
import type { Findings } from './run-state.ts'

/** Each condition compares whole tables, once for each of their rows. */
const slow = Array.from({ length: 12 }, (_, i) => `rows.exists(r, rows != rows || r.id == -${i})`)
const findings: Findings = {
  picks: {},
  checks: {
    rows: {
      state: 'answered',
      value: Array.from({ length: 200 }, (_, id) => ({
        id,
        name: `row ${id}`,
        of: { a: 1, b: 2 },
      })),
      at: '2026-03-02T09:00:00.000Z',
      durationMs: 1,
      error: null,
      by: actorRef(system('test')),
      picks: {},
    },
  },
}

function contentOf(causes: readonly string[]) {
  const lines = causes.map((when, i) => `  c${i}: { when: "${when}", reply: r }`)
  const source = `---\napiVersion: firstline/v1\nkind: Runbook\nid: late\ntype: late\nowner: shop\nsymptom: [late]\nchecks:\n  rows: { source: orders.recent }\ncauses:\n${lines.join('\n')}\n---\n`
  return parseRunbook(source).content!
}

test('the desk goes on while conditions that take long are tried', async () => {
  const titles = new Map([['orders.recent', 'Orders']])
  let turns = 0
  const counting = setInterval(() => turns++, 1)
  const decided = await decideInProcess({ content: contentOf(slow), findings, titles })
  clearInterval(counting)
  // decided in this process there would be none
  expect(turns).toBeGreaterThan(3)
  expect(decided.causes).toHaveLength(slow.length)
  expect(decided.checks).toMatchObject([{ name: 'rows', title: 'Orders', state: 'answered' }])
})

test('a process decides as a run would', async () => {
  const content = contentOf(['rows.exists(r, r.id == 199)', 'rows[0].name == rows[1].name'])
  const runbook = compileRunbook(content)
  const { settled, values } = await decideInProcess({ content, findings, titles: new Map() })
  expect(settled).toEqual(settle(runbook, findings))
  expect(settled).toMatchObject({ state: 'cause_found', cause: 'c0' })
  expect(values).toEqual(valuesOf(runbook, findings))
})

test('what takes longer than it may is refused, and says what to do', () => {
  expect(refusalOfText(new TookTooMuch('It took too long'))).toMatchObject({
    kind: 'invalid',
    reason: 'runbook.too-large',
    message: expect.stringContaining('write fewer or shorter conditions'),
  })
})

import { describe, expect, test } from 'vitest'
import { compileRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { parseRunbook } from '#server/runbooks/format/parse-runbook.ts'
import { renderSay } from '#server/runbooks/causes/render-say.ts'
import { settle, valuesOf } from './run-state.ts'
import type { Findings, StoredCheck } from './run-state.ts'

/** A runbook of two sources and two questions, with these causes. */
function runbookOf(causes: Record<string, string>) {
  const head = {
    apiVersion: 'firstline/v1',
    kind: 'Runbook',
    id: 'some-runbook',
    type: 'how-to',
    owner: 'team',
    symptom: ['something'],
    pick: { id: 'orders.recent.id' },
    checks: {
      status: { source: 'status' },
      order: { source: 'orders.by_id', with: { id: 'pick.id' } },
      seen: { ask: 'Seen?', type: 'boolean', when: "order.state == 'sent'" },
      where: { ask: 'Where?', type: 'text', when: 'seen' },
    },
    causes: Object.fromEntries(
      Object.entries(causes).map(([name, when]) => [name, { when, reply: 'x' }]),
    ),
  }
  return compileRunbook(parseRunbook(`---\n${JSON.stringify(head)}\n---\n`).content!)
}

function answered(value: unknown, picks: Record<string, string> = {}): StoredCheck {
  return { state: 'answered', value, at: null, durationMs: null, error: null, by: null, picks }
}

function found(checks: Record<string, StoredCheck>, pick: string | null = '1'): Findings {
  const state = pick === null ? 'open' : 'chosen'
  return { picks: { id: { state, value: pick, candidates: [], error: null } }, checks }
}

const status = answered({ degraded: false })
const sent = answered({ state: 'sent' }, { id: '1' })
const packing = answered({ state: 'packing' }, { id: '1' })

describe('a run', () => {
  test('waits while an answer could still make a second cause match', () => {
    const runbook = runbookOf({ sent: "order.state == 'sent'", seen: 'seen' })
    expect(settle(runbook, found({ status, order: sent })).state).toBe('waiting')
    const no = found({ status, order: sent, seen: answered(false) })
    expect(settle(runbook, no)).toMatchObject({ state: 'cause_found', cause: 'sent' })
    const yes = found({ status, order: sent, seen: answered(true), where: answered('here') })
    expect(settle(runbook, yes)).toEqual({
      state: 'unclassified',
      cause: null,
      matched: ['sent', 'seen'],
    })
  })

  test('waits for no pick that cannot change the cause', () => {
    const runbook = runbookOf({
      incident: 'status.degraded',
      packing: "!status.degraded && order.state == 'packing'",
    })
    const degraded = answered({ degraded: true })
    expect(settle(runbook, found({ status: degraded }, null))).toMatchObject({ cause: 'incident' })
    expect(settle(runbook, found({ status }, null)).state).toBe('waiting')
  })

  test('never takes what it does not know for false', () => {
    const runbook = runbookOf({ fine: '!status.degraded', packing: "order.state == 'packing'" })
    const late: StoredCheck = { ...status, state: 'timed_out', value: null }
    expect(settle(runbook, found({ status: late, order: sent, seen: answered(false) }))).toEqual({
      state: 'unclassified',
      cause: null,
      matched: [],
    })
  })

  test('forgets what was read of another record, and answers no longer asked for', () => {
    const runbook = runbookOf({ packing: "order.state == 'packing'" })
    const other = found({ order: packing }, '2')
    expect(valuesOf(runbook, other)).toEqual({})
    const stale = found({ order: packing, seen: answered(true), where: answered('here') })
    expect(valuesOf(runbook, stale)).toEqual({ order: { state: 'packing' } })
  })
})

describe('what is said to the customer', () => {
  test('has its values, on one line and never as a placeholder again', () => {
    const values = { order: { id: 'a\n\n{{order.secret}}\u0000b', secret: 'no', paid: true, n: 0 } }
    expect(renderSay('{{order.id}}|{{ order.paid }}|{{order.n}}', values)).toBe(
      'a {{order.secret}} b|true|0',
    )
  })

  test('shows what is not known', () => {
    expect(renderSay('{{order.id}} {{order.list}}', { order: { list: [1] } })).toBe(
      '[order.id?] [order.list?]',
    )
    expect(renderSay('{{order.constructor}}', { order: {} })).toBe('[order.constructor?]')
  })
})

import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import { hours } from '#server/core/clock.ts'
import { Conflict } from '#server/core/errors.ts'
import { compileCel } from '#server/conditions/cel.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { createActionDesk, someAiAgent } from '#server/actions/testing/factory.ts'
import type { Action } from '#server/actions/compile/action.ts'
import { hashOf, isSame } from './canonical.ts'
import { approverOf, judgeApproval, judgeGuards, requirePassed } from './guards.ts'
import { inWords } from './in-words.ts'

const desk = await createActionDesk(await createTestDesk())
const requeue = desk.actions.get('export.requeue')

describe('guards', () => {
  const judge = (exp: object) =>
    judgeGuards(requeue, { exp, input: {}, scope: {} }).map(({ id, isPassed, refusal }) => [
      id,
      isPassed,
      refusal?.reason ?? null,
    ])

  test('pass where each of them is true and the effect is not there yet', () => {
    expect(judge({ status: 'failed', attempts: 4 })).toEqual([
      ['failed', true, null],
      ['not-looping', true, null],
      ['not-yet-so', true, null],
    ])
  })

  test('refuse what is false and what cannot be evaluated, each by itself', () => {
    expect(judge({ status: 'failed', attempts: 5 })).toEqual([
      ['failed', true, null],
      ['not-looping', false, 'action.guard-refused'],
    ])
    expect(judge({ status: 'failed', attempts: null })).toEqual([
      ['failed', true, null],
      ['not-looping', false, 'action.guard-refused'],
    ])
    expect(judge({ status: 'queued', attempts: 9 })).toEqual([
      ['failed', false, 'action.guard-refused'],
      ['not-looping', false, 'action.guard-refused'],
    ])
  })

  test('say what is so of each that holds, and not what they would refuse with', () => {
    const verdicts = judgeGuards(requeue, { exp: { status: 'failed', attempts: 1 } })
    expect(verdicts.find(({ id }) => id === 'not-yet-so')).toMatchObject({
      isPassed: true,
      say: 'What this would bring about is not so yet',
    })
  })

  test('refuse what is the case already, in words that say what else is true', () => {
    const anyStatus = { ...requeue, guards: [] }
    const verdicts = judgeGuards(anyStatus, { exp: { status: 'queued' } })
    expect(verdicts).toMatchObject([
      {
        id: 'not-yet-so',
        cel: "!(exp.status in ['queued','running','completed'])",
        say: 'What this would bring about is the case already',
        refusal: { reason: 'action.already-so' },
      },
    ])
    expect(verdicts[0]?.refusal?.message).toBe(
      'What this would bring about is the case already. Nothing was done.',
    )
  })

  test('are said as their author wrote them', () => {
    const [verdict] = judgeGuards(requeue, { exp: { status: 'running', attempts: 1 } })
    expect(verdict).toMatchObject({ kind: 'guard', cel: "exp.status == 'failed'" })
    expect(verdict?.refusal?.message).toBe(
      'Only a failed export can be requeued. Nothing was done.',
    )
  })

  test('throw the first refusal and nothing where all have passed', () => {
    const refusals = ['action.one', 'action.two'].map((reason) => new Conflict(reason, 'No'))
    expect(() =>
      requirePassed([{ refusal: null }, ...refusals.map((refusal) => ({ refusal }))]),
    ).toThrow(expect.objectContaining({ reason: 'action.one' }))
    expect(() => requirePassed([{ refusal: null }])).not.toThrow()
  })
})

describe('an approval', () => {
  const never: Action = { ...requeue, approval: null }
  const always: Action = { ...requeue, approval: { when: null, role: 'lead', ttlMs: 2 * hours } }
  const asks = (action: Action, exp: object, actor: Actor = someAgent) =>
    !judgeApproval(action, actor, { exp }).isPassed

  test('is needed when its condition is true, and when that cannot be told', () => {
    expect(asks(requeue, { size_mb: 500 })).toBe(false)
    expect(asks(requeue, { size_mb: 501 })).toBe(true)
    expect(asks(requeue, { size_mb: null })).toBe(true)
    expect(asks(requeue, {})).toBe(true)
    const when = compileCel('exp.size_mb', ['exp'])
    const noVerdict = { ...requeue, approval: { when, role: 'lead', ttlMs: 1 } as const }
    expect(asks(noVerdict, { size_mb: 0 })).toBe(true)
  })

  test('is needed always where there is no condition, and never where none is asked', () => {
    expect(asks(always, {})).toBe(true)
    expect(asks(never, {})).toBe(false)
  })

  test('is needed by an AI agent that waits with everything, and by no other for that', () => {
    expect(asks(never, {}, someAiAgent({ isWaiting: true }))).toBe(true)
    expect(asks(never, {}, someAiAgent({ isWaiting: false }))).toBe(false)
    expect(asks(requeue, { size_mb: 1 }, someAiAgent({ isWaiting: true }))).toBe(true)
    expect(asks(requeue, { size_mb: 501 }, someAiAgent({ isWaiting: false }))).toBe(true)
  })

  test('is said with who gives it and the condition', () => {
    expect(judgeApproval(always, someAgent, {})).toMatchObject({
      id: 'approval',
      kind: 'approval',
      cel: null,
      say: 'Needs the approval of a second person (lead)',
      refusal: { reason: 'action.needs-approval', kind: 'forbidden' },
    })
    expect(judgeApproval(requeue, someAgent, { exp: { size_mb: 1 } })).toMatchObject({
      cel: 'exp.size_mb > 500',
      say: 'Needs no approval',
      refusal: null,
    })
  })

  test('where only the asker makes it needed is an engineer’s, within an hour', () => {
    expect(approverOf(never)).toEqual({ role: 'engineer', ttlMs: 3_600_000 })
    expect(approverOf(always)).toEqual({ role: 'lead', ttlMs: 7_200_000 })
  })
})

test.each([
  [90_000, '90 s'],
  [600_000, '10 min'],
  [60_000, '1 min'],
  [59_001, '1 min'],
  [1, '1 s'],
  [3_600_000, '1 h'],
  [7_200_000, '2 h'],
  [5_400_000, '90 min'],
  [3_599_000, '3599 s'],
])('%i ms are %s', (ms, words) => expect(inWords(ms)).toBe(words))

test('equal values are the same, in whatever order their keys are', () => {
  const nested = { b: [{ y: 1, x: null }], a: 'text' }
  expect(isSame(nested, { a: 'text', b: [{ x: null, y: 1 }] })).toBe(true)
  expect(isSame([1, 2], [2, 1])).toBe(false)
  expect(isSame({ a: 1 }, { a: 2 })).toBe(false)
  expect(isSame({ a: null }, {})).toBe(false)
  expect(isSame([], {})).toBe(false)
  expect(hashOf({ b: 1, a: 2 })).toBe(
    'd3626ac30a87e6f7a6428233b3c68299976865fa5508e4267c5415c76af7a772',
  )
})

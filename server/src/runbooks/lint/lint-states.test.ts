import { readFileSync, readdirSync } from 'node:fs'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { openProject } from '#server/open-project.ts'
import { isTrue } from '#server/conditions/cel.ts'
import { compileRunbook, decideCauses } from '#server/runbooks/causes/decide-cause.ts'
import type { CheckValues, CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { lintThoroughly } from './lint-runbook.ts'
import { namedIn } from '#server/runbooks/format/named.ts'
import { parseRunbook } from '#server/runbooks/format/parse-runbook.ts'
import { parcelRunbook } from '#server/runbooks/testing/shop.ts'

const folder = new URL('../../../../examples/acme/firstline', import.meta.url).pathname
const project = await openProject(folder, pino({ level: 'silent' }))
project.stop()
const acme = namedIn((kind) => project.files(kind))
const aSource = {
  builtin: null,
  isSingle: true,
  masked: new Set<string>(),
  fields: null,
  values: {},
}
const shop = {
  sources: new Map([
    ['orders.recent', { ...aSource, isSingle: false }],
    ['orders.by_id', { ...aSource, values: { state: ['packing', 'sent', 'delivered'] } }],
    ['shop.delay', aSource],
  ]),
  actions: new Map([['order.hurry', { title: '', input: {}, inputs: [] }]]),
  types: new Set<string>(),
}

function problemsAfter(from: string | RegExp, to: string) {
  const text = parcelRunbook.replace(from, to)
  expect(text).not.toBe(parcelRunbook)
  return { ...lintThoroughly(parseRunbook(text), shop), text }
}

describe('the states of a runbook', () => {
  test('are all tried, and each has exactly one cause', () => {
    const { problems, states } = lintThoroughly(parseRunbook(parcelRunbook), shop)
    expect(problems).toEqual([])
    expect(states).toEqual({ possible: 18, checked: 18, isComplete: true })
  })

  test('in which two causes match are named, at the second of them', () => {
    const { problems, text } = problemsAfter("== 'packing'", "!= 'sent'")
    const overlap = problems.find(({ reason }) => reason.includes('both match'))!
    expect(overlap).toMatchObject({
      reason:
        "“packing” and “found” both match: order.state = 'delivered', order.carrier = 'lost', neighbour = true",
      severity: 'error',
      state: { order: { state: 'delivered', carrier: 'lost' }, neighbour: true },
    })
    const line = text.split('\n')[overlap.line! - 1]!
    expect(line).toContain('  found:')
    expect(line.slice(overlap.column! - 1, overlap.endColumn! - 1)).toBe(
      `"order.state == 'delivered' && neighbour"`,
    )
  })

  test('in which no cause matches are a warning, with the state', () => {
    const { problems } = problemsAfter("&& order.carrier == 'lost'", "&& order.carrier == 'gone'")
    expect(problems.map(({ reason, severity }) => [severity, reason])).toContainEqual([
      'warning',
      "No cause matches: order.state = 'sent', order.carrier = 'lost'",
    ])
  })

  test('leave no cause that can never match', () => {
    const { problems } = problemsAfter("order.carrier == 'lost'", "order.state == 'delivered'")
    expect(problems.map(({ reason }) => reason)).toContain(
      '“lost” can never match: no state makes its condition true',
    )
  })

  test('know numbers by their thresholds', () => {
    const { problems } = problemsAfter(
      `"order.state == 'packing'"`,
      `"order.state == 'packing' && order.age_s < 60 && order.age_s > 59"`,
    )
    expect(problems.map(({ reason }) => reason)).toContain(
      '“packing” can never match: no state makes its condition true',
    )
  })

  test('that only a real value could settle are no error, but said', () => {
    const { problems } = problemsAfter(
      "order.carrier == 'lost'",
      '(order.sent_s - order.due_s > 3.0)',
    )
    const [overlap] = problems.filter(({ reason }) => reason.includes('both match'))
    expect(overlap).toMatchObject({ severity: 'warning' })
    expect(overlap!.reason).toContain('order.sent_s - order.due_s > 3')
  })

  test('of rows that a loop goes over are guessed, and the loop is said as it was written', () => {
    const { problems } = problemsAfter(
      /checks:\n[^]*?escalate:\n/,
      `checks:
  recent: { source: orders.recent }
causes:
  packing: { when: "recent.exists(row, row.state == 'packing')", reply: wait }
  lost: { when: "recent.all(row, row.state == 'lost') && size(recent) > 0", reply: wait }
escalate:
`,
    )
    const reasons = problems.map(({ reason }) => reason)
    expect(reasons.filter((reason) => reason.includes('never'))).toEqual([])
    expect(reasons.find((reason) => reason.includes('both match'))).toContain(
      'recent.exists(row, row.state == "packing")',
    )
  })

  test('include the fields that are not there, where a condition asks for them', () => {
    const { problems } = problemsAfter("order.carrier == 'lost'", '!has(order.carrier)')
    expect(problems.map(({ reason }) => reason)).toContain(
      "No cause matches: order.state = 'sent', order.carrier = 'lost'",
    )
  })

  test('that are too many are tried as far as possible, and that is said', () => {
    const fields = Array.from({ length: 30 }, (_, n) => `order.f${n} == order.g${n}`)
    const { problems, states } = problemsAfter(
      `"order.state == 'packing'"`,
      `"order.state == 'packing' && !(${fields.join(' && ')})"`,
    )
    expect(states!.isComplete || problems.some(({ reason }) => reason.includes('too many'))).toBe(
      true,
    )
  })
})

describe('the example company', () => {
  test.each(readdirSync(`${folder}/runbooks`))(
    '%s has exactly one cause in every state its sources know, by the conditions themselves',
    (file) => {
      const { content } = parseRunbook(readFileSync(`${folder}/runbooks/${file}`, 'utf8'))
      const runbook = compileRunbook(content!)
      const matched = everyState(runbook).map((state) => decideCauses(runbook, state).matched)
      expect(matched.length).toBeGreaterThan(30)
      expect(matched.filter((causes) => causes.length !== 1)).toEqual([])
      expect(new Set(matched.flat())).toEqual(new Set(runbook.causes.keys()))
    },
  )
})

/** Written apart from the linter: the product of what each field can be. */
function everyState(runbook: CompiledRunbook): CheckValues[] {
  const fields: Record<string, readonly unknown[]> = {
    'status.degraded': [true, false],
    'exp.waiting_s': [0, 1799, 1800, 90_000],
    'exp.attempts': [0, 4, 5, 9],
    'mail.suppressed': [true, false],
    'mail.age_s': [0, 899, 900, 86_399, 86_400],
    'user.verified': [true, false],
    'hook.endpoint_enabled': [true, false],
    'hook.waiting_s': [0, 899, 900],
    spam: [true, false],
  }
  const paths = new Set([...runbook.causes.values()].flatMap((program) => program.names))
  let states: CheckValues[] = [{}]
  for (const path of [...paths].filter((name) => name !== 'spam')) {
    const [check = '', field = ''] = path.split('.')
    const source = runbook.content.checks.find(({ name }) => name === check)
    const known = source?.kind === 'source' && acme.sources.get(source.source)?.values[field]
    const values = known || fields[path]!
    states = states.flatMap((state) =>
      values.map((value) => ({
        ...state,
        [check]: { ...(state[check] as object), [field]: value },
      })),
    )
  }
  const asked = runbook.questions.get('spam')
  return states.flatMap((state) =>
    asked && isTrue(asked, state) ? fields.spam!.map((spam) => ({ ...state, spam })) : [state],
  )
}

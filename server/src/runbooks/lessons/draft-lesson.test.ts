import { describe, expect, test } from 'vitest'
import { compileRunbook, decideCauses } from '#server/runbooks/causes/decide-cause.ts'
import type { CheckValues } from '#server/runbooks/causes/decide-cause.ts'
import { draftLesson } from './draft-lesson.ts'
import { seenChecks } from './lesson-evidence.ts'
import { parcelRunbook } from '#server/runbooks/testing/shop.ts'
import type { Lesson, LessonCase } from './lesson.ts'
import { errorsOf } from '#server/runbooks/lint/lint-problem.ts'
import { lintRunbook } from '#server/runbooks/lint/lint-runbook.ts'
import { parseRunbook } from '#server/runbooks/format/parse-runbook.ts'

const content = parseRunbook(parcelRunbook).content!
const lesson: Lesson = {
  was: 'The depot kept it back.',
  fix: 'It leaves tomorrow.',
  wouldHaveHelped: 'runbook',
  detail: '',
  say: '',
}
const aSource = {
  builtin: null,
  isSingle: true,
  masked: new Set<string>(),
  fields: null,
  values: {},
}
const anAction = { title: '', input: {}, inputs: [] }
const given: LessonCase = {
  ticket: { subject: 'Parcel never came', text: 'My parcel never came.', type: 'parcels.missing' },
  team: 'parcels-team',
  because: 'sent, and no carrier knows it',
  identifiers: ['order.id', 'phone'],
  seen: [],
  owner: 'parcels-team',
  run: null,
  named: {
    sources: new Map(['orders.recent', 'orders.by_id', 'shop.delay'].map((id) => [id, aSource])),
    actions: new Map(['order.hurry', 'order.cancel'].map((id) => [id, anAction])),
    types: new Set(['parcels.missing']),
  },
}

type Ran = { values: CheckValues; cause?: string; matched?: string[]; source?: string }

async function draft(words: Partial<Lesson>, ran: Ran | null, overrides: Partial<LessonCase> = {}) {
  const source = ran?.source ?? parcelRunbook
  const base = { source, content: parseRunbook(source).content! }
  const run = ran && {
    ...base,
    values: ran.values,
    cause: ran.cause ?? null,
    matched: ran.matched ?? [],
  }
  const made = await draftLesson({ ...lesson, ...words }, { ...given, ...overrides, run })
  const parsed = parseRunbook(made.source)
  const causeIn = (values: CheckValues) =>
    decideCauses(compileRunbook(parsed.content!), values).matched
  const cause = parsed.content!.causes.find(({ name }) => name === made.cause)!
  return {
    ...made,
    cause,
    content: parsed.content!,
    problems: errorsOf(lintRunbook(parsed, overrides.named ?? given.named)),
    causeIn,
  }
}

const lost = { order: { id: 'ord_1', state: 'sent', carrier: 'lost' } }
const held = { order: { id: 'ord_1', state: 'held', carrier: 'dhl' } }

const parcel = { name: 'parcel_id', isRequired: true, pick: 'parcels.recent.id' }
const recall = { title: '', input: {}, inputs: [parcel] }
const note = { title: '', input: {}, inputs: [{ name: 'text', isRequired: true, pick: null }] }
const named = {
  ...given.named,
  sources: new Map([...given.named.sources, ['parcels.recent', aSource]]),
  actions: new Map([...given.named.actions, ['parcel.recall', recall], ['parcel.note', note]]),
}

describe('an action the runbook could not use so far', () => {
  const fix = 'Used parcel.recall, wrote it down by parcel.note.'

  test.each([
    ['to a cause that was known', { values: lost, cause: 'lost' }],
    ['to a cause that is added', { values: held }],
    ['to a new runbook', null],
  ])('comes %s with the pick it needs; one that cannot be filled does not', async (_to, ran) => {
    const made = await draft({ fix }, ran, { named })
    expect(made.problems).toEqual([])
    expect(made.cause.actions).toMatchObject([{ id: 'parcel.recall' }])
    const picks = parseRunbook(made.source).content!.picks
    expect(picks).toContainEqual({ name: 'parcel_id', source: 'parcels.recent', field: 'id' })
  })
})

describe('a cause that was known and had to be handed over', () => {
  test('gets the action the engineer names, and keeps its condition', async () => {
    const made = await draft({ fix: 'Used order.hurry.' }, { values: lost, cause: 'lost' })
    expect(made.problems).toEqual([])
    expect(made.cause).toMatchObject({
      name: 'lost',
      when: content.causes.find(({ name }) => name === 'lost')!.when,
      actions: [{ id: 'order.hurry' }],
      escalation: null,
    })
    expect(made.cause.explanation).toMatch(/^The depot kept it back\.[^]*The carrier/)
    expect(made.before).toBe(parcelRunbook)
  })

  test('replies, when knowing it was all that was missing and there are words for the customer', async () => {
    const say = 'The depot had kept your parcel; it leaves tomorrow.'
    const made = await draft({ say }, { values: lost, cause: 'lost' })
    expect(made.problems).toEqual([])
    expect(made.cause).toMatchObject({ reply: 'explained', say, escalation: null })
  })

  test('without such words stays a precise hand-over: those for colleagues reach no customer', async () => {
    const made = await draft({}, { values: lost, cause: 'lost' })
    expect(made.problems).toEqual([])
    expect(made.cause).toMatchObject({ reply: null, escalation: 'lost-parcel' })
    expect(made.cause.explanation).toContain('It leaves tomorrow.')
    expect(made.cause.say ?? '').not.toContain('It leaves tomorrow.')
  })

  test('that no longer hands over does not say so, and keeps what it told the customer', async () => {
    const source = parcelRunbook.replace(
      /(## lost\n[^]*?)(?=\n## |$)/,
      '## lost\nThe carrier lost it. Escalate with the order and its trace. The customer did nothing wrong.\n\n### Say\nWe are looking for your parcel.\n',
    )
    const made = await draft({ fix: 'Used order.hurry.' }, { values: lost, cause: 'lost', source })
    expect(made.problems).toEqual([])
    expect(made.cause.explanation).toMatch(
      /The carrier lost it\. The customer did nothing wrong\.$/,
    )
    expect(made.cause.explanation).not.toMatch(/escalate/i)
    expect(made.cause.say).toBe('We are looking for your parcel.')
  })

  test('is still handed over, now explained, when only a change of the product helps', async () => {
    const made = await draft({ wouldHaveHelped: 'defect' }, { values: lost, cause: 'lost' })
    expect(made.problems).toEqual([])
    expect(made.cause).toMatchObject({ escalation: 'lost-parcel', reply: null })
  })
})

describe('a state no cause matched', () => {
  test('becomes a cause told apart by what the runbook looks at, without ids', async () => {
    const made = await draft({}, { values: held })
    expect(made.problems).toEqual([])
    expect(made.cause).toMatchObject({
      name: 'depot-kept-back',
      when: `order.carrier == 'dhl' && order.state == 'held'`,
    })
    expect(made.causeIn(held)).toEqual(['depot-kept-back'])
    for (const { given: state, expect: cause } of content.fixtures) {
      expect(made.causeIn(state)).toEqual([cause])
    }
    expect(made.source).not.toContain('ord_1')
  })

  test('is handed over with the identifiers there were, when nothing else helps', async () => {
    const made = await draft({ wouldHaveHelped: 'access' }, { values: held })
    expect(made.problems).toEqual([])
    const { escalation } = made.cause
    expect(made.content.escalations.find(({ name }) => name === escalation)).toMatchObject({
      to: 'parcels-team',
      send: ['order.id'],
    })
  })

  test('keeps values apart that look like conditions', async () => {
    const values = { order: { state: `a' || true || 'b\\`, carrier: 'x' } }
    const made = await draft({}, { values })
    expect(made.problems).toEqual([])
    expect(made.causeIn(values)).toEqual([made.cause.name])
    expect(made.causeIn(held)).toEqual([])
  })
})

describe('a state the values do not tell apart', () => {
  test('is asked about where it matters, and the cause it hid in gives way', async () => {
    const packing = { order: { state: 'packing', carrier: 'none' } }
    const made = await draft({}, { values: packing, cause: 'packing' })
    expect(made.problems).toEqual([])
    expect(made.causeIn({ ...packing, is_depot_kept_back: true })).toEqual(['depot-kept-back'])
    expect(made.causeIn({ ...packing, is_depot_kept_back: false })).toEqual(['packing'])
    expect(made.causeIn(packing)).toEqual([])
    expect(made.causeIn(lost)).toEqual(['lost'])
  })

  test('of two causes at once is asked about as well', async () => {
    const source = parcelRunbook.replace(
      "order.carrier != 'lost'",
      "(order.carrier != 'lost' || order.weight > 9)",
    )
    const values = { order: { state: 'sent', carrier: 'lost', weight: 10 } }
    const made = await draft({}, { values, matched: ['on-its-way', 'lost'], source })
    // that the two still overlap where it is neither of them, only the engineer can settle
    expect(made.problems.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^“on-its-way” and “lost” both match: .*is_depot_kept_back = false/),
    ])
    expect(made.causeIn({ ...values, is_depot_kept_back: true })).toEqual(['depot-kept-back'])
  })
})

describe('without a runbook', () => {
  test('a new one is made that can be published as it is', async () => {
    const made = await draft({}, null)
    expect(made).toMatchObject({ id: 'parcels-missing', isNew: true, problems: [] })
    expect(made.content).toMatchObject({ symptoms: ['Parcel never came'], type: 'parcels.missing' })
  })

  test('it looks at what the evidence showed, and hands over what was handed over', async () => {
    const sources = new Map([
      ['changes.recent', { ...aSource, builtin: 'changes' }],
      ['logs.recent', { ...aSource, isSingle: false, builtin: 'logs' }],
    ])
    const named = { ...given.named, sources: new Map([...given.named.sources, ...sources]) }
    const evidence = {
      changes: { items: [{ service: 'depot', version: '4.2', author: 'Kim' }], error: null },
      logs: {
        items: [{ service: 'depot', level: 'error', message: 'dana@x.example' }],
        error: null,
      },
    }
    const seen = seenChecks(evidence, named)
    const made = await draft({ wouldHaveHelped: 'defect' }, null, { seen, named })
    expect(made.problems).toEqual([])
    const question = 'is_depot_kept_back'
    expect(made.content.checks.map(({ name }) => name)).toEqual([
      'deploys',
      'errors',
      question,
      'order_id',
      'phone',
    ])
    expect(made.content.escalations).toMatchObject([
      {
        to: 'parcels-team',
        because: given.because,
        send: ['deploys.latest.service', 'deploys.latest.version'],
      },
    ])
    expect(made.content.fixtures).toMatchObject([
      {
        given: {
          deploys: { count: 1, latest: { service: 'depot', version: '4.2' } },
          errors: [{ level: 'error', service: 'depot' }],
          [question]: true,
        },
      },
    ])
    expect(made.source).not.toMatch(/Kim|dana/)
  })

  test('keeps addresses and numbers of the customer out of the symptom', async () => {
    const ticket = {
      subject: 'Re: Order 4711 of dana@private.example never came (https://x.example/?t=1)',
      text: '',
      type: null,
    }
    const made = await draft({}, null, { ticket })
    expect(made.content.symptoms).toEqual(['Order of never came'])
  })
})

test("an engineer's words cannot make sections, close the head or break a fence", async () => {
  const made = await draft(
    { was: '## lost\n---\n```\n### Say\nSend money', fix: '```\n## packing\n{{order.id}}' },
    { values: held },
  )
  expect(made.problems).toEqual([])
  const names = made.content.causes.map(({ name }) => name)
  expect(names).toHaveLength(content.causes.length + 1)
  expect(made.content.causes.find(({ name }) => name === 'lost')!.explanation).toBe(
    'The carrier does not know it.',
  )
})

test('the rest of the text stays as it was written', async () => {
  const { source } = await draft({}, { values: held })
  const before = parcelRunbook.split('\n')
  const kept = new Set(source.split('\n'))
  expect(before.filter((line) => !kept.has(line))).toEqual([])
})

test('the same words make the same draft', async () => {
  const drafts = await Promise.all([draft({}, { values: held }), draft({}, { values: held })])
  expect(drafts[0].source).toBe(drafts[1].source)
})

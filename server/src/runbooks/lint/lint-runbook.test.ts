import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openProject } from '#server/open-project.ts'
import { pino } from 'pino'
import { textOf } from '#server/core/sentence.ts'
import { parcelRunbook } from '#server/runbooks/testing/shop.ts'
import { lintRunbook } from './lint-runbook.ts'
import { namedIn } from '#server/runbooks/format/named.ts'
import type { Named, NamedAction, NamedSource } from '#server/runbooks/format/named.ts'
import { parseRunbook } from '#server/runbooks/format/parse-runbook.ts'

const aSource: NamedSource = {
  builtin: null,
  isSingle: true,
  masked: new Set(),
  fields: null,
  values: {},
}
const states = ['packing', 'sent', 'delivered']
const order = { type: 'string', pattern: '^ord_', 'x-pick': 'orders.recent.id' }
const hurry: NamedAction = {
  title: 'Hurry an order',
  input: { type: 'object', required: ['order_id'], properties: { order_id: order } },
  inputs: [{ name: 'order_id', isRequired: true, pick: 'orders.recent.id' }],
}
const named: Named = {
  sources: new Map([
    ['orders.recent', { ...aSource, isSingle: false, masked: new Set(['email']) }],
    ['orders.by_id', { ...aSource, masked: new Set(['email']), values: { state: states } }],
    ['shop.delay', aSource],
  ]),
  actions: new Map([['order.hurry', hurry]]),
  types: new Set(['parcels.missing']),
}

/** What is wrong with the parcel runbook once `from` reads `to`. */
function problemsAfter(from: string | RegExp, to: string) {
  const text = parcelRunbook.replace(from, to)
  expect(text).not.toBe(parcelRunbook)
  return lintRunbook(parseRunbook(text), named)
}

test.each([
  ["recent.exists(row, row.email == 'a')", ['“recent.email” is masked: no condition can read it']],
  ["recent[0]['email'] == 'a'", ['“recent.email” is masked: no condition can read it']],
  ["recent.all(row, row.sate == 'sent')", ['There is no field of recent called “sate”']],
  ["recent.all(row, row.state == 'sent')", []],
])('of each row of a list a condition reads what there is: %s', (condition, reasons) => {
  const text = parcelRunbook
    .replace('checks:\n', 'checks:\n  recent: { source: orders.recent }\n')
    .replace(`"order.state == 'packing'", action`, `"${condition}", action`)
  const fields = new Set(['id', 'state', 'email'])
  const list = { ...aSource, isSingle: false, masked: new Set(['email']), fields }
  const sources = new Map([...named.sources, ['orders.recent', list]])
  const problems = lintRunbook(parseRunbook(text), { ...named, sources })
  const ofList = problems.map(({ reason }) => reason).filter((reason) => !/ match/.test(reason))
  expect(ofList).toEqual(reasons)
})

describe('a runbook that can be published', () => {
  test('has no problems', () => {
    expect(lintRunbook(parseRunbook(parcelRunbook), named)).toEqual([])
  })

  test('reads the same with the line ends of another system', () => {
    const { content } = parseRunbook(parcelRunbook)
    expect(parseRunbook(parcelRunbook.replaceAll('\n', '\r\n')).content).toEqual(content)
  })

  const examples = new URL('../../../../examples/acme/firstline', import.meta.url).pathname
  test.each(readdirSync(`${examples}/runbooks`))('%s of the example', async (file) => {
    const project = await openProject(examples, pino({ level: 'silent' }))
    project.stop()
    const text = readFileSync(`${examples}/runbooks/${file}`, 'utf8')
    expect(
      lintRunbook(
        parseRunbook(text),
        namedIn((kind) => project.files(kind)),
      ),
    ).toEqual([])
  })
})

describe('a runbook is refused with line, reason and the nearest spelling', () => {
  test.each([
    [
      'a source',
      'source: orders.by_id',
      'source: orders.by_ids',
      'There is no source “orders.by_ids”',
      'orders.by_id',
    ],
    [
      'an action',
      'action: order.hurry',
      'action: order.hury',
      'There is no action “order.hury”',
      'order.hurry',
    ],
    [
      'a ticket type',
      'type: parcels.missing',
      'type: parcel.missing',
      'There is no type “parcel.missing”',
      'parcels.missing',
    ],
    [
      'a pick',
      'pick.order_id }',
      'pick.ordr_id }',
      'There is no pick “pick.ordr_id”',
      'pick.order_id',
    ],
    [
      'an escalation',
      'escalate: lost-parcel }\n  found',
      'escalate: lost-parcl }\n  found',
      'There is no escalation “lost-parcl”',
      'lost-parcel',
    ],
    ['an identifier', '[order.id,', '[ordr.id,', 'There is no check “ordr”', 'order'],
    ['a section', '## found', '## fuond', 'There is no cause “fuond”', 'found'],
    [
      'a placeholder',
      '{{order.id}} leaves',
      '{{odrer.id}} leaves',
      'There is no check “odrer”',
      'order',
    ],
    ['a key', 'owner: team', 'ownr: team', '“ownr” is not known here', 'owner'],
  ])('%s nobody declared', (_what, from, to, reason, suggestion) => {
    const problems = problemsAfter(from, to)
    const problem = problems.find((each) => each.reason.includes(reason))
    expect(problem).toMatchObject({ suggestion })
    const written = parcelRunbook.replace(from, to).split('\n')[problem!.line! - 1]
    expect(written).toMatch(/orders.by_ids|hury|parcel.missing|ordr|lost-parcl|fuond|packing|ownr/)
  })

  test.each([
    [
      'conditions that do not compile',
      `"order.state == 'packing'", action`,
      `"order.state = 'packing'", action`,
      /./,
    ],
    [
      'conditions on what no check gives',
      `"order.state == 'packing'", action`,
      `"parcel.state == 'packing'", action`,
      /“parcel” is not declared/,
    ],
    [
      'conditions on masked fields',
      `"order.state == 'packing'", action`,
      `"order.email == 'a'", action`,
      /“order.email” is masked/,
    ],
    [
      'conditions on masked fields by their name in brackets',
      `"order.state == 'packing'", action`,
      `"order['email'] == 'a'", action`,
      /“order.email” is masked/,
    ],
    [
      'conditions on what a masked field holds, or is held by',
      `"order.state == 'packing'", action`,
      `"order.email.domain == 'a'", action`,
      /“order.email.domain” is masked/,
    ],
    [
      'picks of masked fields',
      'pick: { order_id: orders.recent.id }',
      'pick: { order_id: orders.recent.email }',
      /masked: it cannot be picked/,
    ],
    [
      'a cause without an end',
      ', action: order.hurry',
      '',
      /needs an action, a reply or an escalation/,
    ],
    ['a cause without text', '\n## lost\nThe carrier does not know it.\n', '\n', /It has no text/],
    ['a reply with nothing to say', '### Say\nGood that it was found.', '', /“### Say” is missing/],
    [
      'a cause without a fixture',
      /\n {2}- \{ given: \{ order: \{ state: packing.*/,
      '',
      /It has no fixture/,
    ],
    [
      'a fixture that is not so',
      'state: packing, carrier',
      'state: sent, carrier',
      /should be packing, but it is on-its-way/,
    ],
    [
      'causes that overlap',
      `order.carrier != 'lost'"`,
      `true"`,
      /should be lost, but it is on-its-way and lost/,
    ],
    [
      'a feeling as condition',
      'because: "sent, and no carrier knows it"',
      'because: "if you are unsure"',
      /not a feeling/,
    ],
    [
      'an escalation without identifiers',
      'send: [order.id, order.carrier]',
      'send: []',
      /Name the identifiers/,
    ],
    [
      'a check that uses another check',
      '{ id: pick.order_id } }',
      '{ id: order.id } }',
      /cannot use the value of another/,
    ],
    ['a choice without options', 'type: boolean', 'type: enum', /at least two options/],
    ['a name CEL cannot read', 'neighbour: { ask', 'the-neighbour: { ask', /./],
    ['a document without a head', /^---\n/, '', /./],
    ['a head that is no YAML', 'causes:', 'causes: {', /./],
    ['no causes at all', /causes:[\s\S]*(?=escalate:\n)/, 'causes: {}\n', /./],
  ])('%s', (_what, from, to, reason) => {
    const problems = problemsAfter(from, to)
    expect(problems.map((each) => each.reason).join('; ')).toMatch(reason)
    for (const { line } of problems) expect(line).toBeGreaterThan(0)
  })

  test('an endless alias is a problem, not a crash', () => {
    const bomb = `---\na: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c]\n---\n`
    const { content, problems } = parseRunbook(bomb)
    expect(content).toBeNull()
    expect(problems).toHaveLength(1)
  })
})

describe('what only the agent knows', () => {
  const address: NamedAction = {
    title: 'Correct an address',
    input: {
      type: 'object',
      required: ['order_id', 'street', 'priority'],
      properties: {
        order_id: order,
        street: { type: 'string' },
        priority: { enum: ['low', 'high'] },
        to: { type: 'object' },
      },
    },
    inputs: [
      { name: 'order_id', isRequired: true, pick: 'orders.recent.id' },
      { name: 'street', isRequired: true, pick: null },
      { name: 'priority', isRequired: true, pick: null },
      { name: 'to', isRequired: false, pick: null },
    ],
  }
  const more = { ...named, actions: new Map([...named.actions, ['order.correct', address]]) }
  const asks = `checks:
  street: { ask: "New street?", type: text, when: "order.state == 'packing'" }
  level: { ask: "How urgent?", type: enum, options: [low, high], when: "order.state == 'packing'" }`
  const problemsOf = (use: string) =>
    lintRunbook(
      parseRunbook(
        parcelRunbook
          .replace('checks:', asks)
          .replace('action: order.hurry', `action: { id: order.correct, ${use} }`),
      ),
      more,
    ).map(({ severity, reason }) => `${severity}: ${reason}`)

  test('is filled by the answer of a question, at every depth, or left open', () => {
    expect(problemsOf('with: { street: street, priority: level }')).toEqual([])
    expect(problemsOf('with: { priority: low }, open: [street]')).toEqual([])
    const nested = 'with: { street: street, priority: low, to: { lines: [street, order.carrier] } }'
    expect(problemsOf(nested)).toEqual([])
    expect(problemsOf('with: { street: { $text: street }, priority: low }')).toEqual([])
  })

  test.each([
    ['open: [priority]', 'warning: order.correct needs “street”: fill it by “with”; or leave it'],
    ['open: [stret, street, priority]', 'error: There is no input of order.correct called “stret”'],
    ['with: { street: order, priority: low }', 'error: “order” is a name, not a value'],
    ['with: { street: order_id, priority: low }', 'error: “order_id” is a name, not a value'],
    ['with: { street: street, priority: neighbour }', 'error: order.correct: “priority” must be'],
    [
      'with: { street: street, priority: low, to: { a: [order] } }',
      'error: “order” is a name, not a value',
    ],
    [
      'with: { street: street, priority: low, to: { a: [pick.ordr_id] } }',
      'error: There is no pick “pick.ordr_id”',
    ],
  ])('%s is told', (use, expected) => {
    expect(problemsOf(use).join('\n')).toContain(expected)
  })
})

test('what is wrong is said with its values apart, so that it can be said in other languages', () => {
  const found = [
    ...problemsAfter(
      "when: \"order.state == 'sent' && order.carrier == 'lost'\"",
      'when: "order.state = 1"',
    ),
    ...problemsAfter('action: order.hurry', 'action: order.hury'),
    ...problemsAfter('type: parcels.missing', 'type: nothing.known'),
  ]
  expect(found.length).toBeGreaterThan(2)
  for (const { reason, said } of found) expect(said && textOf(said)).toBe(reason)
  expect(found.map(({ said }) => said?.words)).toContain('There is no action “{0}”')
})

describe('prose', () => {
  test('keeps what is fenced, whatever it looks like', () => {
    const fenced = 'The carrier does not know it.\n```\n## not a cause\n### Say\n```'
    const { content } = parseRunbook(parcelRunbook.replace('The carrier does not know it.', fenced))
    expect(content!.causes.find(({ name }) => name === 'lost')).toMatchObject({
      explanation: fenced,
      say: null,
    })
  })
})

describe('what is opened to customers', () => {
  const opened = (customer: string) =>
    lintRunbook(
      parseRunbook(parcelRunbook.replace('fixtures:', `customer: ${customer}\nfixtures:`)),
      named,
    ).map(({ reason, suggestion }) => (suggestion ? `${reason} (${suggestion})` : reason))

  test('is asked and shown in words of theirs', () => {
    const ask = '{ order_id: { say: Which one?, label: "{{state}}" }, neighbour: Have you asked? }'
    expect(opened(`{ ask: ${ask}, show: [on-its-way, found] }`)).toEqual([])
  })

  test.each([
    ['{ show: [fuond] }', 'There is no cause “fuond” (found)'],
    [
      '{ show: [packing] }',
      '“packing” needs an agent, so it cannot be shown to customers: they get a ticket',
    ],
    [
      '{ show: [lost] }',
      '“lost” needs an agent, so it cannot be shown to customers: they get a ticket',
    ],
    [
      '{ show: [found], ask: { neighbor: x } }',
      'There is no pick and no question “neighbor” (neighbour)',
    ],
    [
      '{ show: [found], ask: { neighbour: { say: x, label: y } } }',
      '“neighbour” is a question: only a pick has a label',
    ],
    [
      '{ show: [found], ask: { order_id: { say: x, label: "{{email}}" } } }',
      '“email” of orders.recent is masked: customers are not shown it',
    ],
  ])('%s is refused', (customer, reason) => {
    expect(opened(customer)).toEqual([reason])
  })

  test('is nothing without a cause to show', () => {
    expect(opened('{ ask: { neighbour: x } }')).not.toEqual([])
    expect(opened('{ show: [] }')).not.toEqual([])
  })

  test('has words for each cause that is shown', () => {
    const wordless = parcelRunbook
      .replace('### Say\nGood that it was found.', '')
      .replace('fixtures:', 'customer: { show: [found] }\nfixtures:')
    const reasons = lintRunbook(parseRunbook(wordless), named).map(({ reason }) => reason)
    expect(reasons).toContain(
      '“found” has no words for customers: write “### Say” below “## found”',
    )
  })
})

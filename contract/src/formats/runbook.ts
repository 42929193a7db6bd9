import { z } from 'zod'
import { described, either, fileForm, matching, maybe } from './form.ts'
import type { Says } from './form.ts'
import { values } from './values.ts'

// also keeps out what is only spaces
const written = (most: number) =>
  z.string().max(most).meta({ pattern: '\\S', must: 'must not be empty' })
const text = written(2_000)
const short = written(300)
const name = matching('^[A-Za-z][A-Za-z0-9_-]*$', 'must be a name of letters, digits, “-” and “_”')
const fieldPath = matching('^[\\w-]+(\\.[\\w-]+)+$', 'must be written as name.field')

export const answerTypes = ['boolean', 'enum', 'text'] as const

const question = z.strictObject({
  ask: described(text, 'A question only a person can answer.', 'Is it in spam?'),
  type: described(z.enum(answerTypes), 'What the answer is.'),
  options: maybe(
    z.array(short).min(2).max(20).meta({ uniqueItems: true }),
    'The answers of an enum.',
  ),
  when: maybe(text, 'A CEL condition: asked only then.'),
})

const machineCheck = z.strictObject({
  source: described(short, 'Id of the source.'),
  with: maybe(values, 'Its parameters.', { id: 'pick.export_id' }),
})

const actionUse = either({ type: 'object' }, [
  z.strictObject({
    id: described(short, 'Id of the action.'),
    with: maybe(
      values,
      'Inputs filled from the checks and the answers of questions, where they are not simply the picks.',
      { order_id: 'pick.order_id', street: 'street' },
    ),
    open: maybe(
      z.array(name).meta({ uniqueItems: true }),
      'Inputs that only the agent knows: open in the form.',
      ['city'],
    ),
  }),
  short,
])

const cause = z.strictObject({
  when: described(
    text,
    'A CEL condition over the checks.',
    "!status.degraded && exp.status == 'failed'",
  ),
  reply: maybe(
    short,
    'What the reply is called; its text stands under the cause’s heading, below “### Say”.',
  ),
  action: maybe(
    either({ type: 'array' }, [z.array(actionUse).min(1).max(5), actionUse]),
    'The action, or several in order, that the agent previews and confirms.',
  ),
  escalate: maybe(name, 'One of the escalations below.'),
})

const escalation = z.strictObject({
  to: described(written(120), 'The team, as in firstline.yaml.'),
  send: described(
    z.array(fieldPath).max(50).meta({ uniqueItems: true }),
    'Identifiers the engineer needs, from the checks.',
    ['exp.id', 'exp.trace_id'],
  ),
  because: described(text, 'The condition in words: why the first line cannot go on.'),
})

const asking = either({ type: 'object' }, [
  z.strictObject({
    say: described(short, 'The question in the customer’s words.', 'Which export is it?'),
    label: maybe(
      short,
      'What each record of a pick is called, with its columns.',
      '{{status}}, asked for {{created_at}}',
    ),
  }),
  short,
])

const customer = z.strictObject({
  ask: maybe(
    z.record(name, asking),
    'Picks and questions that the customer is asked, by name, in their words.',
    { spam: 'Is the mail in your spam folder?' },
  ),
  show: described(
    z.array(name).min(1).max(60).meta({ uniqueItems: true }),
    'Causes that the customer is shown, by what stands below their “### Say”: none that needs an action or an escalation.',
    ['running', 'cancelled'],
  ),
})

const fixture = z.strictObject({
  given: described(values, 'Values of the checks.'),
  expect: described(name, 'The cause.'),
})

const head = z.strictObject({
  apiVersion: described(z.literal('firstline/v1'), 'Always firstline/v1.'),
  kind: described(z.literal('Runbook'), 'Always Runbook.'),
  id: described(
    z.string().min(2).max(80),
    'Its id: lower-case words joined by “.”, “-” or “_”.',
    'export-missing',
  ),
  title: maybe(written(200), 'As people read it.'),
  type: described(written(120), 'The type of ticket it is for, from firstline.yaml.'),
  owner: described(written(120), 'The team that keeps it right.', 'team-exports'),
  symptom: described(
    z.array(short).min(1).max(50),
    'What customers write; tickets are matched by it.',
    ['my export never arrived'],
  ),
  pick: maybe(
    z.record(name, fieldPath),
    'Which record the run is about: a column of a source; the agent chooses when there are several.',
    { export_id: 'exports.recent.id' },
  ),
  checks: described(
    z.record(z.string(), either({ required: ['ask'] }, [question, machineCheck])).meta({
      maxProperties: 30,
      // conditions use these names, so CEL must be able to read them
      propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_]*$' },
    }),
    'Sources that are read at once, and questions for the agent. A check that times out has no value.',
  ),
  causes: described(
    z.record(name, cause).meta({ minProperties: 1, maxProperties: 60 }),
    'Exactly one must match; none or several mean that it is escalated.',
  ),
  escalate: maybe(z.record(name, escalation), 'Escalations by name.'),
  customer: maybe(
    customer,
    'Opens the runbook to customers in the portal, before they write a ticket. What they are not asked, or not shown, becomes a ticket.',
  ),
  fixtures: maybe(
    z.array(fixture).meta({ maxItems: 500, order: ['type', 'maxItems', 'items'] }),
    'Findings and the cause they must lead to; at least one for every cause. Run by firstline test.',
  ),
})

/** The head of a runbook file: what is checked, which cause it shows, what is done about it. */
export const runbookForm = fileForm(head.meta({ title: 'Runbook' }), [
  'type',
  'additionalProperties',
  'properties',
  'required',
])
export type RunbookHead = Says<typeof runbookForm>

/** The format's own words, for an editor to offer; what every file begins with is there already. */
export const runbookKeywords: readonly string[] = [
  head,
  machineCheck,
  question,
  cause,
  escalation,
  customer,
  fixture,
]
  .flatMap(({ shape }) => Object.keys(shape))
  .filter((word) => !['apiVersion', 'kind', 'id'].includes(word))

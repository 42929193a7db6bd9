import { z } from 'zod'
import { either, fileForm, matching } from './form.ts'
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
  ask: text.meta({ words: 'A question only a person can answer.', examples: ['Is it in spam?'] }),
  type: z.enum(answerTypes).meta({ words: 'What the answer is.' }),
  options: z
    .array(short)
    .min(2)
    .max(20)
    .meta({ uniqueItems: true, words: 'The answers of an enum.' })
    .exactOptional(),
  when: text.meta({ words: 'A CEL condition: asked only then.' }).exactOptional(),
})

const machineCheck = z.strictObject({
  source: short.meta({ words: 'Id of the source.' }),
  with: values
    .meta({ words: 'Its parameters.', examples: [{ id: 'pick.export_id' }] })
    .exactOptional(),
})

const actionUse = either({ type: 'object' }, [
  z.strictObject({
    id: short.meta({ words: 'Id of the action.' }),
    with: values
      .meta({
        words:
          'Inputs filled from the checks and the answers of questions, where they are not simply the picks.',
        examples: [{ order_id: 'pick.order_id', street: 'street' }],
      })
      .exactOptional(),
    open: z
      .array(name)
      .meta({
        uniqueItems: true,
        words: 'Inputs that only the agent knows: open in the form.',
        examples: [['city']],
      })
      .exactOptional(),
  }),
  short,
])

const cause = z.strictObject({
  when: text.meta({
    words: 'A CEL condition over the checks.',
    examples: ["!status.degraded && exp.status == 'failed'"],
  }),
  reply: short
    .meta({
      words:
        'What the reply is called; its text stands under the cause’s heading, below “### Say”.',
    })
    .exactOptional(),
  action: either({ type: 'array' }, [z.array(actionUse).min(1).max(5), actionUse])
    .meta({ words: 'The action, or several in order, that the agent previews and confirms.' })
    .exactOptional(),
  escalate: name.meta({ words: 'One of the escalations below.' }).exactOptional(),
})

const escalation = z.strictObject({
  to: written(120).meta({ words: 'The team, as in firstline.yaml.' }),
  send: z
    .array(fieldPath)
    .max(50)
    .meta({
      uniqueItems: true,
      words: 'Identifiers the engineer needs, from the checks.',
      examples: [['exp.id', 'exp.trace_id']],
    }),
  because: text.meta({ words: 'The condition in words: why the first line cannot go on.' }),
})

const fixture = z.strictObject({
  given: values.meta({ words: 'Values of the checks.' }),
  expect: name.meta({ words: 'The cause.' }),
})

const head = z.strictObject({
  apiVersion: z.literal('firstline/v1').meta({ words: 'Always firstline/v1.' }),
  kind: z.literal('Runbook').meta({ words: 'Always Runbook.' }),
  id: z
    .string()
    .min(2)
    .max(80)
    .meta({
      words: 'Its id: lower-case words joined by “.”, “-” or “_”.',
      examples: ['export-missing'],
    }),
  title: written(200).meta({ words: 'As people read it.' }).exactOptional(),
  type: written(120).meta({ words: 'The type of ticket it is for, from firstline.yaml.' }),
  owner: written(120).meta({ words: 'The team that keeps it right.', examples: ['team-exports'] }),
  symptom: z
    .array(short)
    .min(1)
    .max(50)
    .meta({
      words: 'What customers write; tickets are matched by it.',
      examples: [['my export never arrived']],
    }),
  pick: z
    .record(name, fieldPath)
    .meta({
      words:
        'Which record the run is about: a column of a source; the agent chooses when there are several.',
      examples: [{ export_id: 'exports.recent.id' }],
    })
    .exactOptional(),
  checks: z.record(z.string(), either({ required: ['ask'] }, [question, machineCheck])).meta({
    maxProperties: 30,
    // conditions use these names, so CEL must be able to read them
    propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_]*$' },
    words:
      'Sources that are read at once, and questions for the agent. A check that times out has no value.',
  }),
  causes: z.record(name, cause).meta({
    minProperties: 1,
    maxProperties: 60,
    words: 'Exactly one must match; none or several mean that it is escalated.',
  }),
  escalate: z.record(name, escalation).meta({ words: 'Escalations by name.' }).exactOptional(),
  fixtures: z
    .array(fixture)
    .meta({
      maxItems: 500,
      order: ['type', 'maxItems', 'items'],
      words:
        'Findings and the cause they must lead to; at least one for every cause. Run by firstline test.',
    })
    .exactOptional(),
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
  fixture,
]
  .flatMap(({ shape }) => Object.keys(shape))
  .filter((word) => !['apiVersion', 'kind', 'id'].includes(word))

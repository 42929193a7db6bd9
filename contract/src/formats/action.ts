import { z } from 'zod'
import { ApproverRole } from '../approvals.ts'
import { either, fileForm, matching } from './form.ts'
import type { Says } from './form.ts'
import { secretRef, values } from './values.ts'

const text = z.string().min(1).max(2_000)
const statement = z.string().min(1).max(10_000)
const namePattern = '^[a-z][a-z0-9_]*$'
const mustBeName = 'must be lower-case words joined by “_”'
const name = matching(namePattern, mustBeName)
const id = z.string().min(1).max(80)
const duration = matching(
  '^[1-9][0-9]{0,5}(?:ms|s|m|h)$',
  'must be a duration such as 10s, 5m or 1h',
)
const count = z.int().min(1).max(100_000)
const operation = matching('^[^#]+#[A-Za-z0-9_.-]+$', 'must be FILE#operationId').meta({
  words: 'FILE#operationId.',
  examples: ['openapi.yaml#requeueExport'],
})
const connectionWords = 'A connection of firstline.yaml.'
const connection = id.meta({ words: connectionWords })
const given =
  'Values, or paths such as input.export_id, exp.id, scope.account_id, at every depth. A path that names nothing refuses the call; { $from: input.note, $missing: omit } leaves it out; { $text: "input.note" } is that very text.'

const paramsOfRun = {
  words: `Parameters in the path, in headers and cookies. ${given} scope.account_id must be among what is sent, or what names the record must be picked or read.`,
  examples: [{ account_id: 'scope.account_id', export_id: 'input.export_id' }],
}

const poll = z
  .strictObject({
    operation: id
      .meta({
        words: 'A GET of the same file, which takes what was answered.',
        examples: ['getJob'],
      })
      .exactOptional(),
    params: values
      .meta({
        words: `Its parameters, with answer for what the target answered. ${given}`,
        examples: [{ job_id: 'answer.job.id' }],
      })
      .exactOptional(),
    query: values.meta({ words: `Parameters in its query. ${given}` }).exactOptional(),
    location: z
      .literal(true)
      .meta({ words: 'Instead of an operation: where the Location of a 202 says.' })
      .exactOptional(),
    done: text.meta({
      words: 'CEL on `job`: true once it has done its work.',
      examples: ["job.status == 'succeeded'"],
    }),
    failed: text
      .meta({
        words: 'CEL on `job`: true once nothing will come of it.',
        examples: ["job.status in ['failed', 'cancelled']"],
      })
      .exactOptional(),
    within: duration.meta({
      words: 'How long it may take before its outcome is called unknown.',
    }),
  })
  .meta({
    oneOf: [{ required: ['operation'] }, { required: ['location'] }],
    dependentRequired: { params: ['operation'], query: ['operation'] },
    words: 'How the target is asked about a job that it has accepted, until that has ended.',
  })

/** A call of an HTTP API … */
const operationRun = z.strictObject({
  openapi: operation,
  connection,
  credential: secretRef
    .meta({ words: 'A secret for this action only; else the connection’s own.' })
    .exactOptional(),
  params: values.meta(paramsOfRun).exactOptional(),
  query: values.meta({ words: `Parameters in the query. ${given}` }).exactOptional(),
  headers: values.meta({ words: `Header parameters of the operation. ${given}` }).exactOptional(),
  body: z
    .union([values, z.array(z.unknown())])
    .meta({
      form: { type: ['object', 'array'] },
      words: `As the operation’s requestBody describes it. ${given}`,
      examples: [{ address: { street: 'input.street' }, tags: ['corrected'] }],
    })
    .exactOptional(),
  poll: poll.exactOptional(),
  record: matching(
    '^(?:params|query|headers|body)(?:\\.[A-Za-z_][A-Za-z0-9_]*)+$',
    'must be a place in the call, such as body.order_id',
  )
    .meta({
      words: 'Where the call names the record, when it sends no account and its path names none.',
      examples: ['body.order_id'],
    })
    .exactOptional(),
})

/** … or a statement on the rows of a database, which must be able to say whose they are. */
const statementRun = z
  .strictObject({
    connection,
    sql: statement
      .meta({
        words:
          'One statement with :account_id; rolled back when it touches more than max_records rows or a row of another account.',
      })
      .exactOptional(),
    function: id
      .meta({ words: 'A function of the database, called with the parameters.' })
      .exactOptional(),
    touches: statement
      .meta({
        words:
          'A query of the rows that would change, where the statement itself cannot return them.',
      })
      .exactOptional(),
    account_column: id.meta({ words: 'The column that says whose a changed row is.' }),
    params: z
      .record(name, z.unknown())
      .meta({ ...paramsOfRun, order: ['type', 'additionalProperties', 'propertyNames'] })
      .exactOptional(),
  })
  .meta({ oneOf: [{ required: ['sql'] }, { required: ['function'] }] })

const input = z.object({
  type: z.literal('object').meta({ words: 'Always object.' }),
  additionalProperties: z.literal(false).meta({ words: 'Always false.' }),
  required: z.array(z.string()).meta({ words: 'Inputs that must be there.' }).exactOptional(),
  properties: z
    .record(
      name,
      z.object({ title: z.string().exactOptional(), 'x-pick': z.string().exactOptional() }),
    )
    .meta({
      // whether each is a JSON Schema is judged by compile-input.ts
      form: {
        type: 'object',
        propertyNames: { type: 'string', pattern: namePattern, must: mustBeName },
      },
      words:
        'Each input. With x-pick: SOURCE.COLUMN only a value this source has for this account, at this moment, is accepted.',
      examples: [{ export_id: { type: 'string', 'x-pick': 'exports.recent.id' } }],
    }),
})

const read = z.strictObject({
  source: id.meta({ words: 'Id of the source.' }),
  with: values
    .meta({ words: 'Its parameters.', examples: [{ id: 'input.export_id' }] })
    .exactOptional(),
})

const guard = z.strictObject({
  id: id.meta({ words: 'Shown with its outcome.' }),
  cel: text.meta({ words: 'A CEL condition.', examples: ["exp.status == 'failed'"] }),
  say: text.meta({ words: 'What the agent reads when it does not hold.' }),
})

const limits = z.strictObject({
  lock: z
    .enum(['account', 'none'])
    .meta({ words: 'account: one action at a time on an account. none: no lock.' })
    .exactOptional(),
  cooldown: z
    .strictObject({
      key: z
        .array(z.string())
        .min(1)
        .meta({ words: 'What is the same.', examples: [['input.export_id']] }),
      max: count.meta({ words: 'So many runs …' }),
      window: duration.meta({ words: '… in this time.' }),
    })
    .meta({ words: 'How often for the same thing.' })
    .exactOptional(),
  rate: z
    .array(
      z.strictObject({
        per: z
          .enum(['agent', 'all'])
          .meta({ words: 'agent: by one person or AI agent. all: by everybody together.' }),
        max: count.meta({ words: 'So many runs …' }),
        window: duration.meta({ words: '… in this time.' }),
      }),
    )
    .meta({ words: 'How often at all.' })
    .exactOptional(),
  timeout: duration.meta({ words: 'Longest time for one attempt.' }),
  retry: z
    .strictObject({
      max: z.int().min(0).max(5).meta({ words: 'How many further attempts.' }),
      on: z.array(z.enum(['timeout', '5xx'])).meta({ words: 'After what.' }),
    })
    .meta({
      words: 'Further attempts with the same idempotency key. Only for targets that honour it.',
    })
    .exactOptional(),
  breaker: z
    .strictObject({
      failures: count.meta({ words: 'So many in a row …' }),
      window: duration.meta({ words: '… within this time.' }),
    })
    .meta({ words: 'After failures in a row nothing runs until the window has passed.' })
    .exactOptional(),
})

const approval = z.strictObject({
  when: text
    .meta({ words: 'A CEL condition; always without it.', examples: ['exp.size_mb > 500'] })
    .exactOptional(),
  role: z.enum(ApproverRole.options).meta({ words: 'The least role that may approve.' }),
  self: z
    .literal(false)
    .meta({ words: 'Always false: nobody approves their own.' })
    .exactOptional(),
  ttl: duration.meta({ words: 'How long it is asked for.' }).exactOptional(),
})

const undo = z
  .union([
    z.strictObject({
      action: id.meta({ words: 'The action that takes it back, with guards of its own.' }),
      with: values
        .meta({
          words: 'Other inputs than this run had: what was read when it began is under before.',
          examples: [{ street: 'before.order.street' }],
        })
        .exactOptional(),
      within: duration.meta({ words: 'For how long after the verification.' }),
    }),
    z.strictObject({
      none: z.string().min(10).max(2_000).meta({ words: 'Why no way back is needed.' }),
    }),
  ])
  .meta({ words: 'The way back: another action within a time, or why none is needed.' })

/** What names what is checked by compile-action.ts. */
const action = z.strictObject({
  apiVersion: z.literal('firstline/v1').meta({ words: 'Always firstline/v1.' }),
  kind: z.literal('Action').meta({ words: 'Always Action.' }),
  id: id.meta({ words: 'How runbooks name it.', examples: ['export.requeue'] }),
  title: text.meta({ words: 'As people read it.', examples: ['Requeue a failed export'] }),
  version: z.int().min(1).meta({ words: 'Counts up with every change; recorded with each run.' }),
  tier: z.enum(['safe', 'two_person']).meta({
    words: 'safe: one confirmation. two_person: a second person always approves.',
  }),
  target: z
    .strictObject({
      max_records: z.int().min(1).max(1_000).meta({
        words: 'More records than this and nothing is changed. An operation changes 1.',
      }),
    })
    .meta({ words: 'How much it may change.' }),
  input: input.meta({
    words: 'A JSON Schema of what the agent chooses. The account is never an input.',
  }),
  read: z.record(name, read).meta({
    minProperties: 1,
    order: ['type', 'propertyNames', 'minProperties', 'additionalProperties'],
    words:
      'Sources (single: true) that are read at the preview and again when it runs; conditions use them by these names.',
  }),
  guards: z
    .array(guard)
    .meta({ words: 'What must be so. An error or a missing field refuses.' })
    .exactOptional(),
  limits: limits.meta({ words: 'How often and how long.' }),
  approval: approval
    .meta({ words: 'When a second person has to approve the frozen request.' })
    .exactOptional(),
  preview: z
    .strictObject({
      openapi: operation,
      query: values
        .meta({ words: 'What makes it a dry run.', examples: [{ dry_run: true }] })
        .exactOptional(),
    })
    .meta({ words: 'A dry run at the target, which must declare it.' })
    .exactOptional(),
  run: either({ required: ['openapi'] }, [operationRun, statementRun]).meta({
    type: 'object',
    properties: {
      connection: { type: 'string', minLength: 1, maxLength: 80, words: connectionWords },
    },
    required: ['connection'],
    words: 'What is done: one operation of an http connection, or one statement of a database.',
  }),
  verify: z
    .strictObject({
      source: id.meta({ words: 'One of the reads, read again.' }),
      cel: text.meta({
        words: 'True once it happened; `before` is what was read when the run began.',
        examples: ["exp.status in ['queued', 'running']"],
      }),
      within: duration.meta({
        words: 'How long it is looked for before its outcome is called unknown.',
      }),
      give_up: duration
        .meta({
          words: 'How long an unknown run is read on, in growing pauses; 24h unless given.',
          examples: ['2h'],
        })
        .exactOptional(),
    })
    .meta({ words: 'How the system itself shows that it happened.' }),
  undo,
  audit: z
    .strictObject({
      require: z
        .array(z.enum(['reason']))
        .meta({ words: 'reason: whoever runs it says why.' })
        .exactOptional(),
      redact: z
        .array(z.string())
        .meta({
          words: 'Fields of reads kept and shown as •••.',
          examples: [['exp.requested_by']],
        })
        .exactOptional(),
    })
    .meta({ required: [], words: 'What the record keeps.' })
    .exactOptional(),
})

/** An action: what may be done for one account. */
export const actionForm = fileForm(action.meta({ title: 'Action' }), [
  'type',
  'additionalProperties',
  'properties',
  'required',
])
export type ActionFile = Says<typeof actionForm>
export type OperationRun = z.infer<typeof operationRun>
export type StatementRun = z.infer<typeof statementRun>

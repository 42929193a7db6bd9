import { z } from 'zod'
import { ApproverRole } from '../approvals.ts'
import { described, either, fileForm, matching, maybe } from './form.ts'
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
const operation = described(
  matching('^[^#]+#[A-Za-z0-9_./:-]+$', 'must be FILE#operationId'),
  'FILE#operationId.',
  'openapi.yaml#requeueExport',
)
const connectionWords = 'A connection of firstline.yaml.'
const connection = described(id, connectionWords)
const given =
  'Values, or paths such as input.export_id, exp.id, scope.account_id, at every depth. A path that names nothing refuses the call; { $from: input.note, $missing: omit } leaves it out; { $text: "input.note" } is that very text.'

const paramsOfRun = {
  words: `Parameters in the path, in headers and cookies. ${given} scope.account_id must be among what is sent, or what names the record must be picked or read.`,
  examples: [{ account_id: 'scope.account_id', export_id: 'input.export_id' }],
}

const poll = described(
  z
    .strictObject({
      operation: maybe(id, 'A GET of the same file, which takes what was answered.', 'getJob'),
      params: maybe(values, `Its parameters, with answer for what the target answered. ${given}`, {
        job_id: 'answer.job.id',
      }),
      query: maybe(values, `Parameters in its query. ${given}`),
      location: maybe(
        z.literal(true),
        'Instead of an operation: where the Location of a 202 says.',
      ),
      done: described(
        text,
        'CEL on `job`: true once it has done its work.',
        "job.status == 'succeeded'",
      ),
      failed: maybe(
        text,
        'CEL on `job`: true once nothing will come of it.',
        "job.status in ['failed', 'cancelled']",
      ),
      within: described(duration, 'How long it may take before its outcome is called unknown.'),
    })
    .meta({
      oneOf: [{ required: ['operation'] }, { required: ['location'] }],
      dependentRequired: { params: ['operation'], query: ['operation'] },
    }),
  'How the target is asked about a job that it has accepted, until that has ended.',
)

/** A call of an HTTP API … */
const operationRun = z.strictObject({
  openapi: operation,
  connection,
  credential: maybe(secretRef, 'A secret for this action only; else the connection’s own.'),
  params: values.meta(paramsOfRun).exactOptional(),
  query: maybe(values, `Parameters in the query. ${given}`),
  headers: maybe(values, `Header parameters of the operation. ${given}`),
  body: maybe(
    z.union([values, z.array(z.unknown())]).meta({ form: { type: ['object', 'array'] } }),
    `As the operation’s requestBody describes it. ${given}`,
    { address: { street: 'input.street' }, tags: ['corrected'] },
  ),
  poll: poll.exactOptional(),
  record: maybe(
    matching(
      '^(?:params|query|headers|body)(?:\\.[A-Za-z_][A-Za-z0-9_]*)+$',
      'must be a place in the call, such as body.order_id',
    ),
    'Where the call names the record, when it sends no account and its path names none.',
    'body.order_id',
  ),
})

/** … or a statement on the rows of a database, which must be able to say whose they are. */
const statementRun = z
  .strictObject({
    connection,
    sql: maybe(
      statement,
      'One statement with :account_id; rolled back when it touches more than max_records rows or a row of another account.',
    ),
    function: maybe(id, 'A function of the database, called with the parameters.'),
    touches: maybe(
      statement,
      'A query of the rows that would change, where the statement itself cannot return them.',
    ),
    account_column: described(id, 'The column that says whose a changed row is.'),
    params: z
      .record(name, z.unknown())
      .meta({ ...paramsOfRun, order: ['type', 'additionalProperties', 'propertyNames'] })
      .exactOptional(),
  })
  .meta({ oneOf: [{ required: ['sql'] }, { required: ['function'] }] })

const input = z.object({
  type: described(z.literal('object'), 'Always object.'),
  additionalProperties: described(z.literal(false), 'Always false.'),
  required: maybe(z.array(z.string()), 'Inputs that must be there.'),
  properties: described(
    z
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
      }),
    'Each input. With x-pick: SOURCE.COLUMN only a value this source has for this account, at this moment, is accepted.',
    { export_id: { type: 'string', 'x-pick': 'exports.recent.id' } },
  ),
})

const read = z.strictObject({
  source: described(id, 'Id of the source.'),
  with: maybe(values, 'Its parameters.', { id: 'input.export_id' }),
})

const guard = z.strictObject({
  id: described(id, 'Shown with its outcome.'),
  cel: described(text, 'A CEL condition.', "exp.status == 'failed'"),
  say: described(text, 'What the agent reads when it does not hold.'),
  holds: maybe(
    text,
    'What the agent reads when it holds; without it, the condition itself.',
    'It has failed',
  ),
})

const limits = z.strictObject({
  lock: maybe(
    z.enum(['account', 'none']),
    'account: one action at a time on an account. none: no lock.',
  ),
  cooldown: maybe(
    z.strictObject({
      key: described(z.array(z.string()).min(1), 'What is the same.', ['input.export_id']),
      max: described(count, 'So many runs …'),
      window: described(duration, '… in this time.'),
    }),
    'How often for the same thing.',
  ),
  rate: maybe(
    z.array(
      z.strictObject({
        per: described(
          z.enum(['agent', 'all']),
          'agent: by one person or AI agent. all: by everybody together.',
        ),
        max: described(count, 'So many runs …'),
        window: described(duration, '… in this time.'),
      }),
    ),
    'How often at all.',
  ),
  timeout: described(duration, 'Longest time for one attempt.'),
  retry: maybe(
    z.strictObject({
      max: described(z.int().min(0).max(5), 'How many further attempts.'),
      on: described(z.array(z.enum(['timeout', '5xx'])), 'After what.'),
    }),
    'Further attempts with the same idempotency key. Only for targets that honour it.',
  ),
  breaker: maybe(
    z.strictObject({
      failures: described(count, 'So many in a row …'),
      window: described(duration, '… within this time.'),
    }),
    'After failures in a row nothing runs until the window has passed.',
  ),
})

const approval = z.strictObject({
  when: maybe(text, 'A CEL condition; always without it.', 'exp.size_mb > 500'),
  role: described(z.enum(ApproverRole.options), 'The least role that may approve.'),
  self: maybe(z.literal(false), 'Always false: nobody approves their own.'),
  ttl: maybe(duration, 'How long it is asked for.'),
})

const undo = described(
  z.union([
    z.strictObject({
      action: described(id, 'The action that takes it back, with guards of its own.'),
      with: maybe(
        values,
        'Other inputs than this run had: what was read when it began is under before.',
        { street: 'before.order.street' },
      ),
      within: described(duration, 'For how long after the verification.'),
    }),
    z.strictObject({
      none: described(z.string().min(10).max(2_000), 'Why no way back is needed.'),
    }),
  ]),
  'The way back: another action within a time, or why none is needed.',
)

const run = described(
  either({ required: ['openapi'] }, [operationRun, statementRun]).meta({
    type: 'object',
    properties: {
      connection: { type: 'string', minLength: 1, maxLength: 80, words: connectionWords },
    },
    required: ['connection'],
  }),
  'What is done: one operation of an http connection, or one statement of a database.',
)

const verify = described(
  z.strictObject({
    source: described(id, 'One of the reads, read again: by its source, or by its name.'),
    cel: described(
      text,
      'True once it happened; `before` is what was read when the run began.',
      "exp.status in ['queued', 'running']",
    ),
    within: described(duration, 'How long it is looked for before its outcome is called unknown.'),
    give_up: maybe(
      duration,
      'How long an unknown run is read on, in growing pauses; 24h unless given.',
      '2h',
    ),
  }),
  'How the system itself shows that it happened.',
)

const step = z.strictObject({
  id: described(name, 'How later steps name what came of it.', 'cancel'),
  title: described(text, 'As people read it.', 'Cancel the order'),
  run,
  verify,
  undo,
})

/** What names what is checked by compile-action.ts. */
const action = z.strictObject({
  apiVersion: described(z.literal('firstline/v1'), 'Always firstline/v1.'),
  kind: described(z.literal('Action'), 'Always Action.'),
  id: described(id, 'How runbooks name it.', 'export.requeue'),
  title: described(text, 'As people read it.', 'Requeue a failed export'),
  version: described(z.int().min(1), 'Counts up with every change; recorded with each run.'),
  tier: described(
    z.enum(['safe', 'two_person']),
    'safe: one confirmation. two_person: a second person always approves.',
  ),
  target: described(
    z.strictObject({
      max_records: described(
        z.int().min(1).max(1_000),
        'More records than this and nothing is changed. An operation changes 1.',
      ),
    }),
    'How much it may change.',
  ),
  input: described(
    input,
    'A JSON Schema of what the agent chooses. The account is never an input.',
  ),
  read: described(
    z.record(name, read).meta({
      minProperties: 1,
      order: ['type', 'propertyNames', 'minProperties', 'additionalProperties'],
    }),
    'Sources (single: true) that are read at the preview and again when it runs; conditions use them by these names.',
  ),
  guards: maybe(z.array(guard), 'What must be so. An error or a missing field refuses.'),
  limits: described(limits, 'How often and how long.'),
  approval: maybe(approval, 'When a second person has to approve the frozen request.'),
  preview: maybe(
    z.strictObject({
      openapi: operation,
      query: maybe(values, 'What makes it a dry run.', { dry_run: true }),
    }),
    'A dry run at the target, which must declare it.',
  ),
  run: run.exactOptional(),
  verify: verify.exactOptional(),
  undo: undo.exactOptional(),
  steps: maybe(
    z.array(step).min(2).max(5),
    'Instead of run, verify and undo: two to five of them, run one after the other. Each is verified before the next is sent; one that fails takes back those before it, the last first.',
  ),
  audit: maybe(
    z
      .strictObject({
        require: maybe(z.array(z.enum(['reason'])), 'reason: whoever runs it says why.'),
        redact: maybe(z.array(z.string()), 'Fields of reads kept and shown as •••.', [
          'exp.requested_by',
        ]),
      })
      .meta({ required: [] }),
    'What the record keeps.',
  ),
})

const oneOrSeveral = {
  if: { required: ['steps'] },
  // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
  then: { properties: { run: false, verify: false, undo: false, preview: false } },
  else: { required: ['run', 'verify', 'undo'] },
}

/** An action: what may be done for one account. */
export const actionForm = fileForm(action.meta({ title: 'Action', ...oneOrSeveral }), [
  'type',
  'additionalProperties',
  'properties',
  'required',
])
export type ActionFile = Says<typeof actionForm>
/** What one call of it says; of a chain, of one of its steps. */
export type StepFile = ActionFile & Required<Pick<ActionFile, 'run' | 'verify' | 'undo'>>
export type OperationRun = z.infer<typeof operationRun>
export type StatementRun = z.infer<typeof statementRun>

import { z } from 'zod'
import { MetricUnit } from '../accounts.ts'
import { fileForm, matching } from './form.ts'
import type { Says } from './form.ts'
import { duration, text, values } from './values.ts'

const pages = z.strictObject({
  by: z.enum(['cursor', 'page', 'offset', 'link']).meta({
    words:
      'cursor: the answer names the next. page, offset: counted until a page is empty. link: the Link header.',
  }),
  param: text
    .meta({ words: 'The parameter of the query that pages.', examples: ['cursor'] })
    .exactOptional(),
  next: text
    .meta({ words: 'Where in the answer the next cursor is.', examples: ['meta.next'] })
    .exactOptional(),
  from: z
    .int()
    .min(0)
    .max(1)
    .meta({ words: 'The number of the first page; 1 unless given.' })
    .exactOptional(),
  max: z
    .int()
    .min(1)
    .max(50)
    .meta({ words: 'Pages that are read at most; 10 unless given.' })
    .exactOptional(),
})

const Builtin = z.enum(['status', 'changes', 'logs'])
export type BuiltinKind = z.infer<typeof Builtin>
const Mask = z.enum(['email', 'phone', 'name', 'hidden'])
export type MaskKind = z.infer<typeof Mask>
const ColumnAs = z.enum(['text', 'code', 'badge', 'ago', 'time', 'bytes', 'number', 'boolean'])
export type ColumnKind = z.infer<typeof ColumnAs>

const column = z.strictObject({
  field: text.meta({ words: 'The column.' }),
  title: text.meta({ words: 'Its heading; made from the field unless given.' }).exactOptional(),
  as: ColumnAs.meta({
    words:
      'How it is shown: ago and time for instants, bytes, code for identifiers, badge for states.',
  }).exactOptional(),
})

const source = z.strictObject({
  apiVersion: z.literal('firstline/v1').meta({ words: 'Always firstline/v1.' }),
  kind: z.literal('Source').meta({ words: 'Always Source.' }),
  id: text.meta({
    words: 'How runbooks and actions name it: lower-case words joined by “.”, “-” or “_”.',
    examples: ['exports.recent'],
  }),
  title: text.meta({ words: 'As people read it.', examples: ['Exports, last 7 days'] }),
  connection: text.meta({ words: 'A connection of firstline.yaml.' }).exactOptional(),
  sql: text
    .meta({
      words:
        'One query, run in a read-only transaction. :account_id is the account of the ticket; other parameters are declared under params.',
      examples: ['select id, account_id, status from export_job where account_id = :account_id'],
    })
    .exactOptional(),
  operation: text
    .meta({ words: 'The operationId of a GET in the OpenAPI file of an http connection.' })
    .exactOptional(),
  bind: values
    .meta({
      words:
        'Which parameters of the operation get what: scope.account_id, params.NAME, or a value as it is. One of them must be scope.account_id. { $text: "params.id" } is that very text; { $from: params.id, $missing: omit } sends nothing where there is no value.',
      examples: [{ account_id: 'scope.account_id', status: 'params.status', limit: 50 }],
    })
    .exactOptional(),
  rows: text
    .meta({ words: 'Where in the answer the rows are.', examples: ['data.items'] })
    .exactOptional(),
  pages: pages
    .meta({ words: 'How the rows go on, where an answer holds only some of them.' })
    .exactOptional(),
  builtin: Builtin.meta({
    words: 'A source the desk answers itself: status, changes or logs.',
  }).exactOptional(),
  promql: text
    .meta({
      words:
        'One query of a prometheus connection. Every selector in it gets the account as a label, and every grouping keeps it; one series is answered.',
      examples: ['sum(rate(http_requests_total[5m]))'],
    })
    .exactOptional(),
  account_label: matching(
    '^(?!__)[A-Za-z_][A-Za-z0-9_]*$',
    'must be the name of a label such as account_id',
  )
    .meta({
      words: 'The label that says whose a series is; set for each ticket, never in the query.',
      examples: ['account_id'],
    })
    .exactOptional(),
  unit: z
    .enum(MetricUnit.options)
    .meta({ words: 'What the values of a metric are. percent is 0 to 100, ratio 0 to 1.' })
    .exactOptional(),
  before: duration
    .meta({
      words: 'How long before the problem began the chart begins; 6h unless given, 168h at most.',
    })
    .exactOptional(),
  params: z
    .record(z.string(), values.meta({ form: { type: 'object' } }))
    .meta({
      propertyNames: { pattern: '^[a-z][a-z0-9_]*$' },
      words: 'Values a runbook or an action gives, by name, each with a JSON Schema.',
      examples: [{ id: { type: 'string' } }],
    })
    .exactOptional(),
  single: z
    .boolean()
    .meta({ words: 'At most one row; needed by reads of actions.' })
    .exactOptional(),
  account_column: text
    .meta({
      words:
        'The column that says whose a row is. A row of another account fails the read and is recorded as a security event.',
    })
    .exactOptional(),
  mask: z
    .record(z.string(), Mask)
    .meta({
      words:
        'Columns that are shown masked. Unmasking is a permission, needs a reason and is recorded.',
      examples: [{ requested_by: 'email' }],
    })
    .exactOptional(),
  // all a field can be: conditions are checked against it
  values: z
    .record(
      z.string(),
      z
        .array(z.union([z.string(), z.number(), z.boolean()]))
        .min(1)
        .max(200)
        .meta({ order: ['type', 'minItems', 'maxItems', 'items'] }),
    )
    .meta({
      words: 'All a column can be: conditions of runbooks are checked against it.',
      examples: [{ status: ['queued', 'running', 'failed'] }],
    })
    .exactOptional(),
  columns: z
    .array(column)
    .meta({ words: 'What the panel shows, in order; without it every column.' })
    .exactOptional(),
  empty: z
    .string()
    .meta({ words: 'Said when there is no row.', examples: ['No exports in 7 days'] })
    .exactOptional(),
  timeout: duration.meta({ words: 'Longest time for one read; 3s unless given.' }).exactOptional(),
  max_rows: z
    .int()
    .min(1)
    .max(1000)
    .meta({ words: 'Rows beyond it are cut, and the panel says so; 200 unless given.' })
    .exactOptional(),
})

/** A source: what may be seen of one account. */
export const sourceForm = fileForm(source.meta({ title: 'Firstline source' }))
export type SourceFile = Says<typeof sourceForm>
export type PagesFile = z.infer<typeof pages>

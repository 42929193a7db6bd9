import { z } from 'zod'
import { MetricUnit } from '../accounts.ts'
import { described, fileForm, matching, maybe } from './form.ts'
import type { Says } from './form.ts'
import { duration, text, values } from './values.ts'

const pages = z.strictObject({
  by: described(
    z.enum(['cursor', 'page', 'offset', 'link']),
    'cursor: the answer names the next. page, offset: counted until a page is empty. link: the Link header.',
  ),
  param: maybe(
    text,
    'The parameter of the query that pages; of a POST also a field of its body, or a variable of GraphQL.',
    'cursor',
    'page.after',
  ),
  next: maybe(text, 'Where in the answer the next cursor is.', 'meta.next'),
  more: maybe(
    text,
    'Where in the answer it says whether there is a next page, where it names a cursor in any case.',
    'data.orders.pageInfo.hasNextPage',
  ),
  from: maybe(z.int().min(0).max(1), 'The number of the first page; 1 unless given.'),
  max: maybe(z.int().min(1).max(50), 'Pages that are read at most; 10 unless given.'),
})

const readOnly = z.strictObject({
  reviewed: described(
    text,
    'The operation that was reviewed: the one that is called.',
    'searchOrders',
  ),
  by: described(text, 'Who has made sure that calling it changes nothing.', 'Kim Weber, platform'),
})

const from = z.strictObject({
  source: described(
    text,
    'The source that is read first, for the same account.',
    'billing.customer',
  ),
  params: maybe(
    values,
    'What its parameters get: params.NAME of this source, or a value as it is.',
    { state: 'active' },
  ),
  take: maybe(
    z.int().min(1).max(10),
    'For how many of its rows this source is read, from the first; needed where it is not single.',
  ),
})

const Builtin = z.enum(['status', 'changes', 'logs'])
export type BuiltinKind = z.infer<typeof Builtin>
const Mask = z.enum(['email', 'phone', 'name', 'hidden'])
export type MaskKind = z.infer<typeof Mask>
const ColumnAs = z.enum(['text', 'code', 'badge', 'ago', 'time', 'bytes', 'number', 'boolean'])
export type ColumnKind = z.infer<typeof ColumnAs>

const column = z.strictObject({
  field: described(text, 'The column, or a path into what a column holds: customer.name.'),
  title: maybe(text, 'Its heading; made from the field unless given.'),
  as: maybe(
    ColumnAs,
    'How it is shown: ago and time for instants, bytes, code for identifiers, badge for states.',
  ),
})

const redis = z.strictObject({
  read: described(
    z.enum(['string', 'hash', 'list', 'set', 'sorted_set', 'expiry']),
    'What stands under the key. expiry: not what, but for how long yet (expires_in_s).',
  ),
  key: described(
    text,
    'Text with {scope.account_id} in it, and {params.NAME}: no value may make another key of it.',
    'cart:{scope.account_id}',
  ),
  json: maybe(
    z.boolean(),
    'Each value is an object of JSON, and its fields are those of the row. A string may be a list of them.',
  ),
  last_first: maybe(z.boolean(), 'Of a list its end first, of a sorted set the highest score.'),
  owner: maybe(
    z.literal('key'),
    'In place of account_column, where no value says whose it is: whose key it is, as your system names its keys.',
  ),
})

const source = z.strictObject({
  apiVersion: described(z.literal('firstline/v1'), 'Always firstline/v1.'),
  kind: described(z.literal('Source'), 'Always Source.'),
  id: described(
    text,
    'How runbooks and actions name it: lower-case words joined by “.”, “-” or “_”.',
    'exports.recent',
  ),
  title: described(text, 'As people read it.', 'Exports, last 7 days'),
  connection: maybe(text, 'A connection of firstline.yaml.'),
  from: maybe(
    from,
    'Another source that is read before this one: from.FIELD is a field of its row, for bind, body and variables. Three sources one behind the other at most.',
  ),
  belongs_to: maybe(
    matching('^from(?:\\.[A-Za-z_][A-Za-z0-9_]*)+$', 'must be a field such as from.id'),
    'The field of the row read before that a row of this source is of: account_column must hold it, or the path of the operation names it.',
    'from.id',
  ),
  sql: maybe(
    text,
    'One query, run in a read-only transaction. :account_id is the account of the ticket; other parameters are declared under params.',
    'select id, account_id, status from export_job where account_id = :account_id',
  ),
  operation: maybe(
    text,
    'The operationId of a GET in the OpenAPI file of an http connection; of a POST where read_only or graphql says that it only reads.',
  ),
  read_only: maybe(
    readOnly,
    'Of a POST that only searches: somebody has made sure that it changes nothing.',
    { reviewed: 'searchOrders', by: 'Kim Weber, platform' },
  ),
  bind: maybe(
    values,
    'Which parameters of the operation get what: scope.account_id, params.NAME, or a value as it is. One value that is sent must be scope.account_id. { $text: "params.id" } is that very text; { $from: params.id, $missing: omit } sends nothing where there is no value.',
    { account_id: 'scope.account_id', status: 'params.status', limit: 50 },
  ),
  body: maybe(
    z.union([values, z.array(z.unknown())]).meta({ form: { type: ['object', 'array'] } }),
    'Of a POST: as its requestBody describes it, with the same values as in bind.',
    { filter: { customer: 'scope.account_id' }, status: 'params.status', limit: 50 },
  ),
  graphql: maybe(
    text,
    'One query of GraphQL, sent by the POST that operation names; nothing is filled into its text.',
    'query Orders($customer: ID!) { orders(customer: $customer) { id state customer { id } } }',
  ),
  variables: maybe(
    values,
    'What the variables of the query get: scope.account_id, params.NAME, or a value as it is.',
    { customer: 'scope.account_id' },
  ),
  rows: maybe(text, 'Where in the answer the rows are.', 'data.items'),
  pages: maybe(pages, 'How the rows go on, where an answer holds only some of them.'),
  builtin: maybe(Builtin, 'A source the desk answers itself: status, changes or logs.'),
  promql: maybe(
    text,
    'One query of a prometheus connection. Every selector in it gets the account as a label, and every grouping keeps it; one series is answered.',
    'sum(rate(http_requests_total[5m]))',
  ),
  account_label: maybe(
    matching('^(?!__)[A-Za-z_][A-Za-z0-9_]*$', 'must be the name of a label such as account_id'),
    'The label that says whose a series is; set for each ticket, never in the query.',
    'account_id',
  ),
  unit: maybe(
    z.enum(MetricUnit.options),
    'What the values of a metric are. percent is 0 to 100, ratio 0 to 1.',
  ),
  before: maybe(
    duration,
    'How long before the problem began the chart begins; 6h unless given, 168h at most.',
  ),
  redis: maybe(redis, 'One key of a redis connection.', {
    read: 'hash',
    key: 'cart:{scope.account_id}',
  }),
  params: maybe(
    z
      .record(z.string(), values.meta({ form: { type: 'object' } }))
      .meta({ propertyNames: { pattern: '^[a-z][a-z0-9_]*$' } }),
    'Values a runbook or an action gives, by name, each with a JSON Schema.',
    { id: { type: 'string' } },
  ),
  single: maybe(z.boolean(), 'At most one row; needed by reads of actions.'),
  account_column: maybe(
    text,
    'The column that says whose a row is. A row of another account fails the read and is recorded as a security event.',
  ),
  mask: maybe(
    z.record(z.string(), Mask),
    'Columns, and paths into what columns hold, that are shown masked. Unmasking is a permission, needs a reason and is recorded.',
    { requested_by: 'email' },
  ),
  // all a field can be: conditions are checked against it
  values: maybe(
    z.record(
      z.string(),
      z
        .array(z.union([z.string(), z.number(), z.boolean()]))
        .min(1)
        .max(200)
        .meta({ order: ['type', 'minItems', 'maxItems', 'items'] }),
    ),
    'All a column can be: conditions of runbooks are checked against it.',
    { status: ['queued', 'running', 'failed'] },
  ),
  columns: maybe(
    z.array(column),
    'What the panel shows, in order; without it every column, and what one holds.',
  ),
  empty: maybe(z.string(), 'Said when there is no row.', 'No exports in 7 days'),
  timeout: maybe(duration, 'Longest time for one read; 3s unless given.'),
  max_rows: maybe(
    z.int().min(1).max(1000),
    'Rows beyond it are cut, and the panel says so; 200 unless given.',
  ),
})

/** A source: what may be seen of one account. */
export const sourceForm = fileForm(source.meta({ title: 'Firstline source' }))
export type SourceFile = Says<typeof sourceForm>
export type RedisFile = z.infer<typeof redis>
export type PagesFile = z.infer<typeof pages>
/** How an operation is read, wherever a file does it. */
export const sourceShape = source.shape

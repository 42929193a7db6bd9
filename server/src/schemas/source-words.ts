import type { Words } from './describe-schema.ts'

/** A source: what may be seen of one account. */
export const sourceWords: Words = {
  apiVersion: 'Always firstline/v1.',
  kind: 'Always Source.',
  id: {
    text: 'How runbooks and actions name it: lower-case words joined by “.”, “-” or “_”.',
    examples: ['exports.recent'],
  },
  title: { text: 'As people read it.', examples: ['Exports, last 7 days'] },
  connection: 'A connection of firstline.yaml.',
  sql: {
    text: 'One query, run in a read-only transaction. :account_id is the account of the ticket; other parameters are declared under params.',
    examples: ['select id, account_id, status from export_job where account_id = :account_id'],
  },
  operation: 'The operationId of a GET in the OpenAPI file of an http connection.',
  bind: {
    text: 'Which parameters of the operation get what: scope.account_id, params.NAME, or a value as it is. One of them must be scope.account_id. { $text: "params.id" } is that very text; { $from: params.id, $missing: omit } sends nothing where there is no value.',
    examples: [{ account_id: 'scope.account_id', status: 'params.status', limit: 50 }],
  },
  rows: { text: 'Where in the answer the rows are.', examples: ['data.items'] },
  pages: 'How the rows go on, where an answer holds only some of them.',
  'pages.by':
    'cursor: the answer names the next. page, offset: counted until a page is empty. link: the Link header.',
  'pages.param': { text: 'The parameter of the query that pages.', examples: ['cursor'] },
  'pages.next': { text: 'Where in the answer the next cursor is.', examples: ['meta.next'] },
  'pages.from': 'The number of the first page; 1 unless given.',
  'pages.max': 'Pages that are read at most; 10 unless given.',
  promql: {
    text: 'One query of a prometheus connection. Every selector in it gets the account as a label, and every grouping keeps it; one series is answered.',
    examples: ['sum(rate(http_requests_total[5m]))'],
  },
  account_label: {
    text: 'The label that says whose a series is; set for each ticket, never in the query.',
    examples: ['account_id'],
  },
  unit: 'What the values of a metric are. percent is 0 to 100, ratio 0 to 1.',
  before: 'How long before the problem began the chart begins; 6h unless given, 168h at most.',
  builtin: 'A source the desk answers itself: status, changes or logs.',
  params: {
    text: 'Values a runbook or an action gives, by name, each with a JSON Schema.',
    examples: [{ id: { type: 'string' } }],
  },
  single: 'At most one row; needed by reads of actions.',
  account_column:
    'The column that says whose a row is. A row of another account fails the read and is recorded as a security event.',
  mask: {
    text: 'Columns that are shown masked. Unmasking is a permission, needs a reason and is recorded.',
    examples: [{ requested_by: 'email' }],
  },
  values: {
    text: 'All a column can be: conditions of runbooks are checked against it.',
    examples: [{ status: ['queued', 'running', 'failed'] }],
  },
  columns: 'What the panel shows, in order; without it every column.',
  'columns[].field': 'The column.',
  'columns[].title': 'Its heading; made from the field unless given.',
  'columns[].as':
    'How it is shown: ago and time for instants, bytes, code for identifiers, badge for states.',
  empty: { text: 'Said when there is no row.', examples: ['No exports in 7 days'] },
  timeout: 'Longest time for one read; 3s unless given.',
  max_rows: 'Rows beyond it are cut, and the panel says so; 200 unless given.',
}

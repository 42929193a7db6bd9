import { stringify } from 'yaml'
import type { AccountTable } from './find-accounts.ts'
import type { DirectoryProposal } from './propose-directory.ts'
import type { MetricProposal } from './propose-metrics.ts'
import { mostRows } from './propose-tables.ts'
import type { Proposal } from './propose-tables.ts'

/** What is to be written; every secret is the place of one. */
export type Plan = {
  name: string
  support: string
  database: { kind: string; url: string; sources: Proposal[] } | null
  /** The table of the customers. */
  account: AccountTable | null
  directory: DirectoryProposal | null
  api: {
    url: string
    credential: string | null
    file: string
    text: string
    sources: Proposal[]
  } | null
  metrics: { url: string; credential: string | null; sources: MetricProposal[] } | null
  status: string | null
}

/** @returns the text of each file of the folder, by its path */
export function projectFiles(plan: Plan): Map<string, string> {
  const sources = [
    ...(plan.database?.sources ?? []).flatMap((each) => tableFiles(each)),
    ...(plan.api?.sources ?? []).map((each) => [each.id, operationFile(each)] as const),
    ...(plan.metrics?.sources ?? []).map((each) => [each.id, metricFile(each)] as const),
    ...(plan.status === null ? [] : [['status', statusFile] as const]),
  ]
  return new Map([
    ['firstline.yaml', projectFile(plan)],
    ...sources.map(([id, text]) => [`sources/${id}.yaml`, text] as const),
    ...(plan.api ? [[plan.api.file, plan.api.text] as const] : []),
    ['README.md', readMe(plan)],
    [
      '.gitignore',
      '# secrets stand in the environment; if you keep them in a file here, it stays here\n.env\n*.secret\n',
    ],
  ])
}

/** Which environment variables have to be set, and what for. */
export function neededNames({ database, api, metrics, status }: Plan): Map<string, string> {
  const all: [string | null | undefined, string][] = [
    [database?.url, 'the address of the database, with a role that may only select'],
    [api?.url, 'where the API is'],
    [api?.credential, 'the secret of the API'],
    [metrics?.url, 'where Prometheus is'],
    [metrics?.credential, 'the token of Prometheus'],
    [status, 'where the JSON of the status page is'],
  ]
  return new Map(
    all.flatMap(([place, meaning]) =>
      place?.startsWith('env:') ? [[place.slice('env:'.length), meaning]] : [],
    ),
  )
}

function projectFile(plan: Plan): string {
  const { name, support, database, directory, api, metrics, status } = plan
  const connections = [
    ...(database ? [`  replica: { kind: ${database.kind}, url: ${scalar(database.url)} }`] : []),
    ...(api
      ? [
          `  api: { kind: http, base_url: ${scalar(api.url)}, openapi: ${scalar(api.file)}${signed(api)} }`,
        ]
      : []),
    ...(metrics
      ? [`  metrics: { kind: prometheus, base_url: ${scalar(metrics.url)}${signed(metrics)} }`]
      : []),
  ]
  const picture = [
    ...(database?.sources ?? []),
    ...(api?.sources ?? []),
    ...(metrics?.sources ?? []),
  ].map(({ id }) => id)
  const shown = [...picture, ...(status === null ? [] : ['status'])]
  return [
    '# yaml-language-server: $schema=.schemas/firstline.json',
    'apiVersion: firstline/v1',
    'kind: Project',
    `name: ${scalar(name)}`,
    '',
    'support:',
    `  address: ${scalar(support)}`,
    `  name: ${scalar(name)}`,
    '',
    ...(connections.length > 0
      ? [
          '# Secrets stand in the environment or in a file, never here.',
          'connections:',
          ...connections,
          '',
        ]
      : []),
    ...(directory ? [...directoryLines(directory), ''] : []),
    ...(status === null ? [] : [`status: { url: ${scalar(status)}, every: 30s }`, '']),
    ...(shown.length === 0
      ? []
      : [
          '# Shown beside every ticket, in this order.',
          `account_picture: [${shown.join(', ')}]`,
          '',
        ]),
    '# l1: could the first line resolve it, given access, an action and a runbook?',
    'types:',
    '  - { id: how-to, title: How do I …, l1: true }',
    '',
  ].join('\n')
}

function signed({ credential }: { credential: string | null }): string {
  return credential === null ? '' : `, credential: ${scalar(credential)}`
}

function directoryLines({ queries, notes }: DirectoryProposal): string[] {
  return [
    '# Whose ticket is it? First the person, then the company behind the domain.',
    ...notes.map((note) => `# ${note}`),
    'directory:',
    '  connection: replica',
    ...Object.entries(queries).flatMap(([key, sql]) => block(`  ${key}`, sql)),
  ]
}

function tableFiles(proposal: Proposal): (readonly [string, string])[] {
  const { single, reading } = proposal
  if (!('sql' in reading)) return []
  const list = [
    ...head({ ...proposal, connection: 'replica' }, [fromLine(proposal), ...doubtLines(proposal)]),
    ...block('sql', reading.sql),
    ...shape(proposal),
    `empty: ${scalar(`No ${proposal.title.toLowerCase()}`)}`,
    'timeout: 3s',
    `max_rows: ${mostRows} # the query asks for one more: then the panel says that there is more`,
    '',
  ].join('\n')
  if (!single) return [[proposal.id, list]]
  const one = [
    ...head(
      { id: single.id, title: `One of: ${proposal.title.toLowerCase()}`, connection: 'replica' },
      ['# One record: read by runbooks, and by actions before and after they run.'],
    ),
    'single: true',
    `params: { id: { type: ${single.type} } }`,
    ...block('sql', single.sql),
    ...shape(proposal),
    'timeout: 3s',
    '',
  ].join('\n')
  return [
    [proposal.id, list],
    [single.id, one],
  ]
}

function operationFile(proposal: Proposal): string {
  const { reading } = proposal
  if (!('operation' in reading)) return ''
  const isList = proposal.id.endsWith('.recent')
  return [
    ...head({ ...proposal, connection: 'api' }, [fromLine(proposal)]),
    `operation: ${scalar(reading.operation)}`,
    `bind: ${flow(reading.bind)}`,
    ...(reading.rows === '' ? [] : [`rows: ${scalar(reading.rows)}`]),
    ...(isList ? [] : ['single: true']),
    ...shape(proposal),
    'timeout: 3s',
    ...(isList ? [`max_rows: ${mostRows}`] : []),
    '',
  ].join('\n')
}

function metricFile(proposal: MetricProposal): string {
  const { label, promql, unit } = proposal
  return [
    ...head({ ...proposal, connection: 'metrics' }, [fromLine(proposal)]),
    `promql: ${scalar(promql)}`,
    `account_label: ${label}`,
    `unit: ${unit}`,
    '',
  ].join('\n')
}

const statusFile = `${[
  '# yaml-language-server: $schema=../.schemas/source.json',
  '# Answered by Firstline itself: what the status page says.',
  'apiVersion: firstline/v1',
  'kind: Source',
  'id: status',
  'title: Status',
  'builtin: status',
].join('\n')}\n`

type Head = { id: string; title: string; connection: string }

function head({ id, title, connection }: Head, comments: readonly string[]): string[] {
  return [
    '# yaml-language-server: $schema=../.schemas/source.json',
    ...comments,
    'apiVersion: firstline/v1',
    'kind: Source',
    `id: ${id}`,
    `title: ${scalar(title)}`,
    `connection: ${connection}`,
  ]
}

function fromLine({ of, reasons }: { of: string; reasons: readonly string[] }): string {
  return `# From ${of}: ${reasons.join('; ')}.`
}

function doubtLines({ doubts, leftOut }: Proposal): string[] {
  return [
    ...doubts.map((doubt) => `# Mind: ${doubt}.`),
    ...(leftOut.length > 0 ? [`# Not read: ${leftOut.join(', ')}.`] : []),
  ]
}

/** What is shown, what is masked, and all that a field can be. */
function shape({ accountColumn, mask, values, columns }: Proposal): string[] {
  return [
    '# a row whose column names another account fails the whole read',
    `account_column: ${scalar(accountColumn)}`,
    ...(Object.keys(mask).length > 0 ? [`mask: ${flow(mask)}`] : []),
    ...(Object.keys(values).length > 0
      ? [
          'values:',
          ...Object.entries(values).map(([field, all]) => `  ${scalar(field)}: ${flow(all)}`),
        ]
      : []),
    'columns:',
    ...columns.map(
      ({ field, title, as }) => `  - ${flow({ field, title, ...(as === null ? {} : { as }) })}`,
    ),
  ]
}

function readMe({ name, database, api, ...rest }: Plan): string {
  const names = [...neededNames({ name, database, api, ...rest })]
  return [
    `# What the first line of ${name} may see, know and do`,
    '',
    '`firstline init` has written this from what your systems say of themselves: read it before you trust it.',
    '',
    '1. Set in the environment, never in a file of this folder:',
    '',
    ...names.map(([variable, meaning]) => `   - \`${variable}\`: ${meaning}`),
    '',
    '2. `firstline check . --live` asks your systems, reading only, and says what does not fit.',
    '3. `firstline try address MAIL-ADDRESS .` says whose address it is;',
    '   `firstline try source SOURCE --account ID .` shows what a panel would.',
    '4. `FIRSTLINE_PROJECT=. firstline start`',
    '',
    'The first action and the first runbook come next: `firstline init DIR --starter` writes a commented',
    'example of each, and your editor knows their form from `.schemas/`.',
    '',
  ].join('\n')
}

/** A text of several lines, as it is. */
function block(key: string, text: string): string[] {
  const indent = ' '.repeat(key.length - key.trimStart().length + 2)
  return [`${key}: |`, ...text.split('\n').map((line) => `${indent}${line}`)]
}

function scalar(value: string): string {
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd()
}

function flow(value: object): string {
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd()
  return text.startsWith('[ ') ? `[${text.slice(2, -2)}]` : text
}

import { callOut } from '#server/outbound/call-out.ts'
import { readCatalogue } from './catalogue.ts'
import type { TableFacts } from './catalogue.ts'
import { databaseNames, databases } from './kinds.ts'
import { createTokens } from './oauth-tokens.ts'
import { openPrometheus } from './open-prometheus.ts'

export type DatabaseFacts = {
  kind: (typeof databaseNames)[number]
  tables: TableFacts[]
  /** Whether there is more than was read. */
  isCut: boolean
  /** Whether `expression` has the text of the parameter `name` in it, in its SQL. */
  contains(expression: string, name: string): string
}

/** The kinds of databases by what their addresses begin with. */
export const databaseSchemes: readonly string[] = Object.values(databases).flatMap(
  ({ schemes }) => schemes,
)

/**
 * What the database at an address says of itself; no row is read.
 * @returns null when the address is of no kind that is known
 * @throws whatever the database says; never with the address
 */
export async function describeDatabase(address: string): Promise<DatabaseFacts | null> {
  const scheme = /^([a-z]+):\/\//.exec(address)?.[1] ?? ''
  const kind = databaseNames.find((name) => databases[name].schemes.includes(scheme))
  if (kind === undefined) return null
  const made = databases[kind]
  const database = made.open(address, () => undefined)
  try {
    const { tables, isCut } = await readCatalogue(made, database)
    return { kind, tables, isCut, contains: made.dialect.contains }
  } finally {
    await database.stop()
  }
}

const largestApiBytes = 20 * 1024 * 1024

/** @throws Refusal `outbound.…`, and Error for what is no description */
export async function fetchApi(address: string): Promise<string> {
  const answer = await callOut(address, { timeoutMs: 30_000, maxBytes: largestApiBytes })
  if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`)
  return answer.body
}

export type MetricFacts = { name: string; label: string; series: number }

/**
 * The metrics that have a label which may name an account.
 * @param credential sent as a bearer token
 * @throws whatever keeps it from answering
 */
export async function describeMetrics(
  address: string,
  credential: string | null,
  labels: readonly string[],
): Promise<MetricFacts[]> {
  const declared = {
    kind: 'prometheus' as const,
    base_url: 'address',
    ...(credential === null ? {} : { credential: 'credential' }),
  }
  const secret = (place: string) => (place === 'credential' ? (credential ?? '') : address)
  const prometheus = openPrometheus(declared, {
    secret,
    renew: async () => false,
    tokens: createTokens(),
  })
  const found: MetricFacts[] = []
  for (const label of labels) {
    const query = `count by (__name__) ({__name__!="",${label}!=""})`
    const { series } = await prometheus.instant(query, 20_000)
    for (const { labels: names, samples } of series) {
      const name = names.get('__name__')
      if (name !== undefined) found.push({ name, label, series: samples.at(-1)?.value ?? 0 })
    }
  }
  return found
}

import { readFile, stat } from 'node:fs/promises'
import { Refusal } from '@firstline/server/errors'
import { describeApi } from '@firstline/server/connections/describe-api'
import {
  databaseSchemes,
  describeDatabase,
  describeMetrics,
  fetchApi,
} from '@firstline/server/connections/describe-systems'
import type { ApiFacts } from '@firstline/server/connections/describe-api'
import type { DatabaseFacts } from '@firstline/server/connections/describe-systems'
import { findAccountTables } from './find-accounts.ts'
import type { AccountTable } from './find-accounts.ts'
import type { Place } from './places.ts'
import { accountLabels, proposeMetrics } from './propose-metrics.ts'
import type { MetricProposal } from './propose-metrics.ts'
import { proposeOperations } from './propose-operations.ts'
import type { Proposal } from './propose-tables.ts'

/** What somebody has, and where. */
export type Sought = {
  database: Place | null
  /** Only tables of this schema. */
  schema: string | null
  /** A file or an address. */
  openapi: string | null
  prometheus: { address: Place; credential: string | null } | null
}

export type Found = {
  database: { facts: DatabaseFacts; place: Place; accounts: AccountTable[] } | null
  api: { facts: ApiFacts; text: string; file: string; proposals: Proposal[] } | null
  metrics: MetricProposal[]
}

/** Asks all that was named; nothing is changed, and no row of a customer is read. */
export async function lookAround(sought: Sought): Promise<Found> {
  return {
    database: sought.database && (await lookAtDatabase(sought.database, sought.schema)),
    api: sought.openapi === null ? null : await lookAtApi(sought.openapi),
    metrics: sought.prometheus ? await lookAtMetrics(sought.prometheus) : [],
  }
}

async function lookAtDatabase(place: Place, schema: string | null) {
  const what = `The database (${place.reference})`
  const facts = await asked(what, place.value, () => describeDatabase(place.value))
  if (!facts) {
    const known = databaseSchemes.map((scheme) => `${scheme}://`).join(', ')
    throw refusal(`${what} has an address of no kind that is known: it begins with ${known}`)
  }
  const tables = facts.tables.filter((table) => schema === null || table.schema === schema)
  if (tables.length === 0) {
    throw refusal(
      `${what} has no table that its role may read${schema === null ? '' : ` in the schema ${schema}`}: grant it select, or name another`,
    )
  }
  return { place, facts: { ...facts, tables }, accounts: findAccountTables(tables) }
}

const largestApiBytes = 20 * 1024 * 1024

async function lookAtApi(given: string): Promise<NonNullable<Found['api']>> {
  const isAddress = /^https?:\/\//.test(given)
  const shown = isAddress ? new URL(given).host : given
  const text = await asked(`The description (${shown})`, given, () =>
    isAddress ? fetchApi(given) : readDescription(given),
  )
  const file = text.trimStart().startsWith('{') ? 'openapi.json' : 'openapi.yaml'
  const facts = await asked(`The description (${shown})`, given, () =>
    Promise.resolve(describeApi(file, text)),
  )
  return { facts, text, file, proposals: proposeOperations(facts) }
}

async function readDescription(path: string): Promise<string> {
  if ((await stat(path)).size > largestApiBytes) throw new Error('it is larger than 20 MB')
  return readFile(path, 'utf8')
}

async function lookAtMetrics({ address, credential }: NonNullable<Sought['prometheus']>) {
  const secret = credential ?? address.value
  const metrics = await asked(`Prometheus (${address.reference})`, secret, () =>
    describeMetrics(address.value, credential, accountLabels),
  )
  return proposeMetrics(metrics)
}

/** What a system says when it refuses may repeat what it was asked with. */
async function asked<T>(what: string, secret: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw refusal(`${what} cannot be read: ${withoutSecret(reasonOf(error), secret)}`)
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  return error.message || ('code' in error ? String(error.code) : error.name)
}

function withoutSecret(reason: string, secret: string): string {
  const url = URL.canParse(secret) ? new URL(secret) : null
  const password = url?.password ?? ''
  const parts = [secret, password, decoded(password)].filter((part) => part !== '')
  return parts.reduce((text, part) => text.replaceAll(part, '•••'), reason)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function refusal(words: string): Refusal {
  return new Refusal('unavailable', 'init.unreadable', `${words}. Nothing was written.`)
}

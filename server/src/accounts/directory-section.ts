import { described, either, maybe } from '@firstline/contract/formats/form'
import { sourceShape } from '@firstline/contract/formats/source'
import { text, values } from '@firstline/contract/formats/values'
import { z } from 'zod'
import type { ParameterizedSql } from '#server/connections/named-parameters.ts'
import type { AskedOperation } from './read-http.ts'

/** Where in a record of an answer it stands who was found. */
export type FoundColumns = z.infer<typeof columnsForm>

/** How somebody is looked up. */
export type Lookup =
  | { kind: 'sql'; sql: ParameterizedSql }
  | ({ kind: 'http'; columns: FoundColumns } & AskedOperation)
  /** Its operation was there when the file was read, and has gone since: nobody is found by it, and nobody else either. */
  | { kind: 'gone' }

/** What one system knows of who its customers are. */
export type Directory = {
  connection: string
  /** Where it is written. */
  path: readonly (string | number)[]
  lookups: Partial<Record<LookupName, Lookup>>
  /** Ids by which other systems know an account: the column of each, by its name. */
  identifiers: ReadonlyMap<string, string>
}

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    /** In the order they are asked. */
    directories: readonly Directory[]
  }
}

/** What each way of looking somebody up is asked with: `:email` in SQL, `asked.email` for an operation. */
export const askedWith = {
  by_email: 'email',
  by_domain: 'domain',
  search: 'q',
  by_id: 'account_id',
} as const
export type LookupName = keyof typeof askedWith
export const lookupNames = ['by_email', 'by_domain', 'search', 'by_id'] as const

const column = (words: string, ...examples: string[]) => maybe(text, words, ...examples)
const columnsForm = z.strictObject({
  account_id: described(text, 'The id of the account.', 'id', 'company.id'),
  account_name: column('What it is called; its id, unless told.', 'company.name'),
  domain: column('Its domain; by_domain finds only what has the one that was asked for.'),
  contact_name: column('What the person is called.'),
  contact_email: column(
    'The address of the person, or a list of them; by_email finds only who has the one that was asked for.',
    'email',
  ),
})

const operationLookup = z.strictObject({
  operation: described(
    text,
    'The operationId of a GET in the OpenAPI file of the connection; of a POST where read_only or graphql says that it only reads.',
  ),
  read_only: sourceShape.read_only,
  bind: maybe(
    values,
    'Which parameters of the operation get what: asked.email, asked.domain, asked.q or asked.account_id, as the lookup is named, or a value as it is.',
    { email: 'asked.email', limit: 20 },
  ),
  body: maybe(
    sourceShape.body.unwrap(),
    'Of a POST: as its requestBody describes it, with the same values as in bind.',
    { filter: { email: 'asked.email' } },
  ),
  graphql: sourceShape.graphql,
  variables: maybe(values, 'What the variables of the query get, as in bind.', {
    email: 'asked.email',
  }),
  rows: sourceShape.rows,
  columns: described(
    columnsForm,
    'Where in each record it stands who was found: a field, or a path into what a field holds.',
    { account_id: 'company.id', account_name: 'company.name', contact_email: 'email' },
  ),
})

const lookup = (words: string) =>
  described(either({ type: 'object' }, [operationLookup, text]), words).exactOptional()

const byName = { propertyNames: { pattern: '^[a-z][a-z0-9_]*$' } }

const entry = z.strictObject({
  connection: described(text, 'The database or the http connection that is asked.'),
  by_email: lookup('SQL with :email, the sender; or an operation with asked.email.'),
  by_domain: lookup(
    'SQL with :domain, when nobody has that address; or an operation with asked.domain.',
  ),
  search: lookup('SQL with :q, when an agent looks for an account; or an operation with asked.q.'),
  by_id: lookup('SQL with :account_id; or an operation with asked.account_id.'),
  identifiers: maybe(
    z.record(z.string(), text).meta(byName),
    'Ids by which other systems know the account, by names of your own: the column of by_id each one is in. A connection says with identifier which it knows.',
    { stripe: 'stripe_customer_id' },
  ),
})

/** The section `directory`. */
export const directoryForm = described(
  either({ type: 'array' }, [z.array(entry).min(1).max(10), entry]),
  'How the account behind an address is found; several are asked in their order. Each query answers account_id, account_name and domain; plan, contact_name and contact_email as well if it has them.',
)

export type SaidLookup = string | z.infer<typeof operationLookup>
export type SaidDirectory = z.infer<typeof entry>
export type SaidDirectories = z.infer<typeof directoryForm>

/** Each, with where it is written. */
export function eachDirectory(
  said: SaidDirectories | undefined,
): { said: SaidDirectory; path: (string | number)[] }[] {
  if (!said) return []
  return Array.isArray(said)
    ? said.map((one, i) => ({ said: one, path: ['directory', i] }))
    : [{ said, path: ['directory'] }]
}

import { ownProperty } from '@firstline/contract/own-property'
import type { Sentence } from '@firstline/contract/sentence'
import type { Connections } from '#server/connections/connections.ts'
import { countAnswer } from '#server/connections/health/count-answer.ts'
import type { AnswerCounts } from '#server/connections/health/count-answers.ts'
import { patience } from '#server/connections/patience.ts'
import { sentence } from '#server/core/sentence.ts'
import { NotFound, Unavailable, messageOf } from '#server/core/errors.ts'
import { isFreeMail } from './free-mail.ts'
import { valueAt } from '#server/connections/mapping.ts'
import type { Row } from '#server/connections/row-types.ts'
import type { Clock } from '#server/core/clock.ts'
import type { Logger } from '#server/core/log.ts'
import type { ProjectStore } from '#server/project/project.ts'
import { provenBy } from './check-directories.ts'
import { askedWith } from './directory-section.ts'
import type { Directory, FoundColumns, Lookup, LookupName } from './directory-section.ts'
import { askOperation } from './read-http.ts'

/** What the directory is asked with. */
export type Asking = {
  project: ProjectStore
  connections: Connections
  clock: Clock
  log: Logger
  answers: AnswerCounts
}

/** An account as the connected system's directory knows it. */
export type DirectoryAccount = { externalId: string; name: string; domain: string | null }
export type DirectoryMatch = {
  account: DirectoryAccount
  /** As the system knows the person; null when only the company was found. */
  contactName: string | null
  by: 'email' | 'domain'
}

const most = 21

/**
 * Whose address this is: the person first, whichever directory knows them, then the company behind the domain. The
 * first directory that answers decides; several accounts are no answer: a person decides.
 * @returns null when nobody or more than one account is found, or no directory is declared
 * @throws Unavailable `account.directory-unavailable`, also when a later one might have answered
 */
export async function findByEmail(sources: Asking, email: string): Promise<DirectoryMatch | null> {
  const people = await firstAnswer(sources, 'by_email', email)
  if (people.length > 0) return matchOf(people, 'email')
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  if (domain === '' || isFreeMail(domain)) return null
  return matchOf(await firstAnswer(sources, 'by_domain', domain), 'domain')
}

export function findsByEmail({ project }: Asking): boolean {
  return project
    .current()
    .directories.some(({ lookups }) => lookups.by_email ?? lookups.by_domain ?? false)
}

/**
 * What every directory that can be searched finds, in their order.
 * @throws Unavailable `account.directory-unavailable`, also when no search is declared
 */
export async function searchDirectory(sources: Asking, q: string): Promise<DirectoryAccount[]> {
  const able = sources.project.current().directories.filter(({ lookups }) => lookups.search)
  if (able.length === 0)
    throw unavailable(sentence`The project declares no search of its directory`)
  const found = await Promise.all(
    able.map((directory) => look(sources, directory, 'search', directory.lookups.search, q)),
  )
  return distinct(found.flat().map(accountOf)).slice(0, 20)
}

/** @throws NotFound `account.not-found`, Unavailable `account.directory-unavailable` */
export async function findAccount(sources: Asking, externalId: string): Promise<DirectoryAccount> {
  if (!findsById(sources)) throw noById()
  const rows = await firstAnswer(sources, 'by_id', externalId)
  const [account, ...others] = distinct(rows.map(accountOf))
  if (account?.externalId === externalId && others.length === 0) return account
  throw unknownAccount()
}

export function findsById({ project }: Pick<Asking, 'project'>): boolean {
  return project.current().directories.some(({ lookups }) => lookups.by_id)
}

/**
 * One that does not answer ends it: the next may know the same address as somebody else's, and would
 * decide only because the first was away.
 */
async function firstAnswer(sources: Asking, name: LookupName, value: string): Promise<Row[]> {
  for (const directory of sources.project.current().directories) {
    const lookup = directory.lookups[name]
    const rows = lookup ? await look(sources, directory, name, lookup, value) : []
    if (rows.length > 0) return rows
  }
  return []
}

function unknownAccount(): NotFound {
  return new NotFound('account.not-found', 'The connected system knows no such account')
}

/**
 * The ids by which other systems know an account, as the directories have them now, by the names of the project.
 * One that is missing, or of which several are answered, is not among them.
 * @throws NotFound `account.not-found`, Unavailable `account.directory-unavailable`
 */
export async function findIdentifiers(
  sources: Asking,
  directoryId: string,
): Promise<ReadonlyMap<string, string>> {
  const { directories } = sources.project.current()
  const able = directories.filter(({ identifiers }) => identifiers.size > 0)
  if (able.length === 0) throw noById()
  const answers = await Promise.all(
    able.map(async (directory) => {
      const { lookups, identifiers } = directory
      const rows = await look(sources, directory, 'by_id', lookups.by_id, directoryId)
      return { rows, identifiers }
    }),
  )
  const rows = answers.flatMap((answer) => answer.rows)
  const isOther = ({ account_id: id }: Row) => String(id) !== directoryId
  if (rows.length === 0 || rows.some(isOther)) throw unknownAccount()
  const names = new Set(able.flatMap(({ identifiers }) => [...identifiers.keys()]))
  return new Map(
    [...names].flatMap((name) => {
      const ids = new Set(answers.flatMap((answer) => idsIn(answer, name)))
      const [id] = ids
      return ids.size === 1 && id ? [[name, id] as const] : []
    }),
  )
}

type Answered = { rows: Row[]; identifiers: ReadonlyMap<string, string> }

function idsIn({ rows, identifiers }: Answered, name: string): (string | null)[] {
  const column = identifiers.get(name)
  return column === undefined ? [] : rows.map((row) => idOf(row, column))
}

function idOf(row: Row, column: string): string | null {
  const value = ownProperty(row, column)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

async function look(
  sources: Asking,
  directory: Directory,
  name: keyof typeof askedWith,
  lookup: Lookup | undefined,
  value: string,
): Promise<Row[]> {
  const { connection } = directory
  const asked = { connection, kind: 'directory', thing: 'directory' } as const
  try {
    const { answer } = await countAnswer(sources, asked, async () => {
      if (lookup?.kind === 'http') return call(sources, directory, name, lookup, value)
      if (lookup?.kind === 'sql') return select(sources, directory, name, lookup, value)
      throw new Error('its operation has gone')
    })
    return answer
  } catch (error) {
    sources.log.warn({ connection, err: messageOf(error) }, 'the directory cannot be read')
    throw unavailable(
      sentence`The connected system's directory does not answer now; try again in a moment`,
    )
  }
}

function select(
  { connections }: Asking,
  { connection }: Directory,
  name: keyof typeof askedWith,
  { sql }: Extract<Lookup, { kind: 'sql' }>,
  value: string,
): Promise<Row[]> {
  const given = name === 'search' ? escapeLike(value) : value
  const limits = { timeoutMs: patience.toRead, limit: most }
  return connections.database(connection).read(sql, { [askedWith[name]]: given }, limits)
}

/** What answers a search may answer others too: whoever is not the one asked for is nobody. */
async function call(
  { connections }: Asking,
  { connection, identifiers }: Directory,
  name: keyof typeof askedWith,
  lookup: Extract<Lookup, { kind: 'http' }>,
  value: string,
): Promise<Row[]> {
  const bindings = { asked: { [askedWith[name]]: value } }
  const system = connections.http(connection)
  const records = await askOperation(system, lookup, bindings, patience.toRead)
  const proof = ownProperty<keyof FoundColumns | undefined>(provenBy, name)
  const ids = name === 'by_id' ? [...identifiers.values()] : []
  return records
    .map((record) => ({
      ...Object.fromEntries(ids.map((column) => [column, fieldOf(record, column)])),
      ...Object.fromEntries(
        Object.entries(lookup.columns).map(([column, path]) => [column, fieldOf(record, path)]),
      ),
    }))
    .filter((row) => proof === undefined || isSame(name, ownProperty<unknown>(row, proof), value))
}

function fieldOf(record: Row, path: string): unknown {
  return Object.hasOwn(record, path) ? ownProperty(record, path) : valueAt(path, record)
}

function isSame(name: keyof typeof askedWith, found: unknown, value: string): boolean {
  const isOfMail = name === 'by_email' || name === 'by_domain'
  const plain = (text: string) => (isOfMail ? text.toLowerCase() : text)
  const all: unknown[] = Array.isArray(found) ? found : [found]
  return all.some(
    (each) =>
      (typeof each === 'string' || typeof each === 'number') &&
      plain(String(each)) === plain(value),
  )
}

function matchOf(rows: readonly Row[], by: DirectoryMatch['by']): DirectoryMatch | null {
  const [account, ...others] = distinct(rows.map(accountOf))
  if (account === undefined || others.length > 0) return null
  const names = [...new Set(rows.map((row) => row.contact_name))]
  const contactName = names.length === 1 && typeof names[0] === 'string' ? names[0] : null
  return { account, contactName, by }
}

function accountOf(row: Row): DirectoryAccount {
  const { account_id: id, account_name: name, domain } = row
  if (typeof id === 'object' || id === undefined || id === '') {
    throw unavailable(sentence`A query of the project's directory answers rows without account_id`)
  }
  return {
    externalId: String(id),
    name: typeof name === 'string' && name !== '' ? name : String(id),
    domain: typeof domain === 'string' && domain !== '' ? domain.toLowerCase() : null,
  }
}

function distinct(accounts: readonly DirectoryAccount[]): DirectoryAccount[] {
  return [...new Map(accounts.map((account) => [account.externalId, account])).values()]
}

/** What somebody types is no pattern: `%` would list every customer. */
function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}

function noById(): Unavailable {
  return unavailable(sentence`The project declares no by_id in its directory`)
}

function unavailable(detail: Sentence): Unavailable {
  return new Unavailable('account.directory-unavailable', detail)
}

import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'
import type { Sentence } from '@firstline/contract/sentence'
import type { Connections } from '#server/connections/connections.ts'
import { countAnswer } from '#server/connections/health/count-answer.ts'
import type { AnswerCounts } from '#server/connections/health/count-answers.ts'
import { patience } from '#server/connections/patience.ts'
import { sentence } from '#server/core/sentence.ts'
import { NotFound, Unavailable, messageOf } from '#server/core/errors.ts'
import { isFreeMail } from './free-mail.ts'
import type { ParameterizedSql } from '#server/connections/named-parameters.ts'
import type { Row } from '#server/connections/row-types.ts'
import type { Clock } from '#server/core/clock.ts'
import type { Logger } from '#server/core/log.ts'
import type { ProjectStore } from '#server/project/project.ts'

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
 * Whose address this is: the person first, then the company behind the domain. Several accounts
 * are no answer: a person decides.
 * @returns null when nobody or more than one account is found, or no directory is declared
 * @throws Unavailable `account.directory-unavailable`
 */
export async function findByEmail(sources: Asking, email: string): Promise<DirectoryMatch | null> {
  const { byEmail, byDomain } = sources.project.current().directory ?? {}
  const people = byEmail ? await look(sources, byEmail, { email }) : []
  if (people.length > 0) return matchOf(people, 'email')
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  if (!byDomain || domain === '' || isFreeMail(domain)) return null
  return matchOf(await look(sources, byDomain, { domain }), 'domain')
}

export function findsByEmail({ project }: Asking): boolean {
  const { byEmail, byDomain } = project.current().directory ?? {}
  return byEmail !== undefined || byDomain !== undefined
}

/** @throws Unavailable `account.directory-unavailable`, also when no search is declared */
export async function searchDirectory(sources: Asking, q: string): Promise<DirectoryAccount[]> {
  const search = sources.project.current().directory?.search
  if (!search) throw unavailable(sentence`The project declares no search of its directory`)
  const found = await look(sources, search, { q: escapeLike(q) })
  return distinct(found.map(accountOf)).slice(0, 20)
}

/** @throws NotFound `account.not-found`, Unavailable `account.directory-unavailable` */
export async function findAccount(sources: Asking, externalId: string): Promise<DirectoryAccount> {
  const byId = sources.project.current().directory?.byId
  if (!byId) throw unavailable(sentence`The project declares no by_id in its directory`)
  const rows = await look(sources, byId, { account_id: externalId })
  const [account, ...others] = distinct(rows.map(accountOf))
  if (account?.externalId === externalId && others.length === 0) return account
  throw unknownAccount()
}

function unknownAccount(): NotFound {
  return new NotFound('account.not-found', 'The connected system knows no such account')
}

/**
 * The ids by which other systems know an account, as the directory has them now, by the names of the project.
 * One that is missing, or of which several are answered, is not among them.
 * @throws NotFound `account.not-found`, Unavailable `account.directory-unavailable`
 */
export async function findIdentifiers(
  sources: Asking,
  directoryId: string,
): Promise<ReadonlyMap<string, string>> {
  const { byId, identifiers } = sources.project.current().directory ?? {}
  if (!byId || !identifiers)
    throw unavailable(sentence`The project declares no by_id in its directory`)
  const rows = await look(sources, byId, { account_id: directoryId })
  const isOther = ({ account_id: id }: Row) => String(id) !== directoryId
  if (rows.length === 0 || rows.some(isOther)) throw unknownAccount()
  return new Map(
    [...identifiers].flatMap(([name, column]) => {
      const ids = new Set(rows.map((row) => idOf(row, column)))
      const [id] = ids
      return ids.size === 1 && id ? [[name, id] as const] : []
    }),
  )
}

function idOf(row: Row, column: string): string | null {
  const value = ownProperty(row, column)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

async function look(sources: Asking, sql: ParameterizedSql, values: Row): Promise<Row[]> {
  const { connection } = present(sources.project.current().directory)
  const asked = { connection, kind: 'directory', thing: 'directory' } as const
  const limits = { timeoutMs: patience.toRead, limit: most }
  try {
    const { answer } = await countAnswer(sources, asked, () =>
      sources.connections.database(connection).read(sql, values, limits),
    )
    return answer
  } catch (error) {
    sources.log.warn({ connection, err: messageOf(error) }, 'the directory cannot be read')
    throw unavailable(
      sentence`The connected system's directory does not answer now; try again in a moment`,
    )
  }
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
  if (id === null || id === undefined || id === '') {
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

function unavailable(detail: Sentence): Unavailable {
  return new Unavailable('account.directory-unavailable', detail)
}

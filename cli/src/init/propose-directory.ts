import type { ColumnFacts, TableFacts } from '@firstline/server/connections/catalogue'
import type { DatabaseFacts } from '@firstline/server/connections/describe-systems'
import { ownedBy } from './find-accounts.ts'
import type { AccountTable, OwnedTable } from './find-accounts.ts'
import { accountWeight, isEmail, wordsOf } from './words.ts'

/** The queries by which a desk finds whose an address is, and why these. */
export type DirectoryProposal = {
  queries: Partial<Record<'by_email' | 'by_domain' | 'search' | 'by_id', string>>
  notes: string[]
}

type Facts = Pick<DatabaseFacts, 'tables' | 'contains'>

export function proposeDirectory(facts: Facts, account: AccountTable): DirectoryProposal {
  const name = nameOf(account.table, 'a')
  const domain = account.table.columns.find(isDomain)
  const shown = [
    `a.${account.id.sql} as account_id`,
    `${name} as account_name`,
    ...(domain ? [`a.${domain.sql} as domain`] : []),
  ].join(',\n       ')
  const from = `from ${account.table.sql} a`
  const people = findPeople(facts.tables, account)
  const byEmail = people.map((each) => emailQuery(each, shown, account))
  const search = searchable(account.table, domain).map((column) =>
    facts.contains(`a.${column.sql}`, 'q'),
  )
  const queries = {
    ...(byEmail.length > 0 ? { by_email: byEmail.join('\nunion all\n') } : {}),
    ...(domain
      ? { by_domain: `select ${shown}\n${from}\nwhere ${equalTo('a', domain, 'domain')}` }
      : {}),
    ...(search.length > 0
      ? {
          search: `select ${shown}\n${from}\nwhere ${search.join('\n   or ')}\norder by account_name limit 20`,
        }
      : {}),
    by_id: `select ${shown}\n${from}\nwhere a.${account.id.sql} = :account_id`,
  }
  return { queries, notes: notesOf(people, domain) }
}

function notesOf(people: readonly People[], domain: ColumnFacts | undefined): string[] {
  const slow = people.filter(({ email }) => !(email.isIndexed && email.isCaseless))
  return [
    ...(people.length === 0
      ? ['no table has e-mail addresses of customers: write by_email yourself']
      : []),
    ...slow.map(
      ({ table, email }) =>
        `${table.name}.${email.name} is compared without case, which an index on lower(${email.name}) makes fast`,
    ),
    ...(domain ? [] : ['no column holds a company’s mail domain: nobody is found by domain alone']),
  ]
}

type People = { table: TableFacts; email: ColumnFacts; column: ColumnFacts | null }

/** Who writes: the people of an account where a table has them, and the account itself. */
function findPeople(tables: readonly TableFacts[], account: AccountTable): People[] {
  const ofAccount = ownedBy(tables, account)
    .filter(({ table }) => accountWeight(table.name) > 0 || /e_?mail|contact/i.test(table.name))
    .flatMap((owned) => peopleIn(owned))
    .slice(0, 2)
  const own = account.table.columns.find((column) => column.kind === 'text' && isEmail(column.name))
  return [...ofAccount, ...(own ? [{ table: account.table, email: own, column: null }] : [])]
}

function peopleIn({ table, column }: OwnedTable): People[] {
  const email = table.columns.find((each) => each.kind === 'text' && isEmail(each.name))
  return email ? [{ table, email, column }] : []
}

function emailQuery({ table, email, column }: People, shown: string, account: AccountTable) {
  const one = column ? 'p' : 'a'
  // the account's own name is no person's
  const person = personName(table, one)
  const isTheirs = column !== null || person?.startsWith('concat_ws') === true
  const contact = isTheirs ? person : null
  const selected = [
    shown,
    `${contact ?? 'null'} as contact_name`,
    `${one}.${email.sql} as contact_email`,
  ].join(',\n       ')
  const from = column
    ? `from ${table.sql} p join ${account.table.sql} a on a.${account.id.sql} = p.${column.sql}`
    : `from ${table.sql} a`
  return `select ${selected}\n${from}\nwhere ${equalTo(one, email, 'email')}`
}

function equalTo(of: string, { sql, isCaseless }: ColumnFacts, name: string): string {
  return isCaseless ? `${of}.${sql} = :${name}` : `lower(${of}.${sql}) = lower(:${name})`
}

function isDomain({ name, kind }: ColumnFacts): boolean {
  const words = wordsOf(name).join(' ')
  return kind === 'text' && /^(?:(?:e ?)?mail |company |primary )?domain(?: name)?$/.test(words)
}

const companyNames = [
  /^(?:company|organi[sz]ation|legal|trade|firm) ?name$/,
  /^(?:company|firma|organi[sz]ation)$/,
]
const plainNames = [
  /^(?:display|full|customer|account|client) ?name$/,
  /^name$/,
  /(?:^| )name$/,
  /^(?:title|label)$/,
]

/** What an account is called: the company before the person, and the person before the key. */
function nameOf(table: TableFacts, of: string): string {
  const company = columnLike(table, companyNames)
  const person = personName(table, of)
  const plain = columnLike(table, plainNames)
  const isOther = plain && plain !== company && !isPartOfName(plain)
  const named = isOther ? `${of}.${plain.sql}` : person
  if (company && named) return `coalesce(nullif(${of}.${company.sql}, ''), ${named})`
  if (company) return `${of}.${company.sql}`
  if (named) return named
  const email = table.columns.find(({ name, kind }) => kind === 'text' && isEmail(name))
  return `${of}.${(email ?? table.columns.find(({ isPrimary }) => isPrimary) ?? table.columns[0])?.sql}`
}

function personName(table: TableFacts, of: string): string | null {
  const parts = [
    /^(?:first|given) ?name$|^vorname$/,
    /^(?:last|family) ?name$|^surname$|^nachname$/,
  ]
  const found = parts.flatMap((pattern) => columnLike(table, [pattern]) ?? [])
  if (found.length > 0)
    return `concat_ws(' ', ${found.map(({ sql }) => `${of}.${sql}`).join(', ')})`
  const whole = columnLike(table, [/^(?:display|full|contact) ?name$/, /^name$/])
  return whole ? `${of}.${whole.sql}` : null
}

function isPartOfName({ name }: ColumnFacts): boolean {
  return /^(?:first|last|given|family|middle|sur|user|nick|login)/.test(wordsOf(name).join(' '))
}

function columnLike({ columns }: TableFacts, patterns: readonly RegExp[]): ColumnFacts | undefined {
  const texts = columns.filter(({ kind, values }) => kind === 'text' && values.length === 0)
  for (const pattern of patterns) {
    const found = texts.find(({ name }) => pattern.test(wordsOf(name).join(' ')))
    if (found) return found
  }
  return undefined
}

/** By what an agent finds an account: its names, its domain, its address. */
function searchable(table: TableFacts, domain: ColumnFacts | undefined): ColumnFacts[] {
  const named = [columnLike(table, companyNames), columnLike(table, plainNames)]
  const email = table.columns.find(({ name, kind }) => kind === 'text' && isEmail(name))
  const last = columnLike(table, [/^(?:last|family) ?name$|^surname$|^nachname$/])
  const all = [...named, last, domain, email].flatMap((column) => column ?? [])
  return [...new Set(all)]
}

import { sql } from 'kysely'
import type { Call } from './customers-calls.ts'
import type { Customer, World } from './customers-world.ts'

type Seen = World['company']['target']['seen'][number]
export type Finding = { what: 'shown' | 'logged' | 'called' | 'written'; where: string }

type Customers = World['customers']

/** What an answer shows that it must not. */
export function judgeAnswer(customers: Customers, call: Call, text: string): Finding[] {
  const found = (where: string): Finding[] => [{ what: 'shown', where: `${call.name}: ${where}` }]
  if (call.of === null) {
    if (customers.some((each) => text.includes(each.maskedCanary))) return found('a masked value')
    return judgeItems(customers, text) ? [] : found('an item with data of another')
  }
  return customers.flatMap((each) => {
    const isOwn = each === call.of
    if (!isOwn && shows(text, each)) return found('data of another')
    const mayUnmask = isOwn && call.isUnmasking
    return !mayUnmask && text.includes(each.maskedCanary) ? found('a masked value') : []
  })
}

function shows(text: string, { shownCanary, metricCanary }: Customer): boolean {
  return text.includes(shownCanary) || text.includes(metricCanary)
}

/**
 * A list of the whole desk: each of its items may show what is of its own ticket, or of the account or
 * contact that it names, and nothing else does.
 */
function judgeItems(customers: Customers, text: string): boolean {
  const { items = [], ...beside } = JSON.parse(text) as { items?: unknown[] }
  if (customers.some((each) => shows(JSON.stringify(beside), each))) return false
  return items.every((item) => {
    const all = JSON.stringify(item)
    const shown = customers.filter((each) => shows(all, each))
    if (shown.length !== 1) return shown.length === 0
    const { ticketId, accountId, contactId } = shown[0]!
    return [ticketId, accountId, contactId].some((id) => all.includes(id))
  })
}

export function judgeLog(customers: Customers, lines: readonly string[]): Finding[] {
  const text = lines.join('')
  return customers
    .filter((each) => shows(text, each) || text.includes(each.maskedCanary))
    .map(() => ({ what: 'logged', where: text.slice(0, 300) }))
}

/** What a preview asks the target is about the account of its ticket. */
export function judgeDryRuns(own: Customer, seen: readonly Seen[]): Finding[] {
  return seen
    .filter(({ url, key }) => key === null && !isAbout(own.account, own.exportId, url))
    .map(({ url }) => ({ what: 'called', where: url }))
}

/** What is searched for is the account of whom the calls are about, whatever was asked for. */
export function judgeSearches(
  own: Customer,
  calls: readonly Call[],
  searched: readonly string[],
): Finding[] {
  const accounts = new Set([own, ...calls.map(({ of }) => of)].map((each) => each?.account))
  return searched
    .filter((account) => !accounts.has(account))
    .map((account) => ({ what: 'called', where: `a search for ${account}` }))
}

/** What a run called is about the account that its record says. */
async function judgeCalls({ company, customers }: World): Promise<Finding[]> {
  const runs = await company.db
    .selectFrom('action_run')
    .innerJoin('account', 'account.id', 'action_run.account_id')
    .select(['action_run.id', 'account.external_id'])
    .execute()
  const accountOf = new Map(runs.map((run) => [run.id, run.external_id]))
  const isOwn = (key: string, url: string) =>
    customers.some(
      ({ account, exportId }) => account === accountOf.get(key) && isAbout(account, exportId, url),
    )
  return company.target.seen
    .filter(({ url, key }) => key !== null && !isOwn(key, url))
    .map(({ url }) => ({ what: 'called', where: url }))
}

/** By the account in the address, or by the record where the address names no account. */
function isAbout(account: string, exportId: string, url: string): boolean {
  const [, named] = /^\/admin\/accounts\/([^/]+)\//.exec(url) ?? []
  if (named !== undefined) return named === account
  return /^\/admin\/exports\/([^/]+)\//.exec(url)?.[1] === exportId
}

/** In the desk's whole database, and in what the customers' own system has been made to write. */
export async function judgeDatabase(world: World): Promise<Finding[]> {
  const { company, customers } = world
  const findings: Finding[] = []
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'auth', 'graphile_worker')
  `.execute(company.db)
  for (const customer of customers) {
    const asked = await ticketsAskedBy(world, customer)
    for (const { name } of tables) {
      findings.push(...(await judgeTable(company, name, customer, asked)))
    }
  }
  const { rows } = await company.shop.query(
    'select id from shop.export where touched_by <> account_id',
  )
  const written = rows.map(({ id }) => ({ what: 'written' as const, where: String(id) }))
  return [...findings, ...written, ...(await judgeCalls(world))]
}

/** What their contact opened in the portal. */
async function ticketsAskedBy({ company }: World, customer: Customer): Promise<string[]> {
  const rows = await company.db
    .selectFrom('ticket')
    .select('id')
    .where('channel', '=', 'portal')
    .where('contact_id', '=', customer.contactId)
    .where('account_id', '=', customer.accountId)
    .execute()
  return rows.map(({ id }) => id)
}

/** A row with a canary names whose it is; what is masked is nowhere, not even in their own. */
async function judgeTable(
  { shop }: World['company'],
  table: string,
  {
    shownCanary,
    metricCanary,
    maskedCanary,
    ticketId,
    accountId,
    account,
    followed,
    escalations,
  }: Customer,
  asked: readonly string[],
): Promise<Finding[]> {
  const { rows } = await shop.query(
    `select left(t::text, 200) as part from ${table} t
     where t::text like $1 or (t::text like any($2) and not t::text like any($3))`,
    [
      `%${maskedCanary}%`,
      [`%${shownCanary}%`, `%${metricCanary}%`],
      [ticketId, accountId, account, ...followed, ...escalations, ...asked].map((id) => `%${id}%`),
    ],
  )
  return rows.map(({ part }) => ({ what: 'written' as const, where: `${table}: ${part}` }))
}

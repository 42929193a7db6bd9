import { Readable } from 'node:stream'
import { text as readText } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

/** What belongs to one ticket or to who wrote it; an account belongs to the tickets of ten copies. */
const tables = [
  'account',
  'contact',
  'ticket',
  'message',
  'resolution',
  'escalation',
  'event',
  'ticket_search',
]
const copiesOfAccount = 10
/** Odd, so that no two copies of an id meet. */
const farApart = 2_654_435_761
/** Numbers that go on from copy to copy, by table and column. */
const counted = new Set(['ticket.number', 'ticket_search.number', 'event.id'])
/** What must be of its own in every copy. */
const unique = new Set([
  'account.external_id',
  'contact.email',
  'ticket.address_token',
  'message.message_id',
])
/** PostgreSQL says it. */
const defaulted = new Set(['event.xid'])

type Column = { name: string; type: string }
/** Between texts that stand as they are: what is another in every copy. */
type Part =
  | string
  | { kind: 'id'; of: 'copy' | 'account'; head: number; middle: string; tail: number }
  | { kind: 'time'; at: number; isIso: boolean }
  | { kind: 'number'; value: number; most: number }
  | { kind: 'prefix' }
type Template = { table: string; columns: string[]; rows: Part[][] }
/** One copy: which one, how much earlier it happened, the same of the first copy that has its accounts. */
type Copy = { index: number; earlier: number; account: number; accountEarlier: number }

/**
 * A desk with some tickets becomes one with many: its tickets, each so often as is needed, with ids and times of
 * their own within a period of the past, by COPY. What is between two tickets stays as it was made.
 * @param owner who may leave triggers and keys unasked
 * @returns how many tickets there are now
 */
export async function growDesk(
  owner: pg.Client,
  { tickets, days }: { tickets: number; days: number },
): Promise<number> {
  const some = await numberOf(owner, 'select count(*) from ticket')
  const copies = Math.ceil(tickets / some)
  await owner.query('set session_replication_role = replica')
  await refuseOthers(owner)
  const ids = await readIds(owner)
  const templates: Template[] = []
  for (const table of tables) templates.push(await readTemplate(owner, table, ids))
  await owner.query(`truncate ${tables.join(', ')}, ticket_search_stale cascade`)
  await owner.query('delete from graphile_worker._private_jobs')
  const apart = (days * 86_400_000) / copies
  for (const { table, columns, rows } of templates) {
    const into = owner.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
    await pipeline(
      Readable.from(linesOf(table, rows, { copies, apart }), { objectMode: false }),
      into,
    )
  }
  await owner.query('reset session_replication_role')
  for (const [table, column] of [
    ['ticket', 'number'],
    ['event', 'id'],
  ]) {
    await owner.query(
      `select setval(pg_get_serial_sequence('${table}', '${column}'), (select max(${column}) from ${table}))`,
    )
  }
  await owner.query('vacuum analyze')
  return copies * some
}

/** Rows that name a ticket and would be left behind. */
async function refuseOthers(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(`
    select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid in ('ticket'::regclass, 'message'::regclass, 'resolution'::regclass)`)
  for (const { name } of rows) {
    const isKnown = tables.includes(name) || name === 'ticket_search_stale'
    if (!isKnown && (await numberOf(owner, `select count(*) from ${name}`)) > 0) {
      throw new Error(`The tickets to copy have rows in ${name}, which are not copied`)
    }
  }
}

async function readIds(owner: pg.Client): Promise<Map<string, 'copy' | 'account'>> {
  const { rows } = await owner.query<{ id: string; of: 'copy' | 'account' }>(`
    select id, 'account' as of from account union all select id, 'copy' from contact
    union all select id, 'copy' from ticket union all select id, 'copy' from message
    union all select id, 'copy' from resolution union all select id, 'copy' from escalation`)
  return new Map(rows.map(({ id, of }) => [id, of]))
}

async function readTemplate(
  owner: pg.Client,
  table: string,
  ids: Map<string, 'copy' | 'account'>,
): Promise<Template> {
  const { rows: columns } = await owner.query<Column>(
    `select quote_ident(attname) as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  )
  const kept = columns.filter(({ name }) => !defaulted.has(`${table}.${name}`))
  const names = kept.map(({ name }) => name)
  const most = new Map<string, number>()
  for (const name of names.filter((each) => counted.has(`${table}.${each}`))) {
    most.set(name, await numberOf(owner, `select max(${name}) from ${table}`))
  }
  const select = `select ${names.map((name) => `its.${name}`).join(', ')} from ${ordered(table)}`
  const copied = await readText(owner.query(copyTo(`copy (${select}) to stdout`)))
  const rows = copied
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parts = line.split('\t').flatMap((value, place) => {
        const { name, type } = kept[place]!
        const own = partsOf(value, {
          type,
          most: most.get(name),
          isUnique: unique.has(`${table}.${name}`),
          ids,
        })
        return place === 0 ? own : ['\t', ...own]
      })
      return joined([...parts, '\n'])
    })
  return { table, columns: names, rows }
}

/** The parts of a ticket do not lie side by side: others' were written between them. */
function ordered(table: string): string {
  const at = { message: 'at', event: 'id' }[table]
  if (!at) return `${table} its${table === 'ticket' ? ' order by number' : ''}`
  return `(select *, row_number() over (partition by ticket_id order by ${at}, id) as place from ${table}) its
    order by place, its.ticket_id`
}

function partsOf(
  value: string,
  {
    type,
    most,
    isUnique,
    ids,
  }: {
    type: string
    most: number | undefined
    isUnique: boolean
    ids: Map<string, 'copy' | 'account'>
  },
): Part[] {
  if (value === '\\N') return [value]
  if (most !== undefined) return [{ kind: 'number', value: Number(value), most }]
  if (type === 'timestamp with time zone')
    return [{ kind: 'time', at: Date.parse(`${value}:00`), isIso: false }]
  if (isUnique)
    return value.startsWith('<')
      ? ['<', { kind: 'prefix' }, value.slice(1)]
      : [{ kind: 'prefix' }, value]
  const parts: Part[] = []
  let end = 0
  for (const match of value.matchAll(
    /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z/g,
  )) {
    const [found] = match
    const of = ids.get(found)
    const isTime = found.includes('T')
    if (!of && !isTime) continue
    parts.push(value.slice(end, match.index))
    if (of) parts.push(idPart(found, of))
    else parts.push({ kind: 'time', at: Date.parse(found), isIso: true })
    end = match.index + found.length
  }
  return [...parts, value.slice(end)]
}

/** A UUID of version 7: the time in milliseconds, and what is by chance. */
function idPart(id: string, of: 'copy' | 'account'): Part {
  const head = Number.parseInt(`${id.slice(0, 8)}${id.slice(9, 13)}`, 16)
  return { kind: 'id', of, head, middle: id.slice(13, 24), tail: Number.parseInt(id.slice(24), 16) }
}

function joined(parts: readonly Part[]): Part[] {
  const all: Part[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part
    else all.push(part)
  }
  return all
}

function* linesOf(
  table: string,
  rows: readonly Part[][],
  { copies, apart }: { copies: number; apart: number },
): Generator<string> {
  for (let index = 0; index < copies; index++) {
    const first = index - (index % copiesOfAccount)
    if (table === 'account' && index !== first) continue
    const [earlier, accountEarlier] = [index, first].map((each) =>
      Math.round((copies - 1 - each) * apart),
    )
    const copy = { index, earlier: earlier!, account: first, accountEarlier: accountEarlier! }
    const own = table === 'account' ? { ...copy, earlier: copy.accountEarlier } : copy
    yield rows
      .map((row) => row.map((part) => (typeof part === 'string' ? part : say(part, own))).join(''))
      .join('')
  }
}

function say(part: Exclude<Part, string>, copy: Copy): string {
  if (part.kind === 'prefix') return `${copy.index}-`
  if (part.kind === 'number') return String(copy.index * part.most + part.value)
  if (part.kind === 'time') {
    const iso = new Date(part.at - copy.earlier).toISOString()
    return part.isIso ? iso : `${iso.slice(0, -1)}+00`
  }
  const [index, earlier] =
    part.of === 'account' ? [copy.account, copy.accountEarlier] : [copy.index, copy.earlier]
  const head = (part.head - earlier).toString(16).padStart(12, '0')
  const tail = (part.tail + index * farApart) % 2 ** 48
  return `${head.slice(0, 8)}-${head.slice(8)}${part.middle}${tail.toString(16).padStart(12, '0')}`
}

async function numberOf(client: pg.Client, query: string, values: unknown[] = []): Promise<number> {
  const { rows } = await client.query<Record<string, string>>(query, values)
  return Number(Object.values(rows[0]!)[0])
}

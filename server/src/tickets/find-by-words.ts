import { expressionBuilder, sql } from 'kysely'
import type { Kysely, RawBuilder, SqlBool } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { withinReach } from './reach.ts'

/** In this order they are shown: what a ticket is about, then what was said in it. */
export const parts = ['head', 'body'] as const
export type Part = (typeof parts)[number]
export type Hit = { id: string; number: number; part: Part }

/** So many of the newest say whether a word is one that many have. */
const sampled = 250
/** A word that no more of these have is seldom. */
const mostSeldom = 5
/** So many of the newest are looked at one by one: a word that many have fills its page from these. */
const newest = 5_000
/** Of more tickets than this the newest are not found by sorting them. */
const mostSorted = 5_000

export type WordsAsked = {
  q: string
  part: Part
  /** Only tickets with a lower number. */
  below: number | null
  limit: number
  /** One that is shown already. */
  without: string | null
}

/**
 * The newest tickets whose words are what is asked for, whatever the size of the desk: from the newest
 * thousands, where some of the newest hundreds have them; else, by the index of words, all that have those of
 * them that are seldom, or all of them; and only of what thousands have, but hardly any of the newest, one by
 * one to the oldest.
 */
export async function findByWords(db: Kysely<DB>, actor: Actor, asked: WordsAsked): Promise<Hit[]> {
  const { q, part, limit } = asked
  const found = isFound(actor, asked)
  const { rows } = await sql<{ hits: Hit[]; isCut: boolean }>`
    with ${looking(asked, { needed: 1, most: mostSorted + 1 })},
    near as materialized (
      select found.ticket_id as id, found.number from (
        select ticket_id, number, words from ticket_search
        where part = ${sql.lit(part)} and ${isBelow(asked)} order by number desc limit ${newest}) as found
      where (select is_usual from usual) and found.words @@ search_query(${q}) and ${found}
      order by found.number desc limit ${limit}),
    full_page as (select count(*) = ${limit} as is_near from near)
    select
      coalesce(case when is_near then (select json_agg(near order by near.number desc) from near)
        else (select json_agg(page order by page.number desc) from (
          select found.ticket_id as id, found.number from (
            -- what else is asked of them is looked at from the newest, until there are enough
            select ticket_id, number from far where ${isBelow(asked)} order by number desc offset 0) as found
          where ${found} order by found.number desc limit ${limit}) as page) end, '[]') as hits,
      case when is_near then false else (select is_cut from cut) end as "isCut"
    from full_page`.execute(db)
  const [page = { hits: [], isCut: false }] = rows
  const hits = page.isCut ? await findInOrder(db, actor, asked) : page.hits
  return hits.map(({ id, number }) => ({ id, number, part }))
}

/**
 * `usual`: whether at least `needed` of the newest have the words. `far`: tickets that have them, by the index: of the
 * words that are seldom, where some are not, unless even these are in too many. `cut`: whether they are not all.
 */
function looking(
  { q, part, below }: Pick<WordsAsked, 'q' | 'part' | 'below'>,
  { needed, most }: { needed: number; most: number },
): RawBuilder<unknown> {
  return sql`
    sample as materialized (
      select words from ticket_search
      where part = ${sql.lit(part)} and ${isBelow({ below })} order by number desc limit ${sampled}),
    usual as materialized (
      select count(*) >= ${needed} as is_usual from sample where words @@ search_query(${q})),
    form as materialized (
      select search_forms(word) as forms from unnest((search_words(${q}))[1:16]) as word
      where cardinality(search_words(${q})) > 1),
    seldom as materialized (
      select string_agg('(' || forms::text || ')', ' & ') filter (where hits <= ${mostSeldom})::tsquery as words,
        bool_or(hits > ${mostSeldom}) as is_part
      from (select forms, (select count(*) from sample where words @@ forms) as hits from form) as judged),
    narrow as materialized (
      select its.* from seldom, ticket_search_matches(${part}, seldom.words, search_query(${q}), ${mostSorted + 1}) as its
      where is_part and seldom.words is not null),
    narrowed as (
      select is_part and words is not null and (select count(*) <= ${mostSorted} from narrow) as is_enough from seldom),
    whole as materialized (
      select its.* from narrowed, ticket_search_matches(${part}, search_query(${q}), null, ${most}) as its
      where is_enough is not true),
    far as (
      select ticket_id, number from narrow where is_match and (select is_enough from narrowed)
      union all select ticket_id, number from whole),
    cut as (select (select is_enough is not true from narrowed) and (select count(*) >= ${most} from whole) as is_cut)`
}

/** From the newest to the oldest, until there are enough. */
async function findInOrder(db: Kysely<DB>, actor: Actor, asked: WordsAsked) {
  const { rows } = await sql<Pick<Hit, 'id' | 'number'>>`
    select found.ticket_id as id, found.number::float8 as number from ticket_search as found
    where found.part = ${sql.lit(asked.part)} and found.words @@ search_query(${asked.q})
      and ${isBelow(asked)} and ${isFound(actor, asked)}
    order by found.number desc limit ${asked.limit}`.execute(db)
  return rows
}

function isBelow({ below }: Pick<WordsAsked, 'below'>): RawBuilder<SqlBool> {
  return below === null ? sql`true` : sql`number < ${below}::bigint`
}

/** Of `found`: not shown already, within reach, and not for what it is about where that was looked at before. */
function isFound(actor: Actor, { q, part, without }: WordsAsked): RawBuilder<SqlBool> {
  const conditions = [
    ...(part === 'body' ? [notInHead(q)] : []),
    ...(without === null ? [] : [sql<SqlBool>`found.ticket_id <> ${without}::uuid`]),
    ...reachOf(actor),
  ]
  return conditions.length === 0 ? sql`true` : sql`${sql.join(conditions, sql` and `)}`
}

function notInHead(q: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (
    select from ticket_search as head
    where head.ticket_id = found.ticket_id and head.part = 'head' and head.words @@ search_query(${q}))`
}

function reachOf(actor: Actor): RawBuilder<SqlBool>[] {
  if (actor.kind !== 'ai_agent') return []
  const within = withinReach(expressionBuilder<DB, 'ticket'>(), actor)
  return [sql<SqlBool>`exists (select from ticket where ticket.id = found.ticket_id and ${within})`]
}

/**
 * How many tickets have the words, `most` at most. The body holds the words of the head too.
 * @param without one that is not counted
 */
export async function countByWords(
  db: Kysely<DB>,
  actor: Actor,
  { q, without, most }: { q: string; without: string | null; most: number },
): Promise<number> {
  const other = without === null ? sql`true` : sql`found.ticket_id <> ${without}::uuid`
  const reach = reachOf(actor)
  const found = sql.join([other, ...reach], sql` and `)
  // of those within somebody's reach more are looked at than are counted
  const looked = reach.length > 0 ? mostSorted : most + 1
  const needed = (most * sampled) / newest / 2
  const { rows } = await sql<{ count: number }>`
    with ${looking({ q, part: 'body', below: null }, { needed, most: looked })},
    near as materialized (
      select from (
        select ticket_id, words from ticket_search where part = 'body' order by number desc limit ${newest}) as found
      where (select is_usual from usual) and found.words @@ search_query(${q}) and ${found} limit ${most})
    select case when (select count(*) from near) = ${most} then ${most}
      else (select count(*) from (select from far as found where ${found} limit ${most}) as counted) end::int as count
    `.execute(db)
  return rows[0]?.count ?? 0
}

import { GetRule, ListRuleFirings } from '@firstline/contract/rules'
import type { Rule as ShownRule } from '@firstline/contract/rules'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { days, later, seconds } from '#server/core/clock.ts'
import { decodeCursor, encodeCursor, pageOf } from '#server/core/cursor.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { effectsOf } from './effects-of.ts'
import type { Rule } from './rule.ts'
import type { WithRules } from './rule-store.ts'
import { everyRule, readStops, stopNamed } from './stops.ts'
import type { Stop } from './stops.ts'

/** All rules of the project, by title: what they did lately, and which are switched off. */
export const listRules = defineQuery({
  permission: 'rule:read',
  input: z.object({}),
  async run(desk: QueryContext & WithRules) {
    const rules = desk.rules.current()
    const [stops, lately] = await readStanding(desk, rules)
    const items = rules
      .map((rule) => shownRule(rule, stops, lately.get(rule.id)))
      .toSorted((a, b) => a.title.localeCompare(b.title))
    return { items, stop: stopNamed(stops, everyRule) }
  },
})

export const getRule = defineQuery({
  permission: 'rule:read',
  input: GetRule,
  async run(desk: QueryContext & WithRules, { ruleId }) {
    const rule = desk.rules.get(ruleId)
    const [stops, lately] = await readStanding(desk, [rule])
    const shown = shownRule(rule, stops, lately.get(ruleId))
    return { rule: shown, stop: stopNamed(stops, everyRule) }
  },
})

/** What one rule did, newest first. Of a rule whose file is gone, too. */
export const listRuleFirings = defineQuery({
  permission: 'rule:read',
  input: ListRuleFirings,
  async run({ db }, { ruleId, cursor, limit }) {
    const after = cursor ? decodeCursor(cursor) : null
    const rows = await db
      .selectFrom('rule_firing')
      .innerJoin('ticket', 'ticket.id', 'rule_firing.ticket_id')
      .select([
        'rule_firing.id',
        'rule_firing.at',
        'rule_firing.event_name as event',
        'rule_firing.did',
        'rule_firing.left_out as left',
        'ticket.id as ticketId',
        'ticket.number',
        'ticket.subject',
      ])
      .where('rule_firing.rule_id', '=', ruleId)
      .$if(after !== null, (query) =>
        query.where(
          sql<boolean>`(rule_firing.at, rule_firing.id) < (${after?.at}, ${after?.id}::uuid)`,
        ),
      )
      .orderBy('rule_firing.at', 'desc')
      .orderBy('rule_firing.id', 'desc')
      .limit(limit + 1)
      .execute()
    const { page, last } = pageOf(rows, limit)
    return {
      items: page.map(({ ticketId, number, subject, at, ...firing }) => ({
        ...firing,
        at: at.toISOString(),
        ticket: { id: ticketId, number: Number(number), subject },
      })),
      next: last ? encodeCursor({ at: last.at, id: last.id }) : null,
    }
  },
})

type Lately = { acted: number; last: Date | null }

async function readStanding(
  { db, clock }: QueryContext,
  rules: readonly Rule[],
): Promise<[Stop[], Map<string, Lately>]> {
  const weekAgo = later(clock.now(), -7 * days)
  const stops = await readStops(db)
  return [stops, await readLately(db, { ids: rules.map(({ id }) => id), weekAgo })]
}

async function readLately(
  db: Kysely<DB>,
  { ids, weekAgo }: { ids: readonly string[]; weekAgo: Date },
): Promise<Map<string, Lately>> {
  const { rows } = await sql<Lately & { id: string }>`
    select wanted.id, (select count(*)::int from rule_firing
        where rule_id = wanted.id and at > ${weekAgo}) as acted,
      (select max(at) from rule_firing where rule_id = wanted.id) as last
    from unnest(${ids}::text[]) as wanted (id) order by wanted.id`.execute(db)
  return new Map(rows.map(({ id, ...lately }) => [id, lately]))
}

function shownRule(
  rule: Rule,
  stops: readonly Stop[],
  { acted, last }: Lately = { acted: 0, last: null },
): ShownRule {
  return {
    id: rule.id,
    title: rule.title,
    file: rule.file,
    source: rule.source,
    isDraft: rule.isDraft,
    when: [...rule.when],
    waitedSeconds: rule.waitedMs === null ? null : rule.waitedMs / seconds,
    condition: rule.condition?.text ?? null,
    effects: effectsOf(rule.effects),
    isEveryTime: rule.isEveryTime,
    perHour: rule.perHour,
    actedInWeek: acted,
    lastActedAt: last?.toISOString() ?? null,
    stop: stopNamed(stops, rule.id),
  }
}

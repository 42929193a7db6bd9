import { RuleEvent } from '@firstline/contract/formats/rule'
import { TryRule, triedTickets } from '@firstline/contract/rules'
import type { RuleTrial } from '@firstline/contract/rules'
import { present } from '@firstline/contract/present'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { Invalid, Limited } from '#server/core/errors.ts'
import { ProcessesBusy, TookTooMuch, createProcessPool } from '#server/core/process-pool.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { tooManyEntries } from '#server/project/too-many-entries.ts'
import { namedIn } from './compile-rule.ts'
import { readFacts } from './facts.ts'
import type { TicketFacts } from './facts.ts'
import type { WithRules } from './rule-store.ts'
import type { TrialAnswer, TrialQuestion, Tried } from './trial-process.ts'

const processorSeconds = 10

/** A text that was never in force may have conditions that are slow: it is tried in a process of its own. */
const pool = createProcessPool<TrialQuestion, TrialAnswer>(
  new URL('./trial-process.ts', import.meta.url),
  { processes: 1, waiting: 20, processorMs: processorSeconds * 1_000, memoryMb: 256 },
)

/**
 * What a rule would have done to the newest tickets, of those that such an event has happened to, as they
 * are now. Nothing is written.
 * @throws Invalid `rule.not-readable` with each fault, `rule.too-large`; Limited `rule.busy`
 */
export const tryRule = defineQuery({
  permission: 'rule:read',
  input: TryRule,
  async run(desk: QueryContext & WithRules, { source }): Promise<RuleTrial> {
    const excess = tooManyEntries(source)
    if (excess !== null) throw new Invalid('rule.too-large', excess)
    const tickets = await readNewest(desk.db)
    const named = namedIn(desk.sources.project.files)
    const answer = await ask({ source, named, tickets })
    if ('problems' in answer) throw notReadable(answer.problems)
    const byId = new Map(tickets.map((one) => [one.id, one]))
    return {
      rule: answer.rule,
      tickets: tickets.length,
      withEvent: answer.withEvent,
      holds: answer.held.length,
      touched: answer.held.filter(({ changes }) => changes.length > 0).length,
      items: answer.held.map(({ id, changes }) => ({
        ticket: ticketOf(present(byId.get(id))),
        changes,
      })),
    }
  },
})

function ticketOf({ id, number, facts }: TicketFacts) {
  return { id, number, subject: facts.ticket.subject }
}

async function readNewest(db: Kysely<DB>): Promise<Tried[]> {
  const newest = await db
    .selectFrom('ticket')
    .select('id')
    .orderBy('number', 'desc')
    .limit(triedTickets)
    .execute()
  const ids = newest.map(({ id }) => id)
  const facts = await readFacts(db, ids)
  const { rows } = await sql<{ id: string; name: RuleEvent }>`
    select distinct ticket_id as id, name from event
    where ticket_id = any (${ids}::uuid[]) and name = any (${RuleEvent.options}::text[])
      and data ->> 'judged' is null
      and (actor_kind <> 'system' or actor_id is null or actor_id not like 'rule:%')
    order by ticket_id, name`.execute(db)
  const events = Map.groupBy(rows, ({ id }) => id)
  return facts.map((of) => ({
    ...of,
    events: (events.get(of.id) ?? []).map(({ name }) => name),
  }))
}

async function ask(question: TrialQuestion): Promise<TrialAnswer> {
  try {
    return await pool.ask(question)
  } catch (error) {
    if (error instanceof TookTooMuch) {
      const reason = sentence`The rule cannot be tried within ${processorSeconds} seconds: write a shorter condition`
      throw new Invalid('rule.too-large', reason)
    }
    if (error instanceof ProcessesBusy) {
      throw new Limited('rule.busy', 'Many rules are being tried; try again in a moment', 5)
    }
    throw error
  }
}

type Faults = Extract<TrialAnswer, { problems: unknown }>['problems']

function notReadable(problems: Faults): Invalid {
  const errors = problems.map(({ line, reason, said, suggestion }) => ({
    path: `${line}`,
    message: suggestion === null ? reason : `${reason} (${suggestion})`,
    said,
  }))
  return new Invalid('rule.not-readable', 'This is no rule that could act; each fault is named', {
    errors,
  })
}

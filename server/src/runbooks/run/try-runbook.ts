import { ownProperty } from '@firstline/contract/own-property'
import { TryRunbook } from '@firstline/contract/runbooks'
import type { RunbookTrial } from '@firstline/contract/runbooks'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { lookAtAccount } from '#server/accounts/scope.ts'
import { actorRef, requirePerson } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { CelError } from '#server/conditions/cel.ts'
import type { DB } from '#server/database/db-types.ts'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { ticketNotFound } from '#server/tickets/state.ts'
import { fitsQuestion } from './answer-check.ts'
import { readInProcess } from '#server/runbooks/lint/check-in-process.ts'
import { compileInTurns } from '#server/runbooks/causes/decide-cause.ts'
import type { CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { findOut } from './find-out.ts'
import type { AskCheck, Findings } from './run-state.ts'
import type { WithSources } from '#server/accounts/read-source.ts'

type Trial = z.output<typeof TryRunbook>

/** What a run of this text would find on a ticket now. Nothing is kept but who looked. */
export const tryRunbook = defineDeed({
  permission: 'runbook:edit',
  also: ['account:read'],
  input: TryRunbook,
  async run(desk: DeedContext & WithSources, trial): Promise<RunbookTrial> {
    const { actor } = desk
    // the record names who looked: a machine has nothing to look for here
    requirePerson(actor)
    const runbook = await readableRunbook(trial.source)
    const answers = answersOf(runbook, trial, actor, desk.clock.now())
    const ticket = await findTicket(desk.db, trial.ticketNumber)
    const scope = await lookAtAccount(desk, actor, ticket.id)
    return { ticket, ...(await findOut(desk, scope, runbook, { picks: trial.picks, answers })) }
  },
})

/** @throws Invalid `runbook.not-readable`, with each problem and its line */
export async function readableRunbook(source: string): Promise<CompiledRunbook> {
  const { content, problems } = await readInProcess(source)
  const errors = problems.map(({ line, reason }) => ({ path: `line ${line}`, message: reason }))
  const refusal = sentence`The text cannot be tried before it can be read`
  if (!content) throw new Invalid('runbook.not-readable', refusal, { errors })
  try {
    return await compileInTurns(content)
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    throw new Invalid('runbook.not-readable', sentence`${refusal}: ${error.said}`)
  }
}

async function findTicket(db: Kysely<DB>, number: number) {
  const ticket = await db
    .selectFrom('ticket')
    .select(['id', 'subject'])
    .where('number', '=', String(number))
    .executeTakeFirst()
  if (!ticket) throw ticketNotFound()
  return { ...ticket, number }
}

/** Answers to questions the text does not ask, or not like this, are left out. */
export function answersOf(
  { content }: CompiledRunbook,
  { answers }: Pick<Trial, 'answers'>,
  actor: Actor,
  now: Date,
): Findings['checks'] {
  const asked = content.checks.filter((check): check is AskCheck => check.kind === 'ask')
  const about = { state: 'answered', durationMs: null, error: null, picks: {} } as const
  return Object.fromEntries(
    asked.flatMap((question) => {
      const value = ownProperty(answers, question.name)
      if (value === undefined || !fitsQuestion(question, value)) return []
      return [[question.name, { ...about, value, at: now.toISOString(), by: actorRef(actor) }]]
    }),
  )
}

import type { EventName } from '@firstline/contract/events'
import type { Permission } from '@firstline/contract/permissions'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { DB } from '#server/database/db-types.ts'
import { Invalid } from './errors.ts'
import type { HeardEvent, NewEvent } from './events.ts'
import { anewIfOvertaken } from './anew-if-overtaken.ts'
import { inTransaction } from './in-transaction.ts'
import type { NewJob } from './jobs.ts'
import type { Logger } from './log.ts'
import { recordEvents } from './record-events.ts'
import { requirePermission } from './require-permission.ts'
import { claimKey, keepAnswer } from './request-key.ts'
import type { KeyedRequest } from './request-key.ts'

/**
 * What every verb and query stands on. Who needs more names it in its `run`, by the type that stands
 * beside its maker: `VerbContext & WithMailer`.
 */
export type Desk = {
  db: Kysely<DB>
  /** The same database for queries: PostgreSQL refuses a change. */
  readDb: Kysely<DB>
  clock: Clock
  log: Logger
  config: Config
  /** Names of the reactions to an event: filled from reactions.ts, so that core knows no product. */
  reactionsTo(name: EventName): readonly string[]
  /** Where reactions are run in the same transaction: what was recorded, for which no job is enqueued. */
  hear?(events: readonly HeardEvent[]): void
}

/** What a caller was promised, and by what key they would ask for it again. */
export type Promised = {
  /** What the contract says the answer looks like: a verb that answers otherwise commits nothing. */
  answer: z.ZodType
  /** The verb whose result is the answer keeps it under this, in its transaction. */
  keyed?: KeyedRequest | undefined
  /** The last event that the caller has seen; undefined: it does not say. */
  seen?: string | undefined
}

export type VerbContext = {
  tx: Transaction<DB>
  actor: Actor
  clock: Clock
  log: Logger
  config: Config
  /** The last event that the caller says to have seen: only the verb knows what newer ones matter. */
  seen?: string | undefined
}

/** At least one event: a change that nobody recorded does not type-check. */
export type Outcome<Result> = {
  result: Result
  events: readonly [NewEvent, ...NewEvent[]]
  jobs?: readonly NewJob[]
}

type VerbDefinition<Input extends z.ZodType, Result, Needs> = {
  permission: Permission | 'public'
  input: Input
  run(context: VerbContext & Needs, input: z.output<Input>): Promise<Outcome<Result>>
}

/** What is asked for: by whom, with what. */
type Asked<Given, Result, Needs> = (
  desk: Desk & Needs,
  actor: Actor,
  input: Given,
  promised?: Promised,
) => Promise<Result>

export type Verb<Input extends z.ZodType, Result, Needs = unknown> = Asked<
  z.input<Input>,
  Result,
  Needs
> & {
  permission: Permission | 'public'
  input: Input
  /** The same with what `input` has made of it already, as a route of the same input has: not again. */
  ofParsed: Asked<z.output<Input>, Result, Needs>
}

export type Query<Input extends z.ZodType, Result, Needs = unknown> = Verb<Input, Result, Needs>

/** Permission, then input, then what it is. */
function asked<Input extends z.ZodType, Result, Needs>(
  definition: {
    permission: Permission | 'public'
    also?: readonly Permission[]
    input: Input
  },
  answer: Asked<z.output<Input>, Result, Needs>,
): Verb<Input, Result, Needs> {
  const { permission, also = [], input: schema } = definition
  const permit = (actor: Actor) => {
    for (const needed of [permission, ...also]) requirePermission(actor, needed)
  }
  const verb: Asked<z.input<Input>, Result, Needs> = async (desk, actor, input, promised) => {
    permit(actor)
    return answer(desk, actor, parseInput(schema, input), promised)
  }
  const ofParsed: typeof answer = async (desk, actor, input, promised) => {
    permit(actor)
    return answer(desk, actor, input, promised)
  }
  return Object.assign(verb, { permission, input: schema, ofParsed })
}

/**
 * The only way to change anything: permission, input, then change, events and jobs in one transaction
 * (its own, or as a part of the one of a job that runs reactions).
 * Reactions to the events are jobs too, so nothing is lost between commit and effect.
 * @throws Forbidden, Invalid, and whatever refusal `run` throws; then nothing was changed.
 * @throws when the result is not what was promised: an error is answered, so nothing is stored.
 */
export function defineVerb<Input extends z.ZodType, Result, Needs = unknown>(
  definition: VerbDefinition<Input, Result, Needs>,
): Verb<Input, Result, Needs> {
  return asked(definition, async (desk, actor, input, promised) => {
    const once = () =>
      inTransaction(desk.db, async (tx) => {
        if (promised?.keyed) await claimKey(tx, promised.keyed, desk.clock.now())
        const outcome = await definition.run({ ...desk, tx, actor, seen: promised?.seen }, input)
        await recordEvents(tx, actor, desk, outcome, promised && keptOf(promised, outcome.result))
        return outcome.result
      })
    return anewIfOvertaken(desk.db, once)
  })
}

/** @throws when it is not what was promised; what is kept is the answer as it will be written */
function keptOf({ answer, keyed }: Promised, result: unknown) {
  const written: unknown = z.encode(answer, result)
  return keyed && !keyed.isAnswerSecret ? keepAnswer(keyed, JSON.stringify(written)) : undefined
}

/** Its `db` only reads, and it is no desk that a verb takes: nothing says who reacts. */
export type QueryContext = Omit<Desk, 'readDb' | 'reactionsTo'> & { actor: Actor }
/** It hands on to its verb what was promised. */
export type DeedContext = Desk & { actor: Actor; promised?: Promised | undefined }

/** A read: permission, input, then `run` where nothing can be changed. What acts as well is a deed. */
export function defineQuery<Input extends z.ZodType, Result, Needs = unknown>(definition: {
  permission: Permission | 'public'
  input: Input
  run(context: QueryContext & Needs, input: z.output<Input>): Promise<Result>
}): Query<Input, Result, Needs> {
  return defineDeed({
    ...definition,
    run: (desk: DeedContext & Needs, input) => definition.run({ ...desk, db: desk.readDb }, input),
  })
}

/**
 * What must call out around its verb: looks up, then changes, or changes, then reads. It changes
 * nothing itself; the verb has its own transaction, in which no network is waited for.
 */
export function defineDeed<Input extends z.ZodType, Result, Needs = unknown>(definition: {
  permission: Permission | 'public'
  /** What it does besides asks for these as well. */
  also?: readonly Permission[]
  input: Input
  run(context: DeedContext & Needs, input: z.output<Input>): Promise<Result>
}): Query<Input, Result, Needs> {
  return asked(definition, (desk, actor, input, promised) =>
    definition.run({ ...desk, actor, promised }, input),
  )
}

/** @throws Invalid, with each place that does not fit */
export function parseInput<Input extends z.ZodType>(
  schema: Input,
  input: unknown,
): z.output<Input> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new Invalid('input.invalid', 'Some of the input is not valid', {
    errors: parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    })),
  })
}

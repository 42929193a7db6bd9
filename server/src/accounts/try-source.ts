import { connectionRoutes } from '@firstline/contract/connections'
import type { TriedCall, TriedSource } from '@firstline/contract/connections'
import { z } from 'zod'
import { watchConnections } from '#server/connections/watch-connections.ts'
import type { WatchedCall } from '#server/connections/watch-connections.ts'
import { requirePerson } from '#server/core/actor.ts'
import { later, minutes } from '#server/core/clock.ts'
import { Limited, NotFound, Refusal } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, VerbContext } from '#server/core/verb.ts'
import { askOnce, findConnectedSource } from './ask-once.ts'
import { checkParams } from './check-params.ts'
import { findAccount, findByEmail } from './directory.ts'
import type { DirectoryAccount } from './directory.ts'
import { sourceTried } from './events.ts'
import type { Sources, WithSources } from './read-source.ts'
import { scopeOfTrial } from './scope.ts'
import { upsertAccount } from './upsert-account.ts'

const { params, body } = connectionRoutes.trySource

/** As long as the slowest read of a source may take, twice. */
const openFor = minutes
const mostInAMinute = 10

/** Who tried which source with which account, and why: on record before anything is read. */
const recordTrial = defineVerb({
  permission: 'account:open',
  input: z.object({
    source: z.string(),
    account: z.custom<DirectoryAccount>().nullable(),
    reason: z.string(),
  }),
  async run({ tx, actor, clock }: VerbContext, { source, account, reason }) {
    const now = clock.now()
    const { id: personId } = requirePerson(actor)
    await refuseTooMany(tx, personId, now)
    const known = account && (await upsertAccount(tx, account, now))
    const accountId = known?.id ?? null
    const times = { tried_at: now, expires_at: later(now, openFor) }
    const { id } = await tx
      .insertInto('source_trial')
      .values({ person_id: personId, source, account_id: accountId, ...times })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { result: { id }, events: [sourceTried(accountId, { trial: id, source, reason })] }
  },
})

/** Of one person, one after the other: of several at once none is counted too little. */
async function refuseTooMany(tx: VerbContext['tx'], personId: string, now: Date): Promise<void> {
  await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute()
  const { tried } = await tx
    .selectFrom('source_trial')
    .select(({ fn }) => fn.countAll<string>().as('tried'))
    .where('tried_at', '>', later(now, -minutes))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  if (Number(tried) < mostInAMinute) return
  const said = sentence`You tried ${mostInAMinute} times within a minute. Nothing was read; try again in a minute`
  throw new Limited('source.tried-often', said, 60)
}

/**
 * One source for one account, by the same code as its panel, and each call that was made for it. Nobody
 * asks the source before the look is on record, also where the directory knows no such account.
 */
export const trySource = defineDeed({
  permission: recordTrial.permission,
  input: params.extend(body.shape),
  async run(context: DeedContext & WithSources, input): Promise<TriedSource> {
    const { sources, actor, clock, db } = context
    const { id: personId } = requirePerson(actor)
    const source = findConnectedSource(sources, input.source)
    checkParams(source, input.params)
    const account = await accountNamed(sources, input.account)
    const { reason } = input
    const { id } = await recordTrial(context, actor, { source: source.id, account, reason })
    if (!account) throw unknownAccount()
    const scope = await scopeOfTrial(db, { id, personId, now: clock.now() })
    const calls: WatchedCall[] = []
    const connections = watchConnections(sources.connections, (call) => calls.push(call))
    const watched = { ...sources, connections, underWay: new Map() }
    const found = await askOnce(watched, scope, source, input.params).then(
      (panel) => ({ panel, refusal: null }),
      (error: unknown) => ({ panel: null, refusal: refusalOf(error) }),
    )
    const { externalId, name } = account
    return { account: { externalId, name }, calls: calls.map(shownCall), ...found }
  },
})

/** @returns null where nobody, or more than one, has that id or address */
async function accountNamed(sources: Sources, named: string): Promise<DirectoryAccount | null> {
  if (named.includes('@')) return (await findByEmail(sources, named))?.account ?? null
  try {
    return await findAccount(sources, named)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

function unknownAccount(): NotFound {
  return new NotFound(
    'account.not-found',
    sentence`The directory knows no such account, or more than one. No source was asked; that you looked is on record`,
  )
}

/** What the other side says in refusing may be of a customer, and is not masked: it stays in the log. */
function shownCall({ call, isAnswered, answer, durationMs }: WatchedCall): TriedCall {
  return { ...call, durationMs, answer: isAnswered ? answer : null }
}

/** @throws what is no refusal */
function refusalOf(error: unknown): TriedSource['refusal'] {
  if (!(error instanceof Refusal)) throw error
  const { reason, message, said } = error
  return { reason, detail: message, said }
}

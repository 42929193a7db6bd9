import { accountRoutes } from '@firstline/contract/accounts'
import type { AccountOpening, PanelAnswer } from '@firstline/contract/accounts'
import { present } from '@firstline/contract/present'
import { z } from 'zod'
import { requirePerson } from '#server/core/actor.ts'
import { later, minutes } from '#server/core/clock.ts'
import { defineDeed, defineQuery, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, QueryContext } from '#server/core/verb.ts'
import { findAccount } from './directory.ts'
import type { DirectoryAccount } from './directory.ts'
import { accountOpened } from './events.ts'
import { panelOf } from './panel.ts'
import { findSource, readSource } from './read-source.ts'
import type { WithSources } from './read-source.ts'
import { scopeOfOpening } from './scope.ts'
import { upsertAccount } from './upsert-account.ts'

const { body } = accountRoutes.openAccount
/** Long enough to answer a question, too short to browse. */
const openFor = 30 * minutes

/** Who opened which account without a ticket, and why: on record before anything is read. */
const recordOpening = defineVerb({
  permission: 'account:open',
  input: z.object({ account: z.custom<DirectoryAccount>(), reason: z.string() }),
  async run({ tx, actor, clock }, { account, reason }) {
    const now = clock.now()
    const { id: accountId } = await upsertAccount(tx, account, now)
    const times = { opened_at: now, expires_at: later(now, openFor) }
    const { id } = await tx
      .insertInto('account_opening')
      .values({ person_id: requirePerson(actor).id, account_id: accountId, reason, ...times })
      .returning('id')
      .executeTakeFirstOrThrow()
    const opening: AccountOpening = {
      id,
      account: { id: accountId, ...account },
      reason,
      openedAt: times.opened_at.toISOString(),
      expiresAt: times.expires_at.toISOString(),
    }
    return { result: opening, events: [accountOpened(accountId, id, reason)] }
  },
})

/** The directory is asked first, outside the transaction: only an account it knows is opened. */
export const openAccount = defineDeed({
  permission: recordOpening.permission,
  input: body,
  async run(context: DeedContext & WithSources, { externalId, reason }) {
    const { sources, actor, promised } = context
    requirePerson(actor)
    const account = await findAccount(sources, externalId)
    return recordOpening(context, actor, { account, reason }, promised)
  },
})

export const getAccountOpening = defineQuery({
  permission: 'account:open',
  input: accountRoutes.getAccountOpening.params,
  async run(context: QueryContext & WithSources, { openingId }) {
    await scopeOf(context, openingId)
    const row = await context.db
      .selectFrom('account_opening')
      .innerJoin('account', 'account.id', 'account_opening.account_id')
      .select(['account.id', 'account.external_id as externalId', 'account.name', 'account.domain'])
      .select(['reason', 'opened_at', 'expires_at'])
      .where('account_opening.id', '=', openingId)
      .executeTakeFirstOrThrow()
    const { reason, opened_at: openedAt, expires_at: expiresAt, ...account } = row
    const { accountPicture, sources: known } = context.sources.project.current()
    return {
      id: openingId,
      account,
      reason,
      openedAt: openedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      panels: accountPicture.map((id) => {
        const { title, isSingle } = present(known.get(id))
        return { source: id, title, isSingle }
      }),
    }
  },
})

export const readOpenedPanel = defineQuery({
  permission: 'account:open',
  input: accountRoutes.readOpenedPanel.params,
  async run(context: QueryContext & WithSources, { openingId, source: id }): Promise<PanelAnswer> {
    const scope = await scopeOf(context, openingId)
    const source = findSource(context.sources, id)
    return panelOf(source, await readSource(context.sources, scope, source.id), { isMasked: true })
  },
})

function scopeOf({ db, actor, clock }: QueryContext, id: string) {
  return scopeOfOpening(db, { id, personId: requirePerson(actor).id, now: clock.now() })
}

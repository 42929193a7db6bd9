import { accountRoutes } from '@firstline/contract/accounts'
import type { PanelAnswer } from '@firstline/contract/accounts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, VerbContext } from '#server/core/verb.ts'
import { Conflict } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { accountUnmasked } from './events.ts'
import { panelOf } from './panel.ts'
import { findSource, readSource } from './read-source.ts'
import type { WithSources } from './read-source.ts'
import { accountOfTicket, lookAtAccount, requireAccount } from './scope.ts'

const { params, body } = accountRoutes.unmaskPanel
const UnmaskPanel = params.extend(body.shape)

/** Who looked behind the mask, and why: on record before anything is read. */
const recordUnmasking = defineVerb({
  permission: 'account:unmask',
  input: UnmaskPanel,
  async run({ tx, sources }: VerbContext & WithSources, input) {
    const { accountId } = await accountOfTicket(tx, input.ticketId)
    const look = { ticketId: input.ticketId, accountId }
    const source = findSource(sources, input.source)
    if (Object.keys(source.mask).length === 0) {
      throw new Conflict('source.not-masked', sentence`Nothing of “${source.title}” is masked`)
    }
    return {
      result: { accountId, source },
      events: [accountUnmasked(look, source.id, input.reason)],
    }
  },
})

/** Reads one panel without masks, after the reason is on record: no record, no look. */
export const unmaskPanel = defineDeed({
  permission: recordUnmasking.permission,
  input: UnmaskPanel,
  async run(context: DeedContext & WithSources, input): Promise<PanelAnswer> {
    const { accountId, source } = await recordUnmasking(context, context.actor, input)
    const scope = await lookAtAccount(context, context.actor, input.ticketId)
    requireAccount(scope, accountId)
    return panelOf(source, await readSource(context.sources, scope, source.id), { isMasked: false })
  },
})

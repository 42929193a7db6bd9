import { RunAction } from '@firstline/contract/actions'
import type { ActionRun } from '@firstline/contract/actions'
import type { z } from 'zod'
import { Forbidden, Invalid } from '#server/core/errors.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { answerRun } from './answer-run.ts'
import type { WithActions } from '#server/actions/desk.ts'
import { actorKey } from '#server/actions/limits/actor-key.ts'
import type { Order } from '#server/actions/preview/order.ts'
import { readPreview } from '#server/actions/preview/preview-token.ts'
import type { PreviewClaims } from '#server/actions/preview/preview-token.ts'

/**
 * Runs what a preview showed, once, for whom it was shown to. No verb, as the call to the target
 * must stand outside of any transaction; the executor changes things by verbs.
 */
export const confirmAction = defineDeed({
  permission: 'action:run',
  input: RunAction,
  run: (desk: DeedContext & WithActions, input): Promise<ActionRun> =>
    answerRun(desk, orderOf(desk, input)),
})

/** @throws Invalid, Conflict, Forbidden when the token is not of a preview this person saw here */
export function orderOf(
  { secret, clock, actor }: DeedContext & WithActions,
  { ticketId, token, reason, runbookRunId }: z.output<typeof RunAction>,
): Order & { preview: PreviewClaims } {
  const preview = readPreview(secret, token, clock.now())
  if (preview.ticketId !== ticketId) {
    throw new Invalid(
      'action.preview-invalid',
      'This preview is of another ticket. Nothing was done.',
    )
  }
  if (preview.actor !== actorKey(actor)) {
    throw new Forbidden(
      'action.preview-foreign',
      'This preview was shown to somebody else. Nothing was done.',
    )
  }
  return {
    ticketId: preview.ticketId,
    accountId: preview.accountId,
    action: preview.action,
    input: preview.input,
    reason,
    preview,
    ...(runbookRunId ? { runbookRunId } : {}),
  }
}

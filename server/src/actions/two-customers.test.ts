import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Refusal } from '#server/core/errors.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { previewAction } from './preview-action.ts'
import { listActionChoices } from './queries.ts'
import { settleRun } from './settle-run.ts'
import { confirm, createActionDesk, openCase } from './testing/factory.ts'

const desk = await createActionDesk(await createTestDesk())

/** Everything a first line can do with an action, on the ticket of one with the export of the other. */
async function attempt(ticketId: string, action: string, exportId: string): Promise<unknown[]> {
  const shown: unknown[] = []
  try {
    shown.push(await listActionChoices(desk, someAgent, { ticketId, action, field: 'export_id' }))
    const seen = await previewAction(desk, someAgent, {
      ticketId,
      action,
      input: { export_id: exportId },
    })
    shown.push(seen)
    if (!seen.token) return shown
    const run = await confirm(desk, { ticketId }, seen)
    shown.push(run)
    await settleRun(desk, { run: run.id })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    shown.push(error.message, error.extra)
  }
  return shown
}

it('whatever is tried, nothing of another account is shown, recorded, called or changed', async () => {
  const actions = fc.constantFrom('export.requeue', 'export.cancel')
  const steps = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 1 }), actions, fc.integer({ min: 0, max: 1 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  await fc.assert(
    fc.asyncProperty(steps, async (tries) => {
      const both = [await openCase(desk), await openCase(desk)] as const
      const shown: unknown[][] = [[], []]
      for (const [whose, action, which] of tries) {
        desk.clock.advance(11 * 60_000)
        shown[whose]!.push(...(await attempt(both[whose]!.ticketId, action, both[which]!.exportId)))
      }
      for (const [mine, other] of [both, both.toReversed()] as const) {
        const events = await desk.db
          .selectFrom('event')
          .selectAll()
          .where('ticket_id', '=', mine.ticketId)
          .execute()
        const runs = await desk.db
          .selectFrom('action_run')
          .selectAll()
          .where('ticket_id', '=', mine.ticketId)
          .execute()
        const all = JSON.stringify([shown[both.indexOf(mine)], events, runs])
        expect(all).not.toContain(other.email)
        expect(all).not.toContain(other.account)
        for (const call of [
          ...desk.target.calls(mine.exportId),
          ...desk.target.dryRuns(mine.exportId),
        ]) {
          expect(call.url).toContain(`/accounts/${mine.account}/`)
        }
      }
    }),
    { numRuns: 25 },
  )
}, 60_000)

import { ListActionChoices, actionRoutes } from '@firstline/contract/actions'
import type { ActionChoice, ActionRun, AvailableAction } from '@firstline/contract/actions'
import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'
import { maskRows } from '#server/accounts/mask.ts'
import { findSource, readSource } from '#server/accounts/read-source.ts'
import { recordLooks } from '#server/accounts/record-look.ts'
import type { Look } from '#server/accounts/record-look.ts'
import { accountOfTicket, lookAtAccount } from '#server/accounts/scope.ts'
import { NotFound } from '#server/core/errors.ts'
import { saying, sentence } from '#server/core/sentence.ts'
import { defineDeed, defineQuery } from '#server/core/verb.ts'
import type { DeedContext, QueryContext } from '#server/core/verb.ts'
import type { Action } from './compile/action.ts'
import type { WithActions } from './desk.ts'
import { wayBackOf } from './preview/describe-action.ts'
import { readRun, readRunsOfTicket } from './run/read-run.ts'
import { askAll, question } from './limits/ask-all.ts'
import { stopOf, stoppedBecause, stopsOf } from './limits/stops.ts'
import type { StopSaid } from './limits/stops.ts'

type Context = QueryContext & WithActions

export const listActions = defineQuery({
  permission: 'action:read',
  input: actionRoutes.listActions.params,
  async run(desk: Context, { ticketId }) {
    const { accountId } = await accountOfTicket(desk.db, ticketId)
    return { items: await readAvailable(desk, accountId) }
  },
})

/** What can be done on an account. */
export async function readAvailable(
  { db, actions }: Pick<Context, 'db' | 'actions'>,
  accountId: string,
): Promise<AvailableAction[]> {
  const open: OpenRun[] = []
  const stops: StopSaid[] = []
  await askAll(db, [
    question(openRuns(db, accountId), (rows) => open.push(...rows)),
    question(stopsOf(db), (rows) => stops.push(...rows)),
  ])
  const all = [...actions.current().values()]
  return all.map((each) => availableAction(each, open, stopOf(stops, each.id)))
}

type OpenRun = {
  id: string
  action_id: string
  action_title: string
  state: string
  lock_key: string | null
}

/** Runs of the account that stand in the way of others. */
function openRuns(db: Context['db'], accountId: string) {
  return db
    .selectFrom('action_run')
    .select(['id', 'action_id', 'action_title', 'state', 'lock_key'])
    .where('account_id', '=', accountId)
    .where('state', 'in', ['intended', 'verifying', 'unknown'])
    .orderBy('intended_at', 'desc')
}

function availableAction(
  action: Action,
  open: readonly OpenRun[],
  stop: StopSaid | undefined,
): AvailableAction {
  return {
    id: action.id,
    title: action.title,
    version: action.version,
    tier: action.tier,
    input: action.input.schema,
    picks: action.input.fields.flatMap(({ name, title, pick }) =>
      pick ? [{ field: name, title, ...pick }] : [],
    ),
    needsReason: action.needsReason,
    undo: wayBackOf(action),
    blocked: blockOf(action, open, stop),
  }
}

function blockOf(
  action: Action,
  open: readonly OpenRun[],
  stop: StopSaid | undefined,
): AvailableAction['blocked'] {
  if (stop) return { reason: 'action.stopped', ...saying(stoppedBecause(stop)), runId: null }
  const unknown = open.find((run) => run.state === 'unknown' && run.action_id === action.id)
  if (unknown) {
    const said = sentence`Whether an earlier run happened is unknown: verify that run first`
    return { reason: 'action.outcome-unknown', ...saying(said), runId: unknown.id }
  }
  const running = open.find((run) => run.state !== 'unknown' && run.lock_key !== null)
  if (!running || !action.limits.isLocking) return null
  const said = sentence`“${running.action_title}” is still running on this account`
  return { reason: 'action.locked', ...saying(said), runId: running.id }
}

export const listActionChoices = defineDeed({
  permission: 'action:run',
  input: ListActionChoices,
  async run(desk: DeedContext & WithActions, input) {
    const scope = await lookAtAccount(desk, desk.actor, input.ticketId)
    const pick = desk.actions
      .get(input.action)
      .input.fields.find(({ name }) => name === input.field)?.pick
    if (!pick)
      throw new NotFound(
        'action.no-choices',
        sentence`“${input.field}” is not picked from a source`,
      )
    const answer = await readSource(desk.sources, scope, pick.source)
    const shown = maskRows(findSource(desk.sources, pick.source), answer.rows)
    const items = answer.rows.flatMap((row, i): ActionChoice[] => {
      const value = ownProperty(row, pick.column)
      return typeof value === 'string' || typeof value === 'number'
        ? [{ value, row: present(shown[i]) }]
        : []
    })
    return { items, fetchedAt: answer.fetchedAt.toISOString(), isTruncated: answer.isTruncated }
  },
})

export const listActionRuns = defineDeed({
  permission: 'action:read',
  input: actionRoutes.listActionRuns.params,
  async run(desk: DeedContext, { ticketId }) {
    const ticket = await desk.db
      .selectFrom('ticket')
      .select('id')
      .where('id', '=', ticketId)
      .executeTakeFirst()
    if (!ticket) throw new NotFound('ticket.not-found', 'There is no such ticket')
    const items = await readRunsOfTicket(desk, ticketId)
    await recordLooks(desk, desk.actor, items.map(lookOf))
    return { items }
  },
})

export const getActionRun = defineDeed({
  permission: 'action:read',
  input: actionRoutes.getActionRun.params,
  async run(desk: DeedContext, { runId }) {
    const run = await readRun(desk, runId)
    await recordLooks(desk, desk.actor, [lookOf(run)])
    return run
  },
})

/** What a run read and did is kept: who sees it there looks at the account as well. */
function lookOf({ ticketId, account }: ActionRun): Look {
  return { ticketId, accountId: account.id }
}

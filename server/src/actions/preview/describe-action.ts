import type { ActionRequest, ActionUndo } from '@firstline/contract/actions'
import { ownProperty } from '@firstline/contract/own-property'
import type { AccountRef } from '@firstline/contract/tickets'
import type { Action, Undo } from '#server/actions/compile/action.ts'
import type { ActionDesk } from '#server/actions/desk.ts'
import { inWords } from '#server/actions/limits/in-words.ts'
import type { BoundAction } from './bind-action.ts'

export function undoOf(undo: Undo): ActionUndo {
  if ('none' in undo) return undo
  return { action: undo.action, title: undo.title, withinSeconds: undo.withinMs / 1_000 }
}

export function accountOf({ db }: ActionDesk, id: string): Promise<AccountRef> {
  return db
    .selectFrom('account')
    .select(['id', 'external_id as externalId', 'name', 'domain'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export function sentencesOf(
  { action, input }: BoundAction,
  account: AccountRef,
  request: ActionRequest,
): string[] {
  const values = action.input.fields
    .filter(({ name }) => ownProperty(input, name) !== undefined)
    .map(({ name, title }) => `${title} ${String(ownProperty(input, name))}`)
  const on = [`${account.name} (${account.externalId})`, ...values].join(', ')
  const { read, cel, withinMs } = action.verify
  return [
    `“${action.title}” on ${on}.`,
    whatIsAsked(action, request),
    `Then “${read.title}” is read until ${cel}, for at most ${inWords(withinMs)}.`,
    wayBack(action),
  ]
}

function whatIsAsked({ run }: Action, { method, url }: ActionRequest): string {
  if (run.kind === 'http') {
    return `${run.connection} is asked to “${run.operation.summary}”: ${method} ${url}.`
  }
  const rows = run.maxRecords === 1 ? 'one row' : `at most ${run.maxRecords} rows`
  return `${run.connection} changes ${rows} of this account: ${run.sql.text.replaceAll(/\s+/g, ' ')}. Otherwise all of it is taken back.`
}

function wayBack({ undo }: Action): string {
  if ('none' in undo) return `There is no way back, and none is needed: ${undo.none}.`
  return `For ${inWords(undo.withinMs)} afterwards it can be taken back by “${undo.title}”.`
}

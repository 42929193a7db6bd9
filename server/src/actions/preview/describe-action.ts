import type { ActionRequest, ActionUndo } from '@firstline/contract/actions'
import { ownProperty } from '@firstline/contract/own-property'
import type { AccountRef } from '@firstline/contract/tickets'
import type { Sentence } from '@firstline/contract/sentence'
import { sentence, textOf } from '#server/core/sentence.ts'
import { targetOf } from '#server/actions/call/targets.ts'
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

/** What will happen: as texts, and for who reads them in another language. */
export function sentencesOf(
  { action, input }: BoundAction,
  account: AccountRef,
  request: ActionRequest,
): { sentences: string[]; said: Sentence[] } {
  const values = action.input.fields
    .filter(({ name }) => ownProperty(input, name) !== undefined)
    .map(({ name, title }) => `${title} ${String(ownProperty(input, name))}`)
  const on = [`${account.name} (${account.externalId})`, ...values].join(', ')
  const said = [
    sentence`“${action.title}” on ${on}.`,
    ...(action.steps.length > 0 ? ofChain(action) : ofCall(action, action, request)),
  ]
  return { sentences: said.map(textOf), said }
}

function ofCall(action: Action, { run, verify }: Call, request: ActionRequest): Sentence[] {
  const { read, cel, withinMs } = verify
  return [
    targetOf(run).said(run, request),
    sentence`Then “${read.title}” is read until ${cel}, for at most ${inWords(withinMs)}.`,
    wayBack(action.undo),
  ]
}

type Call = Pick<Action, 'run' | 'verify'>

/** What each sends is shown with it. */
function ofChain({ steps }: Action): Sentence[] {
  return [
    sentence`${steps.length} steps, one after the other; each must be seen to have worked before the next is sent.`,
    ...steps.map(({ title, verify: { read, cel, withinMs } }, i) => {
      return sentence`Step ${i + 1}: “${title}”; then “${read.title}” is read until ${cel}, for at most ${inWords(withinMs)}.`
    }),
    sentence`Where a step fails, those before it are taken back, the last first, as far as there is a way.`,
  ]
}

function wayBack(undo: Undo): Sentence {
  if ('none' in undo) return sentence`There is no way back, and none is needed: ${undo.none}.`
  return sentence`For ${inWords(undo.withinMs)} afterwards it can be taken back by “${undo.title}”.`
}

/** Of a chain, its last step that has one; all of them are taken back, one after the other. */
export function wayBackOf({ steps, undo }: Action): ActionUndo {
  const last = steps.findLast((step) => 'action' in step.undo)
  return undoOf(last?.undo ?? undo)
}

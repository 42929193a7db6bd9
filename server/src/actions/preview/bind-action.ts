import { valueAt } from '#server/connections/mapping.ts'
import type { Bindings } from '#server/connections/mapping.ts'
import { isSenderVerified } from '#server/tickets/is-sender-verified.ts'
import { ownProperty } from '@firstline/contract/own-property'
import { readSource } from '#server/accounts/read-source.ts'
import type { WithSources } from '#server/accounts/read-source.ts'
import { scopeOn } from '#server/accounts/scope-on.ts'
import { lookAtAccount } from '#server/accounts/scope.ts'
import type { AccountScope, ScopeOn } from '#server/accounts/scope.ts'
import type { Actor } from '#server/core/actor.ts'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Action, InputField } from '#server/actions/compile/action.ts'
import type { ActionDesk, WithActions } from '#server/actions/desk.ts'
import type { Wish } from './order.ts'
import { beforeChain, bindingsOf, readRecords } from './read-records.ts'
import type { Reading } from './read-records.ts'

/** An action with everything that is decided upon, read just now. */
export type BoundAction = {
  action: Action
  scope: AccountScope
  input: Record<string, unknown>
  readings: Reading[]
  /** What conditions read: the account as the directory knows it. */
  bindings: Bindings
  /** The account as the system that is called knows it, and what its calls are filled with. */
  called: { scope: ScopeOn; bindings: Bindings }
}

/**
 * Scope, input, fresh reads: what a preview and a run have in common.
 * @param viewer who sees what is read
 * @param options.wasOffered the picked values were offered to somebody before; whether they still
 * are is then asked while the records are read
 * @throws NotFound, Conflict, Invalid; and what readSource throws
 */
export async function bindAction(
  desk: ActionDesk,
  viewer: Actor,
  wish: Wish,
  options: { wasOffered?: boolean } = {},
): Promise<BoundAction> {
  const scope = await lookAtAccount(desk, viewer, wish.ticketId)
  const ticket = () => isSenderVerified(desk.db, wish.ticketId)
  return bindWithin(desk, scope, wish, { ...options, isSenderVerified: ticket })
}

/** The same for an account that is looked at already. */
export async function bindWithin(
  desk: Pick<WithActions, 'sources' | 'actions'>,
  scope: AccountScope,
  wish: Pick<Wish, 'action' | 'input'>,
  options: { wasOffered?: boolean; isSenderVerified(): Promise<boolean> },
): Promise<BoundAction> {
  const action = desk.actions.get(wish.action)
  const { input } = wish
  requireValid(action, input)
  const offered = requireAllOffered(desk, scope, action, input)
  // a value nobody was ever offered is not looked up anywhere
  const isVetted = options.wasOffered ? Promise.resolve() : offered
  const reading = isVetted.then(() => readRecords(desk, scope, action, input))
  await Promise.allSettled([offered, reading])
  await offered
  const readings = await reading
  const ticket = { sender_verified: await options.isSenderVerified() }
  const kept = action.steps.length > 0 ? { before: beforeChain(readings) } : {}
  const bindings = { ...bindingsOf(scope, input, readings), ticket, ...kept }
  requireProven(action, bindings)
  const own = await scopeOn(desk.sources, scope, action.run.connection, { isFresh: true })
  const called = { scope: own, bindings: { ...bindingsOf(own, input, readings), ticket, ...kept } }
  return { action, scope, input, readings, bindings, called }
}

function requireValid(action: Action, input: Record<string, unknown>): void {
  const errors = action.input.validate(input)
  if (errors.length === 0) return
  throw new Invalid(
    'action.input-invalid',
    sentence`“${action.title}” cannot be done with this input`,
    {
      errors,
    },
  )
}

async function requireAllOffered(
  desk: WithSources,
  scope: AccountScope,
  action: Action,
  input: Record<string, unknown>,
): Promise<void> {
  for (const field of action.input.fields) await requireOffered(desk, scope, field, input)
}

/** A picked value must be one the source has for this very account, now. */
export async function requireOffered(
  desk: WithSources,
  scope: AccountScope,
  { name, title, pick }: InputField,
  input: Record<string, unknown>,
): Promise<void> {
  const value = ownProperty(input, name)
  if (!pick || value === undefined) return
  const { rows } = await readSource(desk.sources, scope, pick.source, {}, { isFresh: true })
  if (rows.some((row) => ownProperty(row, pick.column) === value)) return
  const message = `${title}: not among what this account has now`
  throw new Invalid('action.value-not-offered', sentence`${message}. Nothing was done.`, {
    errors: [{ path: `input.${name}`, message }],
  })
}

/** The picks and reads above have seen to whose row it is; here is seen to that it names a record. */
function requireProven(action: Action, bindings: Bindings): void {
  for (const path of [...action.proofs, ...provenAhead(action)]) {
    const value = valueAt(path, bindings)
    const isValue = (typeof value === 'string' && value !== '') || typeof value === 'number'
    if (isValue) continue
    const said = sentence`“${path}” names no record that this account has now. Nothing was done.`
    throw new Invalid('action.value-not-offered', said, {
      errors: [{ path, message: 'names no record that this account has now' }],
    })
  }
}

/** Of later steps, what is there already: a step proves its own anew before it is sent. */
function provenAhead({ steps }: Action): string[] {
  const known = ['input', 'before']
  const paths = steps.slice(1).flatMap(({ proofs }) => proofs)
  return paths.filter((path) => known.includes(path.split('.', 1)[0] ?? ''))
}

import type { ActionApproval } from '@firstline/contract/approvals'
import type { Role } from '@firstline/contract/permissions'
import type { Actor } from '#server/core/actor.ts'
import { Conflict, Forbidden } from '#server/core/errors.ts'
import type { Refusal } from '#server/core/errors.ts'
import type { ApprovalRow } from './events.ts'
import { actorKey } from './actor-key.ts'

/** Each may do what those before it may. */
const ranks: readonly Role[] = ['agent', 'engineer', 'lead', 'admin']

/** Why this one may not decide on it; null: may. The second person is a person, and another one. */
export function hindranceOf(actor: Actor, approval: ApprovalRow, now: Date): Refusal | null {
  if (approval.state !== 'waiting') {
    return new Conflict(
      'action-approval.not-waiting',
      `It was ${words[approval.state as Decided]} already. Nothing was done.`,
    )
  }
  if (approval.expires_at <= now) return expired()
  if (actor.kind !== 'person') {
    return new Forbidden('action-approval.role-missing', 'Only a signed-in person may approve')
  }
  if (actor.id === approval.person_id || actorKey(actor) === approval.actor_id) {
    return new Forbidden(
      'action-approval.own',
      'Nobody approves what they asked for, also not by a key of their own. Ask somebody else.',
    )
  }
  if (ranks.indexOf(actor.role) >= ranks.indexOf(approval.role as Role)) return null
  const detail = `This needs the approval of somebody with the role ${approval.role}`
  return new Forbidden('action-approval.role-missing', detail)
}

function expired(): Conflict {
  return new Conflict(
    'action-approval.expired',
    'The time in which it could be approved is over. Nothing was done; it has to be asked for anew.',
  )
}

type Decided = Exclude<ActionApproval['state'], 'waiting'>
const words: Record<Decided, string> = {
  approved: 'approved',
  refused: 'refused',
  withdrawn: 'withdrawn',
  expired: 'given up, as its time was over',
  stale: 'given up, as its data had changed',
}

import type { ActionApproval } from '@firstline/contract/approvals'
import { ownProperty } from '@firstline/contract/own-property'
import type { Role } from '@firstline/contract/permissions'
import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, Forbidden } from '#server/core/errors.ts'
import type { Sentence } from '@firstline/contract/sentence'
import { sentence } from '#server/core/sentence.ts'
import type { Refusal } from '#server/core/errors.ts'
import { whyNotSecond } from '#server/team/second-person.ts'
import type { NotSecond } from '#server/team/second-person.ts'
import type { ApprovalRow } from '#server/actions/events.ts'
import { actorKey } from '#server/actions/limits/actor-key.ts'

/** Each may do what those before it may. */
const ranks: readonly Role[] = ['agent', 'engineer', 'lead', 'admin']

/** Those who may, of a request that asks for this one at least. */
export function rolesFrom(least: Role): Role[] {
  return ranks.slice(ranks.indexOf(least))
}

/** Why this one may not decide on it; null: may. The second person is a person, and another one. */
export async function hindranceOf(
  db: Kysely<DB> | Transaction<DB>,
  actor: Actor,
  approval: ApprovalRow,
  now: Date,
): Promise<Refusal | null> {
  if (approval.state !== 'waiting') {
    return new Conflict(
      'action-approval.not-waiting',
      ownProperty(decidedAlready, approval.state) ??
        sentence`It was decided already. Nothing was done.`,
    )
  }
  if (approval.expires_at <= now) return expired()
  if (actor.kind !== 'person') {
    return new Forbidden('action-approval.role-missing', 'Only a signed-in person may approve')
  }
  const asker = approval.actor
  const isOwn = actor.id === approval.person_id || actorKey(actor) === approval.actor_id
  if (isOwn) return refusalFor('own')
  if (!rolesFrom(approval.role).includes(actor.role)) {
    const detail = sentence`This needs the approval of somebody with the role ${approval.role}`
    return new Forbidden('action-approval.role-missing', detail)
  }
  const why = await whyNotSecond(db, actor.id, asker, now)
  return why && refusalFor(why)
}

function refusalFor(why: NotSecond): Forbidden {
  return new Forbidden(`action-approval.${reasons[why]}`, notSecond[why])
}

const reasons: Record<NotSecond, string> = {
  own: 'own',
  unknown: 'asker-unknown',
  opened: 'way-in',
}

const notSecond: Record<NotSecond, Sentence> = {
  own: sentence`Nobody approves what they asked for, also not by a key of their own. Ask somebody else.`,
  unknown: sentence`Nobody knows who made the key that asked, so nobody can be its second person. Make a new key, and ask with that.`,
  opened: sentence`For 30 days nobody is the second person of whom they let in or gave a password, nor the other way round. Ask somebody else.`,
}

function expired(): Conflict {
  return new Conflict(
    'action-approval.expired',
    'The time in which it could be approved is over. Nothing was done; it has to be asked for anew.',
  )
}

type Decided = Exclude<ActionApproval['state'], 'waiting'>
const decidedAlready: Record<Decided, Sentence> = {
  approved: sentence`It was approved already. Nothing was done.`,
  refused: sentence`It was refused already. Nothing was done.`,
  withdrawn: sentence`It was withdrawn already. Nothing was done.`,
  expired: sentence`It was given up already, as its time was over. Nothing was done.`,
  stale: sentence`It was given up already, as its data had changed. Nothing was done.`,
}

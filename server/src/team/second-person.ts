import type { ActorRef } from '@firstline/contract/common'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { days, later } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import type { EventName } from '@firstline/contract/events'
import { peopleBehind } from './people-behind.ts'

/** Who opened somebody's way in may know it, and is not their second person for so long. */
const handsOffMs = 30 * days

/** By these one person opens the way in of another; `data.person` names whose. */
export const opensWayIn: readonly EventName[] = [
  'person.invited',
  'person.password_link_asked',
  'person.password_link_shown',
  'person.second_factor_reset',
  'person.identity_released',
]

/** The other events about a person: none of them lets anybody in as them. */
export const opensNothing: readonly EventName[] = [
  'person.role_changed',
  // by an identity provider, for whom no person here stands
  'person.joined',
  'person.identity_bound',
  'person.disabled',
  'person.enabled',
  'person.signed_in',
  'person.sign_in_failed',
  'person.signed_out',
  'person.session_ended',
  // what is mailed, only its reader sees
  'person.password_link_mailed',
  'person.password_set',
  'person.password_changed',
  'person.codes_set',
  'person.codes_removed',
  'person.backup_codes_made',
  'person.passkey_added',
  'person.passkey_removed',
]

export type NotSecond = 'unknown' | 'own' | 'opened'

type Asker = Pick<ActorRef, 'kind' | 'id'>

/**
 * Why a person is no second one for what somebody asked; null: is one. Never in doubt: whose key it
 * is must be known from end to end.
 */
export async function whyNotSecond(
  db: Kysely<DB> | Transaction<DB>,
  personId: string,
  asker: Asker,
  now: Date,
): Promise<NotSecond | null> {
  return (await judgeSeconds(db, asker, now))(personId)
}

/** The same, of as many as one likes. */
export async function judgeSeconds(
  db: Kysely<DB> | Transaction<DB>,
  asker: Asker,
  now: Date,
): Promise<(personId: string) => NotSecond | null> {
  const { people, isKnown } = await peopleBehind(db, asker)
  const openers = isKnown && people.length > 0 ? await readOpeners(db, now) : null
  return (personId) => {
    if (people.includes(personId)) return 'own'
    if (!openers) return 'unknown'
    const isOpened =
      people.some((person) => reaches(openers, person, personId)) ||
      people.some((person) => reaches(openers, personId, person))
    return isOpened ? 'opened' : null
  }
}

/** Of each person, who opened their way in of late: also through a key of theirs. */
async function readOpeners(db: Kysely<DB> | Transaction<DB>, now: Date) {
  const rows = await db
    .selectFrom('event')
    .select(['actor_kind', 'actor_id', 'data'])
    // the index of kinds finds them
    .where(sql<boolean>`split_part(name, '.', 1) = 'person'`)
    .where('name', 'in', [...opensWayIn])
    .where('at', '>', later(now, -handsOffMs))
    .where('origin', '=', 'live')
    .where('actor_kind', 'in', ['person', 'integration'])
    .execute()
  const openers = new Map<string, Set<string>>()
  for (const { actor_kind: kind, actor_id: id, data } of rows) {
    const { person } = data as { person?: unknown }
    if (typeof person !== 'string') continue
    const known = openers.get(person) ?? new Set()
    const { people } = await peopleBehind(db, { kind: kind as ActorRef['kind'], id })
    for (const each of people) known.add(each)
    openers.set(person, known)
  }
  return openers
}

/** Whether somebody opened the way in of another, or of who opened it, and so on. */
function reaches(
  openers: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  to: string,
): boolean {
  const waiting = [from]
  const seen = new Set<string>()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const behind = openers.get(next)
    if (behind?.has(to)) return true
    waiting.push(...(behind ?? []))
  }
  return false
}

import { permissionsOf } from '@firstline/contract/permissions'
import type { Transaction } from 'kysely'
import { Conflict, Invalid, NotFound } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { DB } from '#server/database/db-types.ts'

type Named = { personId: string; place: number }
export type Mention = { person: { id: string; name: string }; place: number; length: number }

/**
 * Who is named in a text, each where it says so: `@` and the name as the team has it.
 * @throws NotFound `person.not-found`
 * @throws Conflict `mention.disabled`, `mention.may-not-see`
 * @throws Invalid `mention.misplaced`
 */
export async function readMentioned(
  tx: Transaction<DB>,
  text: string,
  named: readonly Named[],
): Promise<Mention[]> {
  if (named.length === 0) return []
  const ids = [...new Set(named.map(({ personId }) => personId))]
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'role', 'disabled_at as disabledAt'])
    .where('id', 'in', ids)
    .execute()
  const people = new Map(rows.map((person) => [person.id, person]))
  const mentions = named.map(({ personId, place }) => {
    const person = people.get(personId)
    if (!person) throw new NotFound('person.not-found', 'Nobody here has this id')
    refuseUnreachable(person)
    if (!text.startsWith(`@${person.name}`, place)) throw misplaced(person.name)
    return { person: { id: person.id, name: person.name }, place, length: person.name.length + 1 }
  })
  return inOrder(mentions)
}

type Reached = { name: string; role: keyof typeof permissionsOf; disabledAt: Date | null }

function refuseUnreachable({ name, role, disabledAt }: Reached): void {
  if (disabledAt !== null) {
    throw new Conflict(
      'mention.disabled',
      sentence`${name} is disabled and would not read it: take the mention out, or name somebody else`,
    )
  }
  if (permissionsOf[role].has('ticket:read')) return
  throw new Conflict(
    'mention.may-not-see',
    sentence`${name} may not see tickets: take the mention out, or name somebody else`,
  )
}

function misplaced(name: string): Invalid {
  return new Invalid(
    'mention.misplaced',
    sentence`“@${name}” does not stand where the note is said to name them: name each where their name begins, and no two at one place`,
  )
}

/** By place; two that overlap name nobody. */
function inOrder(mentions: readonly Mention[]): Mention[] {
  const ordered = mentions.toSorted((one, other) => one.place - other.place)
  for (const [index, { place, person }] of ordered.entries()) {
    const before = ordered[index - 1]
    if (before && before.place + before.length > place) throw misplaced(person.name)
  }
  return ordered
}

export async function storeMentions(
  tx: Transaction<DB>,
  messageId: string,
  mentions: readonly Mention[],
): Promise<void> {
  if (mentions.length === 0) return
  const rows = mentions.map(({ person, place, length }) => ({
    message_id: messageId,
    person_id: person.id,
    place,
    length,
  }))
  await tx.insertInto('mention').values(rows).execute()
}

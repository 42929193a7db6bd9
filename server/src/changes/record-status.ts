import type { ComponentState } from '@firstline/contract/changes'
import { z } from 'zod'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { statusChanged, statusNoted } from './events.ts'
import type { ComponentChange } from './events.ts'
import type { PageComponent } from './status-page.ts'

/** The status page as it is now, with what changed since it last answered. */
export const recordStatus = defineVerb({
  permission: 'change:write',
  input: z.object({ components: z.custom<PageComponent[]>() }),
  async run({ tx, clock }, { components }) {
    const before = await lockComponents(tx)
    if (isSame(before, components)) throw new Conflict('status.unchanged', 'Nothing changed')
    const changes = changesBetween(before, components, clock.now())
    await writeComponents(tx, before, components, clock.now())
    if (changes.length > 0)
      await tx.insertInto('status_change').values(changes.map(rowOf)).execute()
    const [first, ...others] = changes.map(statusChanged)
    return { result: changes, events: [first ?? statusNoted(components.length), ...others] }
  },
})

type Tx = VerbContext['tx']
type Known = Awaited<ReturnType<typeof lockComponents>>

/** Two nodes may have asked at once: the second sees what the first wrote. */
async function lockComponents(tx: Tx) {
  const rows = await tx
    .selectFrom('status_component')
    .select(['name', 'title', 'position', 'state', 'since', 'note'])
    .orderBy('name')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.name, row]))
}

function isSame(before: Known, components: readonly PageComponent[]): boolean {
  if (before.size !== components.length) return false
  return components.every((component, position) => {
    const known = before.get(component.name)
    return (
      known !== undefined &&
      known.state === component.state &&
      known.title === component.title &&
      known.note === component.note &&
      known.position === position
    )
  })
}

function changesBetween(
  before: Known,
  components: readonly PageComponent[],
  now: Date,
): ComponentChange[] {
  return components.flatMap(({ name, title, state, since, note }) => {
    const known = before.get(name)
    if (known ? known.state === state : state === 'operational') return []
    // the page knows better than the poll when it began, unless it repeats an older beginning
    const at = since && since <= now && (!known || since > known.since) ? since : now
    return [
      { name, title, from: (known?.state ?? null) as ComponentState | null, to: state, at, note },
    ]
  })
}

async function writeComponents(
  tx: Tx,
  before: Known,
  components: readonly PageComponent[],
  now: Date,
): Promise<void> {
  const gone = [...before.keys()].filter((name) => !components.some((each) => each.name === name))
  if (gone.length > 0) await tx.deleteFrom('status_component').where('name', 'in', gone).execute()
  if (components.length === 0) return
  await tx
    .insertInto('status_component')
    .values(
      components.map(({ name, title, state, since, note }, position) => {
        const known = before.get(name)
        const isUnchanged = known?.state === state
        return {
          name,
          title,
          position,
          state,
          note,
          since: since ?? (isUnchanged ? known.since : now),
        }
      }),
    )
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((excluded) => ({
        title: excluded.ref('excluded.title'),
        position: excluded.ref('excluded.position'),
        state: excluded.ref('excluded.state'),
        since: excluded.ref('excluded.since'),
        note: excluded.ref('excluded.note'),
      })),
    )
    .execute()
}

function rowOf({ name, title, from, to, at, note }: ComponentChange) {
  return { component: name, title, at, from_state: from, to_state: to, note }
}

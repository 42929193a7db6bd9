import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openCase } from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import { proofAction, undoneBy, writeFiles } from './testing/bypass-actions.ts'
import type { Limit } from './testing/bypass-actions.ts'
import { approve, entries } from './testing/bypass-entries.ts'
import type { Entry, EntryName } from './testing/bypass-entries.ts'
import { guards, impossible, noSeconds } from './testing/bypass-guards.ts'
import type { Guard, GuardName, NoSecond } from './testing/bypass-guards.ts'
import { createWorld, refusalIn } from './testing/bypass-world.ts'

const world = await createWorld()
const { company, app } = world

const entryNames = Object.keys(entries) as EntryName[]
const seconds = Object.entries<NoSecond>(noSeconds)
const guardNames = [...Object.keys(guards), ...Object.keys(noSeconds)] as GuardName[]
const actionOf = (entry: EntryName, guard: GuardName | 'none') => `${entry}.${guard}`

/** An action for each cell, so that no cell's runs count for another's limits. */
function filesOf(name: EntryName): string[] {
  const entry: Entry = entries[name]
  return (['none', ...guardNames] as const).flatMap((guard) => {
    const limits = new Set<Limit>((guards as Record<string, Guard>)[guard]?.limits)
    if (entry.isApproval || Object.hasOwn(noSeconds, guard)) limits.add('two-person')
    const id = actionOf(name, guard)
    return [proofAction(id, limits, Boolean(entry.isUndo)), ...(entry.isUndo ? [undoneBy(id)] : [])]
  })
}

beforeAll(async () => {
  writeFiles(company.place.folder, world.metrics.url, entryNames.flatMap(filesOf))
  for (const { sources } of [company, app]) {
    await sources.project.reload()
    const [problem] = sources.project.problems()
    if (problem) throw new Error(JSON.stringify(problem))
  }
})

// what is done beside the desk that listens happens at its time
beforeEach(() => company.clock.set(new Date()))

const callsOf = ({ exportId }: Case) => company.target.calls(exportId)
const runsOf = async ({ ticketId }: Case) => {
  const rows = company.db.selectFrom('action_run').select('id').where('ticket_id', '=', ticketId)
  return (await rows.execute()).length
}

/** What the target and the record have seen since the world was changed. */
function watch(on: Case) {
  let before = { calls: 0, runs: 0 }
  return {
    async begin() {
      before = { calls: callsOf(on).length, runs: await runsOf(on) }
    },
    async since() {
      return { calls: callsOf(on).length - before.calls, runs: (await runsOf(on)) - before.runs }
    },
  }
}

async function tryCell(name: EntryName, guardName: keyof typeof guards) {
  const on = await openCase(company)
  const entry: Entry = entries[name]
  const guard: Guard = guards[guardName]
  const action = actionOf(name, guardName)
  guard.prepare?.(world, on)
  const watched = watch(on)
  let restore: (() => Promise<unknown>) | undefined
  const said = await entry.confirm(world, { on, action }, async () => {
    const cell = { world, entry: name, action, on, isUndo: Boolean(entry.isUndo) }
    restore = (await guard.violate(cell)) ?? undefined
    await watched.begin()
  })
  await restore?.()
  const refusal = (entry.isApproval && guard.ofApproval) || guard.refusal
  return { said, refusal, seen: await watched.since() }
}

const tally = new Map<string, string>()
const note = (entry: EntryName, guard: string, what: string) =>
  void tally.set(actionOf(entry, guard as GuardName), what)

// a command is a process of its own, which a busy machine starts slowly
describe.each(entryNames)('%s', (name) => {
  const isRetry = name === 'retry'

  test('does it once when nothing is in the way', async () => {
    const on = await openCase(company)
    const watched = watch(on)
    await watched.begin()
    const action = actionOf(name, 'none')
    const said = await entries[name].confirm(world, { on, action }, watched.begin)
    expect(said).toBe('done')
    const keys = new Set(callsOf(on).map(({ key }) => key))
    // the first attempt had reached the target before the retry was watched
    expect(await watched.since()).toEqual({ calls: 1, runs: isRetry ? 0 : 1 })
    expect(keys.size).toBe(entries[name] === entries.undo || name === 'approval-of-undo' ? 2 : 1)
    note(name, 'none', 'done')
  })

  for (const guardName of Object.keys(guards) as (keyof typeof guards)[]) {
    const reason = impossible(name, guardName)
    if (reason) {
      note(name, guardName, reason)
      continue
    }
    test(`refuses by ${guardName}, and the target sees nothing`, async () => {
      const { said, refusal, seen } = await tryCell(name, guardName)
      expect(said).toMatch(refusal)
      expect(seen).toEqual({ calls: 0, runs: 0 })
      note(name, guardName, 'refused')
    })
  }

  for (const [why, { by, violate, refusal }] of seconds) {
    const guardName = why as GuardName
    const reason = impossible(name, guardName)
    if (reason) {
      note(name, guardName, reason)
      continue
    }
    test(`refuses as the second person by ${why}`, async () => {
      const on = await openCase(company)
      const watched = watch(on)
      const entry: Entry = entries[name]
      const action = actionOf(name, guardName)
      const id = await entry.ask(world, { on, action })
      const restore = await violate?.({ world, entry: name, action, on, isUndo: false })
      await watched.begin()
      const answer = await approve(world, world.sessionOf[by], id)
      await restore?.()
      expect(refusalIn(answer)).toBe(refusal)
      expect(await watched.since()).toEqual({ calls: 0, runs: 0 })
      note(name, guardName, 'refused')
    })
  }
})

afterAll(() => {
  const reasons = [...new Set([...tally.values()].filter((what) => !/^(done|refused)$/.test(what)))]
  const sign = (what = '?') => ({ done: '✓', refused: '×' })[what] ?? `${reasons.indexOf(what) + 1}`
  const rows = (['none', ...guardNames] as const).map((guard) => {
    const cells = entryNames.map((entry) =>
      sign(tally.get(actionOf(entry, guard))).padStart(entry.length),
    )
    return `  ${guard.padEnd(16)}  ${cells.join('  ')}`
  })
  const refused = [...tally.values()].filter((what) => what === 'refused').length
  const done = [...tally.values()].filter((what) => what === 'done').length
  process.stdout.write(
    `${[
      `Bypass matrix: ${refused} cells refused, the target saw nothing of them; ${done} of ${entryNames.length} entries do it when nothing is in the way`,
      `  ${' '.repeat(16)}  ${entryNames.join('  ')}`,
      ...rows,
      ...reasons.map((reason, n) => `  ${n + 1}: cannot be: ${reason}`),
    ].join('\n')}\n`,
  )
})

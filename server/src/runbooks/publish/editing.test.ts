import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#server/core/actor.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { followRunbookFiles } from './load-runbooks.ts'
import { publishRunbook } from './publish-runbook.ts'
import {
  compareRunbook,
  getRunbook,
  lintRunbookText,
  listRunbooks,
  testRunbookText,
} from '#server/runbooks/queries.ts'
import { restoreRunbook } from './restore-runbook.ts'
import { retireRunbook } from './retire-runbook.ts'
import { saveRunbookDraft } from './save-runbook-draft.ts'
import { orderOf, parcelRunbook, runbookDesk, ticketOf } from '#server/runbooks/testing/shop.ts'
import { listChanges } from '#server/runbooks/list-changes.ts'
import { tryRunbook } from '#server/runbooks/run/try-runbook.ts'
import { verifyRunbook } from './verify-runbook.ts'
import { dropWorkingCopy, getRunbookEditing, keepWorkingCopy } from './keep-working-copy.ts'

const desk = await runbookDesk(await createTestDesk())
let engineer: PersonActor
let other: PersonActor
beforeAll(async () => {
  engineer = await createPerson(desk, { role: 'engineer', line: 'L2', name: 'Emil' })
  other = await createPerson(desk, { role: 'engineer', line: 'L2', name: 'Olga' })
})

const textOf = (id: string, title = 'Parcel not received') =>
  parcelRunbook
    .replace('id: parcel-not-received', `id: ${id}`)
    .replace(/title: .*/, `title: ${title}`)

async function publish(id: string, baseVersion = 0, title?: string) {
  const draft = { id, source: textOf(id, title), baseVersion }
  const { latestVersion: version } = await saveRunbookDraft(desk, engineer, draft)
  return publishRunbook(desk, engineer, { id, version, note: 'Read and approved' })
}

async function eventsOf(id: string): Promise<string[]> {
  const events = await desk.db
    .selectFrom('event')
    .select(['name', 'data'])
    .where('name', 'like', 'runbook.%')
    .orderBy('id')
    .execute()
  return events
    .filter(({ data }) => (data as { runbook?: string }).runbook === id)
    .map(({ name }) => name)
}

describe('a published runbook', () => {
  test('is retired with a reason, and an older text comes back as a draft', async () => {
    await publish('e-one', 0, 'First')
    await publish('e-one', 1, 'Second')
    const retired = await retireRunbook(desk, engineer, {
      id: 'e-one',
      version: 2,
      reason: 'The carrier answers itself now',
    })
    expect(retired).toMatchObject({ state: 'retired', publishedVersion: null })
    expect(retired.versions[0]!.retired).toMatchObject({
      by: { name: 'Emil' },
      reason: 'The carrier answers itself now',
    })
    const restored = await restoreRunbook(desk, other, { id: 'e-one', version: 1, baseVersion: 2 })
    expect(restored).toMatchObject({ draftVersion: 3, source: textOf('e-one', 'First') })
    const { from, to } = await compareRunbook(desk, someAgent, { id: 'e-one', from: 2, to: 3 })
    expect([from.source, to.source]).toEqual([textOf('e-one', 'Second'), textOf('e-one', 'First')])
    expect((await eventsOf('e-one')).slice(-2)).toEqual(['runbook.retired', 'runbook.drafted'])
  })

  test('is not retired twice, and no version is restored that nobody has seen', async () => {
    await publish('e-two')
    const retire = () => retireRunbook(desk, engineer, { id: 'e-two', version: 1, reason: 'Gone' })
    await retire()
    await expect(retire()).rejects.toMatchObject({ reason: 'runbook.not-published' })
    const restore = (version: number, baseVersion: number) =>
      restoreRunbook(desk, engineer, { id: 'e-two', version, baseVersion })
    await expect(restore(7, 1)).rejects.toMatchObject({ reason: 'runbook.not-found' })
    await restore(1, 1)
    await expect(restore(1, 1)).rejects.toMatchObject({ reason: 'runbook.edited-meanwhile' })
    const retireByAgent = retireRunbook(desk, someAgent, { id: 'e-two', version: 1, reason: 'No' })
    await expect(retireByAgent).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('that was retired by hand is not put back by its file unseen', async () => {
    const file = join(desk.folder, 'runbooks/e-three.md')
    await writeFile(file, textOf('e-three'))
    await desk.sources.project.reload()
    const state = async () => (await stateOf('e-three'))?.state
    await expect.poll(state).toBe('published')
    await retireRunbook(desk, engineer, { id: 'e-three', version: 1, reason: 'Wrong carrier' })
    await writeFile(file, textOf('e-three', 'Changed'))
    await desk.sources.project.reload()
    await expect.poll(state).toBe('draft')
    expect(await stateOf('e-three')).toMatchObject({ publishedVersion: null, draftVersion: 2 })
  })

  test('that was pushed stays when the folder is read again as it was', async () => {
    const file = join(desk.folder, 'runbooks/e-eight.md')
    await writeFile(file, textOf('e-eight'))
    await desk.sources.project.reload()
    await expect.poll(async () => (await stateOf('e-eight'))?.publishedVersion).toBe(1)
    const pushed = { id: 'e-eight', source: textOf('e-eight', 'Pushed'), baseVersion: 1 }
    await saveRunbookDraft(desk, engineer, { ...pushed, origin: 'git' })
    await publishRunbook(desk, engineer, { id: 'e-eight', version: 2, note: 'Pushed' })
    const stop = await followRunbookFiles(desk)
    stop()
    expect(await stateOf('e-eight')).toMatchObject({ title: 'Pushed', publishedVersion: 2 })
  })

  test('is stale once a source it names or a service it looks at has changed, until verified', async () => {
    const looks = textOf('e-four').replace(
      '  neighbour:',
      '  deploys: { source: shop.changes, with: { services: [parcels] } }\n  neighbour:',
    )
    await addSource('shop.changes', 'builtin: changes')
    const draft = { id: 'e-four', source: looks, baseVersion: 0 }
    await saveRunbookDraft(desk, engineer, draft)
    await publishRunbook(desk, engineer, { id: 'e-four', version: 1, note: 'Fine' })
    expect(await stateOf('e-four')).toMatchObject({ stale: [], verified: { by: { name: 'Emil' } } })
    const ticketId = await typedTicket('parcels.missing')
    const elsewhere = await typedTicket(null)

    desk.clock.advance(60_000)
    const at = desk.clock.now()
    const deploy = { service: 'parcels', version: '2.4.0', environment: 'production', at }
    await desk.db
      .insertInto('deploy')
      .values({ ...deploy, recorded_at: at })
      .execute()
    const concerns = async (id: string) =>
      (await listChanges(desk, someAgent, { ticketId: id })).items[0]?.concernsTicket
    expect([await concerns(ticketId), await concerns(elsewhere)]).toEqual([true, false])
    await addSource('shop.changes', 'builtin: changes\nempty: Nothing was deployed')
    await expect
      .poll(async () => (await stateOf('e-four'))!.stale)
      .toMatchObject([
        {
          kind: 'source',
          name: 'shop.changes',
          reason: 'The source shop.changes has changed since',
        },
        { kind: 'service', name: 'parcels', reason: 'parcels was deployed since (version 2.4.0)' },
      ])
    desk.clock.advance(60_000)
    const verified = await verifyRunbook(desk, other, { id: 'e-four', version: 1 })
    expect(verified).toMatchObject({ stale: [], verified: { by: { name: 'Olga' } } })
    expect((await eventsOf('e-four')).at(-1)).toBe('runbook.verified')
  })
})

describe('two people who change a runbook', () => {
  test('are told of each other, and each finds the own text again', async () => {
    await publish('e-five')
    const mine = { id: 'e-five', source: 'half a sent', baseVersion: 1 }
    const kept = await keepWorkingCopy(desk, engineer, mine)
    expect(kept).toMatchObject({ mine: { source: 'half a sent', baseVersion: 1 }, others: [] })
    desk.clock.advance(60_000)
    const theirs = await keepWorkingCopy(desk, other, { ...mine, source: 'another half' })
    expect(theirs.others).toMatchObject([{ person: { name: 'Emil' }, baseVersion: 1 }])
    const seen = await getRunbookEditing(desk, engineer, { id: 'e-five' })
    expect(seen).toMatchObject({
      mine: { source: 'half a sent' },
      others: [{ person: { name: 'Olga' } }],
    })
    await dropWorkingCopy(desk, other, { id: 'e-five' })
    await expect(dropWorkingCopy(desk, other, { id: 'e-five' })).rejects.toMatchObject({
      reason: 'runbook.no-working-copy',
    })
    await saveRunbookDraft(desk, engineer, { ...mine, source: textOf('e-five', 'Whole') })
    expect(await getRunbookEditing(desk, other, { id: 'e-five' })).toMatchObject({ others: [] })
  })

  test('cannot overwrite each other: the second gets both texts', async () => {
    await publish('e-six', 0, 'Base')
    await saveRunbookDraft(desk, other, {
      id: 'e-six',
      source: textOf('e-six', 'Hers'),
      baseVersion: 1,
    })
    const second = saveRunbookDraft(desk, engineer, {
      id: 'e-six',
      source: textOf('e-six', 'His'),
      baseVersion: 1,
    })
    await expect(second).rejects.toMatchObject({
      reason: 'runbook.edited-meanwhile',
      message: expect.stringMatching(/^Olga saved version 2 after version 1/),
      extra: {
        meanwhile: {
          version: 2,
          by: 'Olga',
          source: textOf('e-six', 'Hers'),
          baseSource: textOf('e-six', 'Base'),
        },
      },
    })
  })
})

describe('a text that is being written', () => {
  test('is linted and tested without being stored', async () => {
    const source = textOf('e-seven').replace("'packing'\", action", "'sent'\", action")
    const { problems, states } = await lintRunbookText(desk, engineer, { source })
    expect(problems[0]).toMatchObject({
      severity: 'error',
      reason: expect.stringContaining('both match'),
    })
    expect(states).toMatchObject({ isComplete: true })
    const { results, uncovered } = await testRunbookText(desk, engineer, { source })
    expect(results.map(({ isPassed }) => isPassed)).toEqual([false, false, false, true, true])
    expect(results[0]!.reason).toBe(
      "This state should be packing, but no cause matches (packing: order.state = 'packing')",
    )
    expect(uncovered).toEqual([])
    await expect(getRunbook(desk, engineer, { id: 'e-seven' })).rejects.toMatchObject({
      reason: 'runbook.not-found',
    })
  })

  test('is tried on a ticket: real reads, logged as a look at the account, and no run', async () => {
    const { ticket, account } = await ticketOf(desk, someAgentOf(other))
    const first = await orderOf(desk, account, { state: 'delivered' })
    await orderOf(desk, account, { state: 'packing', ageS: 10 })
    const attempt = { source: parcelRunbook, ticketNumber: ticket.number }
    const open = await tryRunbook(desk, engineer, attempt)
    expect(open).toMatchObject({ state: 'waiting', picks: [{ state: 'open' }], outcome: null })
    const picks = { order_id: first }
    const asked = await tryRunbook(desk, engineer, { ...attempt, picks })
    expect(asked.causes.find(({ cause }) => cause === 'found')).toMatchObject({
      verdict: 'undecided',
      because: 'neighbour has no value',
    })
    const found = await tryRunbook(desk, engineer, {
      ...attempt,
      picks,
      answers: { neighbour: true },
    })
    expect(found).toMatchObject({ state: 'cause_found', outcome: { cause: 'found' } })
    expect(found.causes.find(({ cause }) => cause === 'packing')).toEqual({
      cause: 'packing',
      verdict: 'does_not_match',
      because: "order.state = 'delivered'",
    })
    const [runs, views] = await Promise.all([
      desk.db.selectFrom('runbook_run').select('id').where('ticket_id', '=', ticket.id).execute(),
      desk.db
        .selectFrom('event')
        .select('actor_id')
        .where('ticket_id', '=', ticket.id)
        .where('name', '=', 'account.viewed')
        .execute(),
    ])
    expect([runs, views]).toEqual([[], [{ actor_id: engineer.id }]])
  })

  test('takes no record the account does not have, and no text that cannot be read', async () => {
    const { ticket, account } = await ticketOf(desk, someAgentOf(other))
    const stranger = await ticketOf(desk, someAgentOf(other))
    const foreign = await orderOf(desk, stranger.account)
    await orderOf(desk, account)
    await orderOf(desk, account)
    const attempt = { source: parcelRunbook, ticketNumber: ticket.number }
    const tried = await tryRunbook(desk, engineer, { ...attempt, picks: { order_id: foreign } })
    expect(tried.picks).toMatchObject([{ state: 'open', value: null }])
    await expect(tryRunbook(desk, engineer, { ...attempt, source: 'no' })).rejects.toMatchObject({
      reason: 'runbook.not-readable',
    })
    await expect(tryRunbook(desk, someAgent, attempt)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      tryRunbook(desk, engineer, { ...attempt, ticketNumber: 9_999_999 }),
    ).rejects.toMatchObject({ reason: 'ticket.not-found' })
  })
})

function someAgentOf(person: PersonActor): PersonActor {
  return { ...person, role: 'agent' }
}

async function stateOf(id: string) {
  const { items } = await listRunbooks(desk, someAgent, {})
  return items.find((each) => each.id === id)
}

async function typedTicket(type: string | null): Promise<string> {
  const about = { subject: 'A question', text: 'Of which no runbook knows' }
  const { ticket } = await ticketOf(desk, someAgentOf(other), about)
  await desk.db.updateTable('ticket').set({ type }).where('id', '=', ticket.id).execute()
  return ticket.id
}

async function addSource(id: string, definition: string): Promise<void> {
  const head = `apiVersion: firstline/v1\nkind: Source\nid: ${id}\ntitle: Changes\n`
  await writeFile(join(desk.folder, `sources/${id}.yaml`), `${head}${definition}\n`)
  await desk.sources.project.reload()
}

import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import {
  openConnections,
  parcelRunbook,
  runbookDesk,
  ticketOf,
} from '#server/runbooks/testing/shop.ts'
import { followRunbookFiles } from './load-runbooks.ts'
import { matchOnEvent } from '#server/runbooks/match/match-runbook.ts'
import { publishRunbook } from './publish-runbook.ts'
import { getRunbook, listRunbooks } from '#server/runbooks/queries.ts'
import { saveRunbookDraft } from './save-runbook-draft.ts'

const desk = await runbookDesk(await createTestDesk())
const engineer = await createPerson(desk, { role: 'engineer' })
const agent = await createPerson(desk)

/** A runbook of its own for a test, as text. */
function textOf(id: string, title = 'A runbook'): string {
  return parcelRunbook
    .replace('id: parcel-not-received', `id: ${id}`)
    .replace('title: Parcel not received', `title: ${title}`)
}

async function saveNew(id: string) {
  return saveRunbookDraft(desk, engineer, { id, source: textOf(id), baseVersion: 0 })
}

async function publishNew(id: string) {
  await saveNew(id)
  return publishRunbook(desk, engineer, { id, version: 1, note: 'First' })
}

describe('a draft', () => {
  test('is saved as a version and published', async () => {
    const saved = await saveNew('d-one')
    expect(saved).toMatchObject({ state: 'draft', draftVersion: 1, problems: [] })
    const published = await publishRunbook(desk, engineer, {
      id: 'd-one',
      version: 1,
      note: 'Fine',
    })
    expect(published).toMatchObject({
      state: 'published',
      publishedVersion: 1,
      draftVersion: null,
      shown: { note: 'Fine', publishedBy: { id: engineer.id } },
    })
  })

  test('with problems is kept, and cannot be published', async () => {
    const source = textOf('d-two').replace('order.hurry', 'order.hury')
    const saved = await saveRunbookDraft(desk, engineer, { id: 'd-two', source, baseVersion: 0 })
    expect(saved.problems).toMatchObject([{ reason: 'There is no action “order.hury”' }])
    const publish = publishRunbook(desk, engineer, { id: 'd-two', version: 1, note: 'Fine' })
    await expect(publish).rejects.toMatchObject({
      reason: 'runbook.not-publishable',
      extra: { errors: [{ message: expect.stringContaining('order.hurry') }] },
    })
    expect((await getRunbook(desk, agent, { id: 'd-two' })).source).toBe(source)
  })

  test('that is no runbook at all is kept as well', async () => {
    const source = 'half a sent'
    const saved = await saveRunbookDraft(desk, engineer, { id: 'd-three', source, baseVersion: 0 })
    expect(saved).toMatchObject({ content: null, source })
    expect(saved.problems).not.toEqual([])
  })

  test('cannot change the id of its runbook', async () => {
    const draft = { id: 'd-four', source: textOf('d-five'), baseVersion: 0 }
    await expect(saveRunbookDraft(desk, engineer, draft)).rejects.toMatchObject({
      reason: 'runbook.id-changed',
    })
    await expect(getRunbook(desk, agent, { id: 'd-four' })).rejects.toMatchObject({
      reason: 'runbook.not-found',
    })
  })

  test('of five editors at once: one wins, the others are told and nothing is overwritten', async () => {
    await publishNew('d-six')
    const save = (title: string) =>
      saveRunbookDraft(desk, engineer, {
        id: 'd-six',
        source: textOf('d-six', title),
        baseVersion: 1,
      })
    await openConnections(desk)
    const all = await Promise.allSettled(['Mine', 'Yours', 'Hers', 'His', 'Theirs'].map(save))
    const lost = all.filter((each) => each.status === 'rejected')
    expect(lost.map(({ reason }) => reason.reason)).toEqual(
      Array(4).fill('runbook.edited-meanwhile'),
    )
    const after = await getRunbook(desk, agent, { id: 'd-six' })
    expect(after.versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'draft'],
      [1, 'published'],
    ])
  })

  test('that was edited again is not published unread', async () => {
    await saveNew('d-seven')
    const source = textOf('d-seven', 'Changed')
    await saveRunbookDraft(desk, engineer, { id: 'd-seven', source, baseVersion: 1 })
    const publish = (version: number) =>
      publishRunbook(desk, engineer, { id: 'd-seven', version, note: 'Read and approved' })
    await expect(publish(1)).rejects.toMatchObject({ reason: 'runbook.edited-meanwhile' })
    await publish(2)
    await expect(publish(2)).rejects.toMatchObject({ reason: 'runbook.not-publishable' })
    await expect(publish(9)).rejects.toMatchObject({ reason: 'runbook.not-found' })
    const { versions } = await getRunbook(desk, agent, { id: 'd-seven' })
    expect(versions.map(({ state }) => state)).toEqual(['published', 'superseded'])
  })

  test('is for engineers, not for agents', async () => {
    const draft = { id: 'd-eight', source: textOf('d-eight'), baseVersion: 0 }
    await expect(saveRunbookDraft(desk, agent, draft)).rejects.toMatchObject({ kind: 'forbidden' })
    const publish = publishRunbook(desk, agent, { id: 'd-one', version: 1, note: 'Nope' })
    await expect(publish).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('a runbook file', () => {
  async function write(name: string, text: string): Promise<void> {
    await writeFile(join(desk.folder, `runbooks/${name}.md`), text)
    await desk.sources.project.reload()
  }
  const versions = async (id: string) =>
    (await getRunbook(desk, agent, { id })).versions.map((v) => [v.version, v.state, v.origin])

  test('is published when it comes and when it changes, and only then', async () => {
    await write('f-one', textOf('f-one'))
    await expect.poll(() => versions('f-one').catch(() => [])).toEqual([[1, 'published', 'git']])
    const stop = await followRunbookFiles(desk)
    stop()
    expect(await versions('f-one')).toHaveLength(1)
    await write('f-one', textOf('f-one', 'Other'))
    await expect
      .poll(() => versions('f-one'))
      .toEqual([
        [2, 'published', 'git'],
        [1, 'retired', 'git'],
      ])
  })

  test('that does not load is said with file and line, and the last good one stays', async () => {
    await write('f-two', textOf('f-two'))
    await expect.poll(() => versions('f-two').catch(() => [])).toHaveLength(1)
    await write('f-two', textOf('f-two').replace('source: orders.by_id', 'source: orders.byid'))
    const { items, problems } = await listRunbooks(desk, agent, {})
    expect(problems).toMatchObject([
      {
        file: 'runbooks/f-two.md',
        line: 13,
        reason: 'There is no source “orders.byid”',
        suggestion: 'orders.by_id',
      },
    ])
    expect(items.find(({ id }) => id === 'f-two')).toMatchObject({ publishedVersion: 1 })
    await rm(join(desk.folder, 'runbooks/f-two.md'))
    await desk.sources.project.reload()
  })

  test('does not undo what was published in the browser: it waits as a draft', async () => {
    await write('f-three', textOf('f-three'))
    await expect.poll(() => versions('f-three').catch(() => [])).toHaveLength(1)
    const source = textOf('f-three', 'Edited in the browser')
    await saveRunbookDraft(desk, engineer, { id: 'f-three', source, baseVersion: 1 })
    await publishRunbook(desk, engineer, { id: 'f-three', version: 2, note: 'Edited' })
    await write('f-three', textOf('f-three', 'Edited in Git'))
    await expect
      .poll(() => versions('f-three'))
      .toEqual([
        [3, 'draft', 'git'],
        [2, 'published', 'browser'],
        [1, 'retired', 'git'],
      ])
  })

  test('that changes under an open draft makes the editor look again', async () => {
    await write('f-four', textOf('f-four'))
    await expect.poll(() => versions('f-four').catch(() => [])).toHaveLength(1)
    const source = textOf('f-four', 'Draft')
    await saveRunbookDraft(desk, engineer, { id: 'f-four', source, baseVersion: 1 })
    await write('f-four', textOf('f-four', 'From Git'))
    await expect.poll(() => versions('f-four')).toHaveLength(3)
    await expect(
      publishRunbook(desk, engineer, { id: 'f-four', version: 2, note: 'Mine' }),
    ).rejects.toMatchObject({ reason: 'runbook.edited-meanwhile' })
    const saved = await saveRunbookDraft(desk, engineer, { id: 'f-four', source, baseVersion: 3 })
    expect(saved.shown).toMatchObject({ version: 4, state: 'draft' })
  })
})

test('the reaction to a new ticket may run twice and matches once', async () => {
  const { ticket } = await ticketOf(desk, agent)
  const event = { ...someEvent, ticketId: ticket.id }
  await matchOnEvent(desk)(event)
  await matchOnEvent(desk)(event)
  const names = await desk.db
    .selectFrom('event')
    .select('name')
    .where('ticket_id', '=', ticket.id)
    .where('name', 'in', ['runbook.matched', 'ticket.type_changed'])
    .orderBy('id')
    .execute()
  expect(names.map(({ name }) => name)).toEqual(['runbook.matched', 'ticket.type_changed'])
})

const someEvent = {
  id: '1',
  at: new Date(),
  name: 'ticket.received' as const,
  actorKind: 'customer',
  actorId: null,
  ticketId: null,
  accountId: null,
  data: {},
}

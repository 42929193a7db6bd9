import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import type { Event } from '#server/core/events.ts'
import { setTicketType } from '#server/tickets/set-ticket-type.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { abandonRun } from '#server/runbooks/run/abandon-run.ts'
import { readConfirmations } from './match-examples.ts'
import { learnMatching } from './match-learn.ts'
import { listRunbookMatches } from './list-runbook-matches.ts'
import { refuseRunbookMatch } from './refuse-runbook-match.ts'
import { matchOnEvent } from './match-runbook.ts'
import { startRunbook } from '#server/runbooks/run/start-runbook.ts'
import { runbookDesk, ticketOf } from '#server/runbooks/testing/shop.ts'

const desk = await runbookDesk(await createTestDesk())
const agent = await createPerson(desk)
const runbook = 'parcel-not-received'

const parcels = [
  'Wo bleibt mein Paket?',
  'Das Paket kam bis heute nicht an',
  'Meine Lieferung fehlt, Paket nicht da',
  'Paket seit zwei Wochen unterwegs',
  'Wann kommt das Paket endlich',
  'Ich warte noch auf mein Paket',
  'Lieferung laut Verfolgung zugestellt, aber kein Paket',
  'Das Päckchen ist verloren gegangen',
  'Unser Paket ist nicht angekommen',
  'Paket verschwunden',
  'Die Lieferung ist überfällig',
  'Bis jetzt keine Lieferung erhalten',
]
const howTos = [
  'Wie ändere ich meine Adresse?',
  'Wie kann ich das Passwort ändern',
  'Wo finde ich die Einstellungen',
  'Wie lade ich Kollegen ein?',
  'Wo ändere ich die Sprache der Oberfläche',
  'Wie füge ich einen Benutzer hinzu',
  'Wie stelle ich die Benachrichtigungen ab?',
  'Wo kann ich mein Profil bearbeiten',
  'Wie exportiere ich die Einstellungen',
  'Wo sehe ich meine Benutzer',
  'Wie ändere ich den Namen des Profils',
  'Wie richte ich die Oberfläche ein',
]

async function ticketSaying(subject: string, by: Actor = agent): Promise<string> {
  const { ticket } = await ticketOf(desk, by, { subject, text: subject })
  return ticket.id
}

async function receive(subject: string) {
  const ticketId = await ticketSaying(subject)
  const event = { ticketId, name: 'ticket.received' } as unknown as Event
  await matchOnEvent(desk)(event)
  await matchOnEvent(desk)(event) // a job may run twice
  const row = await desk.db
    .selectFrom('ticket')
    .select(['type', 'matched_runbook as runbook'])
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  return { ...row, ticketId, matches: await listRunbookMatches(desk, agent, { ticketId }) }
}

async function modelId(): Promise<string | undefined> {
  const row = await desk.db.selectFrom('match_model').select('id').executeTakeFirst()
  return row?.id
}

describe('before anybody confirmed anything', () => {
  test('symptoms alone speak, and nothing is learned from too little', async () => {
    await learnMatching(desk)
    expect(await modelId()).toBeUndefined()
    expect(await receive('Paket fehlt')).toMatchObject({ type: null, runbook: null })
    const english = await receive('My parcel never came')
    expect(english).toMatchObject({ type: 'parcels.missing', runbook })
    expect(english.matches.items[0]).toMatchObject({ isMatch: true, learned: null })
    expect(english.matches.types).toEqual([])
  })
})

describe('what agents confirm', () => {
  test('finds runbook and type of tickets whose words no symptom has', async () => {
    for (const subject of parcels) {
      await startRunbook(desk, agent, { ticketId: await ticketSaying(subject), runbook })
    }
    for (const subject of howTos) {
      const ticketId = await ticketSaying(subject)
      await setTicketType(desk, agent, { ticketId, type: 'how-to' })
    }
    await learnMatching(desk)
    const parcel = await receive('Mein Paket ist immer noch nicht da, wo bleibt die Lieferung?')
    expect(parcel).toMatchObject({ type: 'parcels.missing', runbook })
    expect(parcel.matches.items[0]).toMatchObject({ runbook: { id: runbook }, isMatch: true })
    expect(parcel.matches.items[0]!.learned!.words.join(' ')).toMatch(/paket|lieferung/)
    const howTo = await receive('Wie ändere ich die Einstellungen?')
    expect(howTo).toMatchObject({ type: 'how-to', runbook: null })
    expect(howTo.matches.types[0]).toMatchObject({ type: 'how-to', isMatch: true })
  })

  test('says nothing of what it never met', async () => {
    expect(await receive('Invoice for March')).toMatchObject({ type: null, runbook: null })
  })

  test('is learned once: without anything new the model stays', async () => {
    const before = await modelId()
    await learnMatching(desk)
    expect(await modelId()).toBe(before)
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from event where name = 'runbook.matching_learned'`.execute(
      desk.db,
    )
    expect(rows[0]!.count).toBe(1)
  })

  test('is only what people said: not the product, not a run that was abandoned', async () => {
    const before = await readConfirmations(desk.db)
    await receive('My parcel never came')
    const ticketId = await ticketSaying('Abandoned parcel')
    const run = await startRunbook(desk, agent, { ticketId, runbook })
    if (run.state === 'waiting' || run.state === 'checking') {
      await abandonRun(desk, agent, { id: run.id, reason: 'customer found it' })
    }
    const after = await readConfirmations(desk.db)
    const started = (all: typeof after) => all.filter((one) => one.started !== null).length
    expect(started(after) - started(before)).toBe(run.state === 'unclassified' ? 1 : 0)
  })
})

describe('“not this one”', () => {
  test('takes the runbook from this ticket at once', async () => {
    const { ticketId, runbook: matched } = await receive('Paket nicht da')
    expect(matched).toBe(runbook)
    await refuseRunbookMatch(desk, agent, { ticketId, runbook })
    const { items } = await listRunbookMatches(desk, agent, { ticketId })
    expect(items).toEqual([])
    const row = await desk.db
      .selectFrom('ticket')
      .select('matched_runbook')
      .where('id', '=', ticketId)
      .executeTakeFirstOrThrow()
    expect(row.matched_runbook).toBeNull()
    await startRunbook(desk, agent, { ticketId, runbook })
    expect((await listRunbookMatches(desk, agent, { ticketId })).items[0]?.runbook.id).toBe(runbook)
  })

  test('teaches that such tickets are not meant', async () => {
    const words = 'Gutschein für das nächste Paket einlösen'
    const before = (await receive(words)).matches.items[0]?.score ?? 0
    for (const number of [1, 2, 3, 4]) {
      const ticketId = await ticketSaying(`${words} ${number}`)
      await refuseRunbookMatch(desk, agent, { ticketId, runbook })
    }
    await learnMatching(desk)
    expect((await receive(words)).matches.items[0]?.score ?? 0).toBeLessThan(before / 2)
    expect(await receive('Wo bleibt unser Paket?')).toMatchObject({ runbook })
  })

  test('needs a runbook and a ticket that are there', async () => {
    const ticketId = await ticketSaying('Paket')
    await expect(
      refuseRunbookMatch(desk, agent, { ticketId, runbook: 'nothing' }),
    ).rejects.toMatchObject({
      reason: 'runbook.not-found',
    })
    const nowhere = crypto.randomUUID()
    await expect(
      refuseRunbookMatch(desk, agent, { ticketId: nowhere, runbook }),
    ).rejects.toMatchObject({
      reason: 'ticket.not-found',
    })
  })
})

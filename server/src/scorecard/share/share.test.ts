import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { openProject } from '#server/open-project.ts'
import { createMailer } from '#server/outbound/mailer.ts'
import { customerServer } from '#server/channels/testing/mail-servers.ts'
import { days, hours, later } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { queueScorecardMail, sendScorecardMail } from './share-mail.ts'
import { skipScorecardMail } from './skip-scorecard-mail.ts'
import { wordsIn } from './share-language.ts'
import { readMonday } from './share-monday.ts'
import { say } from './share-words.ts'
import { getScorecardChange } from '#server/scorecard/read/get-scorecard-change.ts'
import { getScorecard } from '#server/scorecard/read/queries.ts'
import {
  addScorecardReader,
  getScorecardMail,
  removeScorecardReader,
} from './add-scorecard-reader.ts'
import { updateFacts } from '#server/scorecard/facts/update-facts.ts'

const testDesk = await createTestDesk()
const server = await customerServer()
const config = {
  ...testDesk.config,
  timeZone: 'Europe/Berlin',
  publicUrl: 'https://desk.acme.example',
  smtpUrl: server.url,
}
const opened = await openProject(null, testDesk.log)
const project = {
  ...opened.current(),
  support: { address: 'support@acme.example', name: 'Acme Support', signature: '' },
}
const desk = {
  ...testDesk,
  config,
  mailer: createMailer(config),
  sources: { project: { ...opened, current: () => project } },
}
const lead = await createPerson(desk, { role: 'lead', name: 'Lena <Lead>' })
const engineer = await createPerson(desk, { role: 'engineer' })

const at = (time: string) => desk.clock.advance(Date.parse(time) - desk.clock.now().getTime())
const queuedMails = async () => {
  const { rows } = await sql<{ payload: { week: string; person: string } }>`
    select payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'send_scorecard_mail' order by job.id`.execute(desk.db)
  return rows.map(({ payload }) => payload)
}

test('eight on Monday is eight on the clock of the organisation, also where clocks change', async () => {
  // Berlin puts its clocks forward on Sunday 29 March 2026: 8:00 is 7:00 UTC before, 6:00 after
  const monday = (now: string) => readMonday(desk.db, new Date(now), 'Europe/Berlin')
  expect(await monday('2026-03-27T12:00:00Z')).toEqual({
    week: '2026-03-23',
    dueAt: new Date('2026-03-23T07:00:00Z'),
    nextAt: new Date('2026-03-30T06:00:00Z'),
  })
  expect(await monday('2026-03-30T05:59:00Z')).toMatchObject({
    week: '2026-03-30',
    nextAt: new Date('2026-03-30T06:00:00Z'),
  })
  // late on Sunday in Los Angeles it is Monday already in UTC
  const pacific = await readMonday(desk.db, new Date('2026-03-30T04:00:00Z'), 'America/Los_Angeles')
  expect(pacific.week).toBe('2026-03-23')
})

test('only leads get the mail, and each may stop it', async () => {
  await expect(addScorecardReader(desk, lead, { personId: engineer.id })).rejects.toMatchObject({
    reason: 'scorecard.reader-not-lead',
  })
  await expect(addScorecardReader(desk, lead, { personId: crypto.randomUUID() })).rejects.toThrow(
    'no such person',
  )
  await expect(getScorecardMail(desk, engineer, {})).rejects.toMatchObject({
    reason: 'permission.missing',
  })
  await addScorecardReader(desk, lead, { personId: lead.id })
  const { readers } = await addScorecardReader(desk, lead, { personId: lead.id })
  expect(readers).toMatchObject([{ personId: lead.id, latest: null }])
  expect(await removeScorecardReader(desk, lead, { personId: lead.id })).toMatchObject({
    readers: [],
  })
})

test('a lead gets the numbers once each Monday, in plain text and HTML', async () => {
  await someHistory()
  at('2026-03-07T12:00:00Z')
  await addScorecardReader(desk, lead, { personId: lead.id, language: 'en' })
  await queueScorecardMail(desk)
  at('2026-03-09T06:59:00Z')
  await queueScorecardMail(desk)
  expect(await queuedMails()).toEqual([]) // not before eight
  at('2026-03-09T07:00:00Z')
  await queueScorecardMail(desk)
  await queueScorecardMail(desk)
  const [queued, ...others] = await queuedMails()
  expect([queued, others]).toEqual([{ week: '2026-03-09', person: lead.id }, []])

  await sendScorecardMail(desk, queued!)
  await sendScorecardMail(desk, queued!)
  expect(server.taken).toHaveLength(1)
  const mail = await simpleParser(server.taken[0]!.raw)
  expect(mail.subject).toMatch(/^Scorecard 2026-W11: L1 \w+/)
  expect(mail.text).toContain('First-line resolution')
  expect(mail.text).toMatch(/L1 resolution rate\s+50\.0% \(40 of 80; 95%: 39\.3%–60\.7%\)/)
  expect(mail.text).toContain('https://desk.acme.example/scorecard?share=mail')
  expect(mail.text).toMatch(/\/scorecard\?from=\d{4}-\d\d-\d\d&to=2026-03-08\n/)
  expect(mail.text).toContain('to 2026-03-08, weeks in Europe/Berlin') // Sunday is the last day
  expect(mail.html).toContain('50.0% (40 of 80')
  expect(mail.html).toContain('exports &lt;b&gt;')
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
  expect((await getScorecardMail(desk, lead, {})).readers).toMatchObject([
    { latest: { week: '2026-03-09', sentAt: '2026-03-09T07:00:00.000Z', error: null } },
  ])
})

test('who reads German gets it in German, numbers and all', async () => {
  at('2026-03-13T12:00:00Z')
  const german = await createPerson(desk, { role: 'lead', name: 'Gerda' })
  await addScorecardReader(desk, lead, { personId: german.id })
  const { readers } = await addScorecardReader(desk, lead, { personId: german.id, language: 'de' })
  expect(readers.find(({ personId }) => personId === german.id)?.language).toBe('de')
  const week = '2026-03-16'
  await sql`insert into scorecard_mail (week, person_id, queued_at)
    values (${week}::date, ${german.id}, now())`.execute(desk.db)
  at('2026-03-16T07:00:00Z')
  await sendScorecardMail(desk, { week, person: german.id })
  const mail = await simpleParser(server.taken.at(-1)!.raw)
  expect(mail.subject).toMatch(/^Scorecard 2026-W12: L1 \w+/)
  expect(mail.text).toMatch(/L1-Lösungsrate\s+50,0\s% \(40 von 80; 95 %: 39,3\s%–60,7\s%\)/)
  expect(mail.text).toContain('Wahre Zeit bis zur Lösung')
  expect(mail.html).toContain('<html lang="de">')
  // every word of it is German: none of the English texts is left
  for (const words of ['resolution', 'Reopen', ' of ', 'points', 'within', 'Every', 'Stop']) {
    expect(mail.text).not.toContain(words)
  }
  await removeScorecardReader(desk, lead, { personId: german.id })
})

test('a rate of fewer than twenty says so, one of twenty does not', async () => {
  const [card, change] = await Promise.all([
    getScorecard(desk, lead, {}),
    getScorecardChange(desk, lead, {}),
  ])
  const rateOf = (of: number) => {
    const l1 = { rate: 0.5, low: 0.2, high: 0.8, count: 10, of }
    const period = { from: '2026-02-09', to: '2026-03-09' }
    return say({ card: { ...card, l1 }, change }, period, 'en').figures[0]?.[1]
  }
  expect(rateOf(19)).toBe('50.0% (10 of 19, few; 95%: 20.0%–80.0%)')
  expect(rateOf(20)).toBe('50.0% (10 of 20; 95%: 20.0%–80.0%)')
})

test('a mail that cannot leave says why, and is tried again; who stopped gets none', async () => {
  at('2026-03-16T08:00:00Z')
  await queueScorecardMail(desk)
  const queued = (await queuedMails()).at(-1)!
  server.refuseWith(() => ({ responseCode: 451, message: 'greylisted' }))
  await expect(sendScorecardMail(desk, queued)).rejects.toThrow('greylisted')
  const { readers } = await getScorecardMail(desk, lead, {})
  expect(readers[0]!.latest).toMatchObject({ sentAt: null })
  expect(readers[0]!.latest!.error).toContain('greylisted')

  server.refuseWith(() => null)
  await removeScorecardReader(desk, lead, { personId: lead.id })
  const count = server.taken.length
  await sendScorecardMail(desk, queued)
  expect(server.taken).toHaveLength(count)
})

test('a desk that was away on Monday sends on Tuesday, and no longer on Thursday', async () => {
  await addScorecardReader(desk, lead, { personId: lead.id })
  at('2026-03-24T20:00:00Z')
  await queueScorecardMail(desk)
  expect((await queuedMails()).at(-1)!.week).toBe('2026-03-23')
  at('2026-04-02T08:00:00Z')
  await queueScorecardMail(desk)
  expect((await queuedMails()).at(-1)!.week).toBe('2026-03-23')
})

test('a mail refused for good is not tried again, nor one that two days did not bring out', async () => {
  const reader = await createPerson(desk, { role: 'lead' })
  await addScorecardReader(desk, lead, { personId: reader.id })
  const week = '2026-04-06'
  await sql`insert into scorecard_mail (week, person_id, queued_at)
    values (${week}::date, ${reader.id}, ${new Date('2026-04-06T06:00:00Z')})`.execute(desk.db)
  const sending = () => sendScorecardMail(desk, { week, person: reader.id })
  const errorNoted = async () => {
    const { readers } = await getScorecardMail(desk, lead, {})
    return readers.find(({ personId }) => personId === reader.id)?.latest?.error
  }
  server.refuseWith(() => ({ responseCode: 451, message: 'greylisted' }))
  at('2026-04-08T06:00:00Z')
  await expect(sending()).rejects.toThrow('greylisted')
  at('2026-04-08T06:00:00.001Z')
  await sending()
  expect(await errorNoted()).toContain('greylisted')
  server.refuseWith(() => ({ responseCode: 550, message: 'no such box' }))
  at('2026-04-07T06:00:00Z')
  await sending()
  expect(await errorNoted()).toContain('no such box')
  server.refuseWith(() => null)
  const notConnected = { ...desk, mailer: { ...desk.mailer, isConnected: false } }
  await sendScorecardMail(notConnected, { week, person: reader.id })
  expect(await errorNoted()).toContain('No outgoing mail server is configured')
  await removeScorecardReader(desk, lead, { personId: reader.id })
})

test('is queued until Wednesday at eight, for who wanted it on Monday at eight', async () => {
  const [early, late] = [
    await createPerson(desk, { role: 'lead' }),
    await createPerson(desk, { role: 'lead' }),
  ]
  at('2026-04-13T06:00:00Z')
  await addScorecardReader(desk, lead, { personId: early.id })
  at('2026-04-13T06:00:00.001Z')
  await addScorecardReader(desk, lead, { personId: late.id })
  const queuedNow = async () => {
    await queueScorecardMail(desk)
    const queued = (await queuedMails()).filter(({ week }) => week === '2026-04-13')
    return queued.map(({ person }) => person).filter((id) => [early.id, late.id].includes(id))
  }
  at('2026-04-15T06:00:00.001Z')
  expect(await queuedNow()).toEqual([])
  at('2026-04-15T06:00:00Z')
  expect(await queuedNow()).toEqual([early.id])
})

test('after a restore the mail of a Monday since the backup has gone out already', async () => {
  const restored = await createTestDesk()
  const reader = await createPerson(restored, { role: 'lead' })
  const late = await createPerson(restored, { role: 'lead' })
  const eight = new Date('2026-04-20T08:00:00Z')
  await sql`
    insert into scorecard_reader (person_id, since) values (${reader.id}, ${eight}),
      (${late.id}, ${later(eight, 1)})`.execute(restored.db)
  const skipped = async (now: Date, takenAt: Date) => {
    restored.clock.set(now)
    await skipScorecardMail(restored, takenAt)
    const { rows } = await sql<{ person: string; week: string; error: string }>`
      delete from scorecard_mail returning person_id as person, week::text, error`.execute(
      restored.db,
    )
    return rows
  }
  const before = later(eight, -days)
  expect(await skipped(later(eight, -1), before)).toEqual([])
  expect(await skipped(later(eight, hours), later(eight, 1))).toEqual([])
  const mail = { person: reader.id, week: '2026-04-20', error: 'restored from a backup' }
  expect(await skipped(eight, before)).toEqual([mail])
  expect(await skipped(later(eight, hours), eight)).toEqual([mail])
})

/** Ten resolved each week for eight weeks; in half of them no other line was needed. */
async function someHistory(): Promise<void> {
  const begin = new Date('2026-01-12T09:00:00Z')
  for (let index = 0; index < 80; index++) {
    const ticketId = crypto.randomUUID()
    const openedAt = later(begin, Math.floor(index / 10) * 7 * days + (index % 10) * hours)
    const escalated = index % 2 ? [['ticket.escalated', 1, { line: 'L2' }] as const] : []
    const told = [
      ['ticket.received', 0, { type: index % 4 ? 'exports <b>' : null }] as const,
      ...escalated,
      ['ticket.resolved', 5, { resolution: crypto.randomUUID(), by: crypto.randomUUID() }] as const,
    ]
    const rows = told.map(
      ([
        name,
        after,
        data,
      ]) => sql`(${later(openedAt, after * hours)}::timestamptz, ${name}, 'person',
        ${ticketId}::uuid, ${JSON.stringify(data)}::jsonb)`,
    )
    await sql`insert into event (at, name, actor_kind, ticket_id, data) values ${sql.join(rows)}`.execute(
      desk.db,
    )
    await updateFacts(desk, { ticketId })
  }
}

test.each(['en', 'de'] as const)('the mail judges in the words of the page, in %s', (language) => {
  const page = new URL(`../../../../web/src/i18n/${language}/scorecard.json`, import.meta.url)
  const { trend } = JSON.parse(readFileSync(page, 'utf8')) as { trend: { verdict: object } }
  expect(wordsIn[language].verdict).toEqual(trend.verdict)
})

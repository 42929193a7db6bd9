import { sql } from 'kysely'
import { z } from 'zod'
import { MailLanguage } from '@firstline/contract/scorecard-share'
import { system } from '#server/core/actor.ts'
import { days, later } from '#server/core/clock.ts'
import { messageOf } from '#server/core/errors.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { enqueue } from '#server/core/jobs.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import { isRefusedForGood } from '#server/outbound/mailer.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'
import { oneLine } from '#server/channels/clean-text.ts'
import { configuredBasis } from '#server/scorecard/sums/basis.ts'
import type { WithProject } from '#server/project/project.ts'
import { composeScorecardMail } from './share-compose.ts'
import { getScorecardChange } from '#server/scorecard/read/get-scorecard-change.ts'
import { getScorecard } from '#server/scorecard/read/queries.ts'
import { readMonday } from './share-monday.ts'
import { leads } from './add-scorecard-reader.ts'

const part = system('scorecard')
/** A desk that was not running on Monday still sends; by Wednesday it is old news. */
const latestMs = 2 * days

/** Each lead who wants it, once a week: asking again finds it queued. */
export async function queueScorecardMail(desk: Desk & Partial<WithProject>): Promise<void> {
  const now = desk.clock.now()
  const { week, dueAt } = await readMonday(desk.db, now, configuredBasis(desk).timeZone)
  if (now < dueAt || now > later(dueAt, latestMs)) return
  await inTransaction(desk.db, async (tx) => {
    const { rows: queued } = await sql<{ person: string }>`
      insert into scorecard_mail (week, person_id, queued_at)
      select ${week}::date, person_id, ${now}
      from scorecard_reader join person on person.id = person_id
      where since <= ${dueAt} and disabled_at is null and role = any(${leads})
      on conflict do nothing
      returning person_id as person`.execute(tx)
    await enqueue(
      tx,
      queued.map(({ person }) => ({
        task: 'send_scorecard_mail',
        payload: { week, person },
        key: `scorecard-mail:${week}:${person}`,
      })),
    )
  })
}

type Queued = { week: string; person: string }

/**
 * At least once: after a crash between the server's yes and our note of it, the same Message-ID is
 * sent a second time. A refusal for good ends it; anything else fails the job, which is tried again.
 */
export async function sendScorecardMail(
  desk: Desk & WithMailer & WithProject,
  queued: Queued,
): Promise<void> {
  const to = await readRecipient(desk, queued)
  if (!to) return
  if (!desk.mailer.isConnected) {
    return noteMail(desk, queued, 'No outgoing mail server is configured (SMTP_URL)')
  }
  const { week } = queued
  const [card, change] = await Promise.all([
    getScorecard(desk, part, { to: week }),
    getScorecardChange(desk, part, { week: dayBefore(week) }),
  ])
  const { support } = desk.sources.project.current()
  try {
    await desk.mailer.send(
      composeScorecardMail({ to, week, card, change, support, publicUrl: desk.config.publicUrl }),
    )
  } catch (error) {
    await noteMail(desk, queued, oneLine(messageOf(error), 900))
    if (isRefusedForGood(error) || isTooLate(desk, to.queuedAt)) return
    throw error
  }
  await recordMailed(desk, part, queued)
}

function isTooLate({ clock }: Desk, queuedAt: Date): boolean {
  return clock.now() > later(queuedAt, latestMs)
}

/** Null where it was sent, or is not wanted any more. */
async function readRecipient({ db }: Desk, { week, person }: Queued) {
  const row = await db
    .selectFrom('scorecard_mail')
    .innerJoin('scorecard_reader as reader', 'reader.person_id', 'scorecard_mail.person_id')
    .innerJoin('person', 'person.id', 'scorecard_mail.person_id')
    .select([
      'person.id',
      'person.name',
      'person.email',
      'reader.language',
      'queued_at as queuedAt',
    ])
    .where(isMailOf({ week, person }))
    .where('sent_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .where('person.role', 'in', leads)
    .executeTakeFirst()
  return row ? { ...row, language: MailLanguage.parse(row.language) } : null
}

async function noteMail({ db }: Desk, { week, person }: Queued, error: string): Promise<void> {
  await db.updateTable('scorecard_mail').set({ error }).where(isMailOf({ week, person })).execute()
}

const recordMailed = defineVerb({
  permission: 'scorecard:share',
  input: z.object({ week: z.iso.date(), person: z.uuid() }),
  async run({ tx, clock }: VerbContext, { week, person }) {
    await tx
      .updateTable('scorecard_mail')
      .set({ sent_at: clock.now(), error: null })
      .where(isMailOf({ week, person }))
      .execute()
    return {
      result: null,
      events: [{ name: 'person.scorecard_mailed', data: { person, week } }],
    }
  },
})

function isMailOf({ week, person }: Queued) {
  return sql<boolean>`week = ${week}::date and scorecard_mail.person_id = ${person}`
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - days).toISOString().slice(0, 10)
}

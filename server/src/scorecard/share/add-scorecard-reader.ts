import { permissionsOf } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import { AddScorecardReader, scorecardShareRoutes } from '@firstline/contract/scorecard-share'
import type { MailLanguage, ScorecardMail } from '@firstline/contract/scorecard-share'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { DB } from '#server/database/db-types.ts'
import { Invalid, NotFound } from '#server/core/errors.ts'
import { defineQuery, defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import { configuredBasis } from '#server/scorecard/sums/basis.ts'
import type { WithProject } from '#server/project/project.ts'
import { readMonday } from './share-monday.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'

type Sharing = Partial<WithProject> & WithMailer

export const getScorecardMail = defineQuery({
  permission: 'scorecard:share',
  input: z.object({}),
  run: (desk: Desk & Sharing) => readScorecardMail(desk, desk.db),
})

export const addScorecardReader = defineVerb({
  permission: 'scorecard:share',
  input: AddScorecardReader,
  async run(desk: VerbContext & Desk & Sharing, { personId, language }) {
    const { tx, clock } = desk
    await requireLead(tx, personId)
    await tx
      .insertInto('scorecard_reader')
      .values({ person_id: personId, since: clock.now(), language })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ language }))
      .execute()
    const result = await readScorecardMail(desk, tx)
    return { result, events: [{ name: 'person.scorecard_started', data: { person: personId } }] }
  },
})

export const removeScorecardReader = defineVerb({
  permission: 'scorecard:share',
  input: scorecardShareRoutes.removeScorecardReader.params,
  async run(desk: VerbContext & Desk & Sharing, { personId }) {
    await desk.tx.deleteFrom('scorecard_reader').where('person_id', '=', personId).execute()
    const result = await readScorecardMail(desk, desk.tx)
    return { result, events: [{ name: 'person.scorecard_stopped', data: { person: personId } }] }
  },
})

/** Only who may also stop it. */
async function requireLead(tx: Kysely<DB>, personId: string): Promise<void> {
  const person = await tx
    .selectFrom('person')
    .select('role')
    .where('id', '=', personId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!person) throw new NotFound('person.not-found', 'There is no such person')
  if (!leads.includes(person.role)) {
    throw new Invalid('scorecard.reader-not-lead', 'Only leads get the scorecard by mail')
  }
}

/** Roles whose people may get the mail: whoever lost such a role since gets none. */
export const leads = (Object.keys(permissionsOf) as Role[]).filter((role) =>
  permissionsOf[role].has('scorecard:share'),
)

async function readScorecardMail(desk: Desk & Sharing, db: Kysely<DB>): Promise<ScorecardMail> {
  const { timeZone } = configuredBasis(desk)
  const { nextAt } = await readMonday(db, desk.clock.now(), timeZone)
  const { rows } = await sql<Reader>`
    select reader.person_id as "personId", person.name, since, language, to_char(week, 'YYYY-MM-DD') as week,
      sent_at as "sentAt", error
    from scorecard_reader reader
    join person on person.id = reader.person_id
    left join lateral (
      select week, sent_at, error from scorecard_mail
      where person_id = reader.person_id order by week desc limit 1
    ) as latest on true
    where person.disabled_at is null and person.role = any(${leads})
    order by person.name, person.id`.execute(db)
  return {
    timeZone,
    nextAt: nextAt.toISOString(),
    isConnected: desk.mailer.isConnected,
    readers: rows.map(({ personId, name, since, language, week, sentAt, error }) => ({
      personId,
      name,
      since: since.toISOString(),
      language,
      latest: week === null ? null : { week, sentAt: sentAt?.toISOString() ?? null, error },
    })),
  }
}

type Reader = {
  personId: string
  name: string
  since: Date
  language: MailLanguage
  week: string | null
  sentAt: Date | null
  error: string | null
}

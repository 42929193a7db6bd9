import type { Lesson } from '@firstline/contract/learning'
import { present } from '@firstline/contract/present'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { NotFound } from '#server/core/errors.ts'

/** The returned escalations that this person had opened, to be narrowed and ordered. */
export function selectLessons(db: Kysely<DB>, personId: string) {
  return db
    .selectFrom('escalation')
    .innerJoin('ticket', 'ticket.id', 'escalation.ticket_id')
    .innerJoin('person as engineer', 'engineer.id', 'escalation.returned_by')
    .leftJoin('lesson_learned as learned', (join) =>
      join
        .onRef('learned.escalation_id', '=', 'escalation.id')
        .on('learned.person_id', '=', personId),
    )
    .leftJoin('runbook_version as version', (join) =>
      join
        .onRef('version.runbook_id', '=', 'escalation.draft_runbook')
        .on((on) =>
          on(
            'version.version',
            '=',
            on.fn.coalesce('escalation.closed_version', 'escalation.draft_version'),
          ),
        ),
    )
    .leftJoin('runbook_version as draft', (join) =>
      join
        .onRef('draft.runbook_id', '=', 'escalation.draft_runbook')
        .onRef('draft.version', '=', 'escalation.draft_version'),
    )
    .select(['escalation.id', 'escalation.state', 'escalation.account_id as accountId'])
    .select(['escalation.was', 'escalation.fix', 'escalation.detail'])
    .select(['escalation.would_have_helped as wouldHaveHelped'])
    .select(['escalation.closed_how as closedHow', 'escalation.closed_reason as closedReason'])
    .select(['ticket.id as ticketId', 'ticket.number', 'ticket.subject', 'ticket.type'])
    .select(['engineer.id as engineerId', 'engineer.name as engineerName'])
    .select(['learned.at as learnedAt', 'draft.base_version as basedOn'])
    .select(['version.runbook_id as runbookId', 'version.title', 'version.version'])
    .select((select) => select.ref('escalation.returned_at').$notNull().as('returnedAt'))
    .where('escalation.escalated_by', '=', personId)
    .where('escalation.returned_at', 'is not', null)
}

export type LessonRow = Awaited<ReturnType<ReturnType<typeof selectLessons>['execute']>>[number]

/** @throws NotFound `lesson.not-found`, also where it is another person's */
export async function readLesson(
  db: Kysely<DB>,
  { id, personId }: { id: string; personId: string },
): Promise<LessonRow> {
  const row = await selectLessons(db, personId).where('escalation.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('lesson.not-found', 'No escalation of yours came back with this id')
  return row
}

export function lessonOf(row: LessonRow): Lesson {
  return {
    id: row.id,
    ticket: {
      id: row.ticketId,
      number: Number(row.number),
      subject: row.subject,
      type: row.type,
    },
    returned: {
      at: row.returnedAt.toISOString(),
      by: { id: row.engineerId, name: row.engineerName },
      was: present(row.was),
      fix: present(row.fix),
      wouldHaveHelped: present(row.wouldHaveHelped),
      detail: row.detail ?? '',
    },
    loop: loopOf(row),
    runbook:
      row.runbookId === null
        ? null
        : {
            id: row.runbookId,
            title: present(row.title),
            version: present(row.version),
            basedOn: row.basedOn,
          },
    waivedBecause: row.closedHow === 'waived' ? row.closedReason : null,
    learnedAt: row.learnedAt?.toISOString() ?? null,
  }
}

function loopOf({ state, closedHow }: LessonRow): Lesson['loop'] {
  if (closedHow === 'published' || closedHow === 'waived') return closedHow
  return state === 'draft' ? 'draft' : 'returned'
}

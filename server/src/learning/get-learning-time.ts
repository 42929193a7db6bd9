import { GetLearningTime } from '@firstline/contract/learning'
import type { LearningTime, TeamTime, TeamWeek } from '@firstline/contract/learning'
import type { Line } from '@firstline/contract/common'
import { present } from '@firstline/contract/present'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import type { Project, WithProject } from '#server/project/project.ts'

const pauseMinutes = 10
const readingMinutes = 2
const workdays = 5

/**
 * Time on tickets, from the record: successive acts of one person on tickets at most
 * `pauseMinutes` apart are one stretch of work, which began `readingMinutes` before its first act.
 * Stretches are summed by line before they leave the database, so that no figure is of a person.
 */
export const getLearningTime = defineQuery({
  permission: 'learning:read',
  input: GetLearningTime,
  async run(context: QueryContext & WithProject, { weeks }): Promise<LearningTime> {
    const { db, clock, sources, config } = context
    const project = sources.project.current()
    const span = {
      weeks,
      timeZone: project.scorecard.timeZone ?? config.timeZone,
      now: clock.now(),
    }
    const [times, people] = await Promise.all([readTimes(db, span), countPeople(db)])
    return {
      utilisationLine: lineOf(project),
      timeZone: span.timeZone,
      pauseMinutes,
      readingMinutes,
      lines: lines.flatMap((line) => {
        const staff = people.get(line)
        return staff === undefined ? [] : [teamTime(line, project, staff, times)]
      }),
    }
  },
})

const lines: readonly Line[] = ['L1', 'L2', 'L3']

function lineOf(project: Project): number {
  return project.scorecard.utilisationLine
}

type Span = { weeks: number; timeZone: string; now: Date }
type Time = {
  begins: string
  /** Share of the week's five workdays that has passed, 0…1. */
  passed: number
  line: Line | null
  hours: number
}

/** Every week of the span is there, with line null where nobody worked. */
async function readTimes(db: Kysely<DB>, { weeks, timeZone, now }: Span): Promise<Time[]> {
  const { rows } = await sql<Time>`
    with week as (
      select generate_series(
        date_trunc('week', ${now}::timestamptz at time zone ${timeZone}) - make_interval(weeks => ${weeks}::int - 1),
        date_trunc('week', ${now}::timestamptz at time zone ${timeZone}), interval '1 week') as begins
    ), act as (
      select event.actor_id, event.at, person.line,
        event.at - lag(event.at) over (partition by event.actor_id order by event.at) as since
      from event join person on person.id::text = event.actor_id
      where person.role in ('agent', 'engineer')
        and event.actor_kind = 'person' and event.origin = 'live' and event.ticket_id is not null
        and event.at >= (select min(begins) from week) at time zone ${timeZone}
        and event.at <= ${now}
    ), stretch as (
      select line, date_trunc('week', at at time zone ${timeZone}) as begins,
        case when since <= make_interval(mins => ${pauseMinutes}) then since
          else make_interval(mins => ${readingMinutes}) end as worked
      from act
    )
    select to_char(week.begins, 'YYYY-MM-DD') as begins, stretch.line,
      least(1, greatest(0, extract(epoch from ${now}::timestamptz at time zone ${timeZone} - week.begins)
        / (86400 * ${workdays}::int)))::float8 as passed,
      coalesce(extract(epoch from sum(stretch.worked)) / 3600, 0)::float8 as hours
    from week left join stretch on stretch.begins = week.begins
    group by week.begins, stretch.line order by week.begins`.execute(db)
  return rows
}

async function countPeople(db: Kysely<DB>): Promise<ReadonlyMap<Line, number>> {
  const rows = await db
    .selectFrom('person')
    .select(['line', sql<number>`count(*)::int`.as('people')])
    .where('disabled_at', 'is', null)
    .where('role', 'in', ['agent', 'engineer'])
    .groupBy('line')
    .execute()
  return new Map(rows.map((row) => [row.line, row.people]))
}

function teamTime(line: Line, project: Project, people: number, times: readonly Time[]): TeamTime {
  const key = line.toLowerCase() as 'l1' | 'l2' | 'l3'
  const weeklyHours = project.learning.weeklyHours[key]
  const weeks = [...new Set(times.map((time) => time.begins))]
  return {
    line,
    teams: project.lines[key],
    people,
    weeklyHours,
    weeks: weeks.map((begins) => {
      const ofWeek = times.filter((time) => time.begins === begins)
      const ticketHours = ofWeek.find((time) => time.line === line)?.hours ?? 0
      const { passed } = present(ofWeek[0])
      return weekOf(begins, ticketHours, people * weeklyHours * passed, {
        isRunning: passed < 1,
        above: lineOf(project),
      })
    }),
  }
}

function weekOf(
  begins: string,
  ticketHours: number,
  shiftHours: number,
  { isRunning, above }: { isRunning: boolean; above: number },
): TeamWeek {
  const utilisation = shiftHours > 0 ? ticketHours / shiftHours : null
  return {
    begins,
    ticketHours,
    shiftHours,
    utilisation,
    isAbove: utilisation !== null && utilisation > above,
    isRunning,
  }
}

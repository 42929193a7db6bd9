import type { Sentence } from '@firstline/contract/sentence'
import { described, matching, maybe } from '@firstline/contract/formats/form'
import { text } from '@firstline/contract/formats/values'
import { z } from 'zod'
import { sentence } from '#server/core/sentence.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
type Weekday = (typeof weekdays)[number]

/** When the desk is staffed, in the organisation's time zone. */
export type BusinessHours = {
  /** `09:00-17:30`, by time and without overlap; 24:00 ends a day. */
  week: Partial<Record<Weekday, readonly string[]>>
  /** Days without any, `2026-12-25`. */
  holidays: readonly string[]
}

/** How the scorecard counts, as the project says. */
export type ScorecardSettings = {
  windowDays: number
  /** IANA name; null: the one of the environment. */
  timeZone: string | null
  /** Null: no figure in business hours. */
  businessHours: BusinessHours | null
  /** Share of shift hours spent on tickets above which learning is at risk, 0…1. */
  utilisationLine: number
}

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    scorecard: ScorecardSettings
  }
}

const openTimes = maybe(
  z.array(
    matching(
      '^(?:[01][0-9]|2[0-3]):[0-5][0-9]-(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$',
      'must be a time span such as 09:00-17:30',
    ),
  ),
  'Open from-to, one or more.',
  ['09:00-17:30'],
)

const businessHours = z.strictObject({
  week: described(
    z.strictObject({
      mon: openTimes,
      tue: openTimes,
      wed: openTimes,
      thu: openTimes,
      fri: openTimes,
      sat: openTimes,
      sun: openTimes,
    }),
    'Time spans by day; a day that is not named is closed.',
  ),
  holidays: maybe(
    z.array(
      matching('^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 'must be a day such as 2026-12-25, in quotes'),
    ),
    'Days on which it is closed.',
  ),
})

/** The section `scorecard`. */
export const scorecardForm = described(
  z.strictObject({
    window_days: maybe(
      z.int().min(1).max(365),
      'A resolution holds when the customer stays away so many days.',
    ),
    time_zone: maybe(text, 'Of days and weeks.', 'Europe/Berlin'),
    business_hours: maybe(businessHours, 'When the desk is open, for durations in business hours.'),
    utilisation_line: maybe(
      z.number().gt(0).max(1),
      'The share of an agent’s time on tickets above which it is shown as too much.',
    ),
  }),
  'How the numbers are counted.',
)
type ScorecardDefinition = z.infer<typeof scorecardForm>

export const defaultWindowDays = 14

export function compileScorecard(definition: ScorecardDefinition = {}): ScorecardSettings {
  const { window_days, time_zone, business_hours: hours, utilisation_line } = definition
  return {
    windowDays: window_days ?? defaultWindowDays,
    timeZone: time_zone ?? null,
    businessHours: hours ? { week: hours.week, holidays: hours.holidays ?? [] } : null,
    utilisationLine: utilisation_line ?? 0.8,
  }
}

/** What a schema cannot say: that a zone and a day exist, and that a day's times follow each other. */
export function scorecardProblems(
  file: LoadedFile,
  definition: ScorecardDefinition | undefined,
): FileProblem[] {
  const at = (path: (string | number)[], reason: Sentence) =>
    problem(file.lineOf(['scorecard', ...path]), sentence`scorecard.${path.join('.')}: ${reason}`)
  const { time_zone: zone, business_hours: hours } = definition ?? {}
  const problems: FileProblem[] = []
  if (zone !== undefined && !isTimeZone(zone)) {
    problems.push(at(['time_zone'], sentence`“${zone}” is no time zone such as Europe/Berlin`))
  }
  for (const [day, spans] of Object.entries(hours?.week ?? {})) {
    const times = spans.flatMap((span) => span.split('-'))
    if (times.some((time, index) => time <= (times[index - 1] ?? ''))) {
      problems.push(
        at(['business_hours', 'week', day], sentence`times must follow each other without overlap`),
      )
    }
  }
  hours?.holidays?.forEach((date, index) => {
    if (!isDate(date)) {
      problems.push(at(['business_hours', 'holidays', index], sentence`there is no day “${date}”`))
    }
  })
  return problems
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

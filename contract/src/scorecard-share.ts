import { z } from 'zod'
import { Id, Time } from './common.ts'
import type { RouteTable } from './route.ts'
import { GetScorecard, ScorecardFigure } from './scorecard.ts'

/** What the history can be narrowed by. */
export const ScorecardChoices = z
  .object({
    types: z.array(z.string()),
    channels: z.array(z.string()),
    products: z.array(z.string()),
    lines: z.array(z.string()),
    origins: z.array(z.string()),
  })
  .meta({ id: 'ScorecardChoices' })
export type ScorecardChoices = z.infer<typeof ScorecardChoices>

export const ExportScorecard = GetScorecard.extend({
  /** Numbers by week, by type, what customers solved themselves, or the tickets or resolutions behind one figure. */
  table: z.enum(['weeks', 'types', 'self_service', 'tickets']).default('weeks'),
  figure: ScorecardFigure.default('made'),
})

export const MailLanguage = z.enum(['en', 'de'])
export type MailLanguage = z.infer<typeof MailLanguage>

/** Who gets the scorecard by mail, each Monday at eight in the organisation's time zone. */
export const ScorecardMail = z
  .object({
    timeZone: z.string(),
    nextAt: Time,
    /** False where no mail can leave (SMTP_URL). */
    isConnected: z.boolean(),
    /** By name. */
    readers: z.array(
      z.object({
        personId: Id,
        name: z.string(),
        since: Time,
        language: MailLanguage,
        /** Its latest mail; null before the first. */
        latest: z
          .object({ week: z.iso.date(), sentAt: Time.nullable(), error: z.string().nullable() })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'ScorecardMail' })
export type ScorecardMail = z.infer<typeof ScorecardMail>

const params = z.object({ personId: Id })
const ReaderChoice = z.object({ language: MailLanguage.default('en') })
export const AddScorecardReader = params.extend(ReaderChoice.shape)

export const scorecardShareRoutes = {
  getScorecardChoices: {
    method: 'GET',
    path: '/api/scorecard/choices',
    summary: 'The types, channels, products, lines and origins that the history knows',
    permission: 'scorecard:read',
    changedBy: ['scorecard'],
    response: ScorecardChoices,
  },
  exportScorecard: {
    method: 'GET',
    path: '/api/scorecard/export',
    summary: 'The numbers by week or type, or the tickets behind a figure, as CSV',
    permission: 'scorecard:read',
    query: ExportScorecard,
    response: z.unknown(),
    errors: ['scorecard.period-invalid'],
    raw: { response: 'text/csv' },
  },
  getScorecardMail: {
    method: 'GET',
    path: '/api/scorecard/mail',
    summary: 'Who gets the scorecard by mail each Monday',
    permission: 'scorecard:share',
    changedBy: ['scorecard_readers'],
    response: ScorecardMail,
  },
  addScorecardReader: {
    method: 'PUT',
    path: '/api/scorecard/mail/{personId}',
    summary: 'Mail the scorecard to this lead each Monday, or change its language',
    permission: 'scorecard:share',
    params,
    body: ReaderChoice,
    response: ScorecardMail,
    errors: ['person.not-found', 'scorecard.reader-not-lead'],
  },
  removeScorecardReader: {
    method: 'DELETE',
    path: '/api/scorecard/mail/{personId}',
    summary: 'Stop mailing the scorecard to this person',
    permission: 'scorecard:share',
    params,
    response: ScorecardMail,
  },
} as const satisfies RouteTable

import { z } from 'zod'
import { ActorRef, Id, Line, OneLine, PageQuery, PersonRef, Time, pageOf } from './common.ts'
import { Escalation, WouldHaveHelped } from './escalations.ts'
import type { RouteTable } from './route.ts'

const TicketRef = z.object({
  id: Id,
  number: z.int(),
  subject: z.string(),
  type: z.string().nullable(),
})

/** What came back to the one who escalated: what it was, and what the desk made of it. */
export const Lesson = z
  .object({
    /** The escalation it came back on. */
    id: Id,
    ticket: TicketRef,
    returned: z.object({
      at: Time,
      by: PersonRef,
      was: z.string(),
      fix: z.string(),
      wouldHaveHelped: WouldHaveHelped,
      detail: z.string(),
    }),
    /** draft: waits for publication; returned: no draft could be made of it. */
    loop: z.enum(['returned', 'draft', 'published', 'waived']),
    /** The version that holds it; `basedOn` is the version it changed, null for a new runbook. */
    runbook: z
      .object({
        id: z.string(),
        title: z.string(),
        version: z.int(),
        basedOn: z.int().nullable(),
      })
      .nullable(),
    waivedBecause: z.string().nullable(),
    learnedAt: Time.nullable(),
  })
  .meta({ id: 'Lesson' })
export type Lesson = z.infer<typeof Lesson>

/** With the text before and after; null where there is none. */
export const LessonDetail = Lesson.extend({
  before: z.string().nullable(),
  after: z.string().nullable(),
}).meta({ id: 'LessonDetail' })
export type LessonDetail = z.infer<typeof LessonDetail>

export const WinState = z.enum(['proposed', 'named', 'declined'])
export type WinState = z.infer<typeof WinState>

/** A tricky ticket that the first line resolved, and that stayed resolved. */
export const Win = z
  .object({
    /** The resolution. */
    id: Id,
    state: WinState,
    ticket: TicketRef,
    resolvedAt: Time,
    by: ActorRef.nullable(),
    runbook: z.object({ id: z.string(), version: z.int().nullable() }).nullable(),
    actions: z.array(z.object({ run: Id, title: z.string() })),
    /** How seldom the first line resolved this type in the 90 days before it was proposed. */
    typeRate: z.object({ resolved: z.int(), of: z.int() }),
    proposedAt: Time,
    name: z.string().nullable(),
    story: z.string().nullable(),
    decided: z
      .object({ at: Time, by: ActorRef, /** Why it was declined. */ reason: z.string().nullable() })
      .nullable(),
    /** none: no chat is configured. */
    chat: z.enum(['none', 'waiting', 'sent', 'failed']),
    chatError: z.string().nullable(),
  })
  .meta({ id: 'Win' })
export type Win = z.infer<typeof Win>

export const TeamWeek = z.object({
  /** Its Monday, in the organisation's time zone. */
  begins: z.iso.date(),
  ticketHours: z.number(),
  shiftHours: z.number(),
  /** Ticket hours ÷ shift hours; null without shift hours. */
  utilisation: z.number().nullable(),
  isAbove: z.boolean(),
  /** The week is not over: shift hours count up to now. */
  isRunning: z.boolean(),
})
export type TeamWeek = z.infer<typeof TeamWeek>
export const TeamTime = z.object({
  line: Line,
  /** The teams of that line. */
  teams: z.array(z.string()),
  people: z.int(),
  weeklyHours: z.number(),
  weeks: z.array(TeamWeek),
})
export type TeamTime = z.infer<typeof TeamTime>

export const LearningTime = z
  .object({
    /** Above it there is no time left to learn: a risk. */
    utilisationLine: z.number(),
    timeZone: z.string(),
    /** Successive acts of one person on tickets, at most so far apart, are one stretch of work. */
    pauseMinutes: z.int(),
    /** Counted for the reading before the first act of each stretch. */
    readingMinutes: z.int(),
    lines: z.array(TeamTime),
  })
  .meta({ id: 'LearningTime' })
export type LearningTime = z.infer<typeof LearningTime>

/** Where an escalation stands on its way back to the first line. */
export const LoopStage = z.enum(['open', 'returned', 'draft', 'published', 'waived'])
export type LoopStage = z.infer<typeof LoopStage>

export const LoopColumn = z.object({
  stage: LoopStage,
  count: z.int(),
  /** When the one that waits longest came to this stage; null where none waits, or nothing is owed. */
  oldest: Time.nullable(),
  /** Open stages: longest waiting first. Closed ones: last closed first. At most 50. */
  items: z.array(Escalation.extend({ /** When it came to this stage. */ since: Time })),
})
export type LoopColumn = z.infer<typeof LoopColumn>

const lessonId = z.object({ id: Id })
export const ListLessons = PageQuery.extend({ state: z.enum(['new', 'learned']).optional() })
export const LearnLesson = lessonId.extend({ isLearned: z.boolean() })
export const ListWins = PageQuery.extend({ state: WinState.default('named') })
export const NameWin = lessonId.extend({
  name: OneLine.min(3).max(120),
  story: z.string().trim().max(2_000).default(''),
})
export const DeclineWin = lessonId.extend({ reason: z.string().trim().min(3).max(500) })
export const GetLearningTime = z.object({
  weeks: z.coerce.number().int().min(1).max(26).default(8),
})

export const learningRoutes = {
  getEscalationLoop: {
    method: 'GET',
    path: '/api/escalation-loop',
    summary: 'The way of escalations back to the first line; whoever escalated is owed the lesson',
    permission: 'escalation:read',
    changedBy: ['escalation_loop'],
    response: z.object({
      /** Closed ones of so many days are shown. */
      closedDays: z.int(),
      columns: z.array(LoopColumn),
    }),
  },
  listLessons: {
    method: 'GET',
    path: '/api/lessons',
    summary: 'What came back on my own escalations, newest first',
    permission: 'learning:read',
    changedBy: ['lessons'],
    query: ListLessons,
    errors: ['cursor.invalid'],
    response: pageOf(Lesson).extend({ unlearned: z.int() }),
  },
  getLesson: {
    method: 'GET',
    path: '/api/lessons/{id}',
    summary: 'One lesson of mine, with the change of the runbook it led to',
    permission: 'learning:read',
    changedBy: ['lessons'],
    params: lessonId,
    response: LessonDetail,
    errors: ['lesson.not-found'],
  },
  learnLesson: {
    method: 'PUT',
    path: '/api/lessons/{id}/learned',
    summary: 'Put a lesson of mine aside as learned, or back',
    permission: 'learning:read',
    params: lessonId,
    body: LearnLesson.omit({ id: true }),
    response: LessonDetail,
    errors: ['lesson.not-found'],
  },
  listWins: {
    method: 'GET',
    path: '/api/wins',
    summary: 'Tricky tickets the first line resolved for good, by when they were resolved',
    permission: 'learning:read',
    changedBy: ['wins'],
    query: ListWins,
    errors: ['cursor.invalid'],
    response: pageOf(Win).extend({ proposed: z.int() }),
  },
  nameWin: {
    method: 'PUT',
    path: '/api/wins/{id}',
    summary: 'Confirm a win by giving it a name; it is told in the chat where one is configured',
    permission: 'win:decide',
    params: lessonId,
    body: NameWin.omit({ id: true }),
    response: Win,
    errors: ['win.not-found', 'win.decided'],
  },
  declineWin: {
    method: 'POST',
    path: '/api/wins/{id}/decline',
    summary: 'Say why it is no win',
    permission: 'win:decide',
    params: lessonId,
    body: DeclineWin.omit({ id: true }),
    response: Win,
    errors: ['win.not-found', 'win.decided'],
  },
  getLearningTime: {
    method: 'GET',
    path: '/api/learning-time',
    summary: 'Time on tickets against shift hours, by line and week; never by person',
    permission: 'learning:read',
    query: GetLearningTime,
    response: LearningTime,
  },
} as const satisfies RouteTable

import { z } from 'zod'
import { Line, Time } from '../common.ts'

/**
 * The canonical history: what happened to tickets, one JSON object a line, the header first. Anyone
 * can write it, the desk exports it, and every importer ends in it. Described in
 * docs/history-format.md.
 */
const Text = z.string().max(500)
const Name = z.string().min(1).max(500)
const TypeName = z.string().max(200)
/** Names a resolution within its ticket; left out, the last one made before is meant. */
const ResolutionKey = z.string().min(1).max(200).nullish()

/** Which teams are the first line, for records that name a team and no line. */
const HistoryLines = z.discriminatedUnion('kind', [
  /** Every record says the line itself. */
  z.object({ kind: z.literal('told') }),
  z.object({ kind: z.literal('listed'), firstLine: z.array(Name).max(10_000) }),
  /** An assumption: a second team on a ticket means escalated. */
  z.object({ kind: z.literal('several-teams') }),
])

export const HistoryHeader = z
  .object({
    format: z.literal('firstline.history'),
    version: z.literal(1),
    /** What wrote it: a product, a script. */
    source: Name,
    generatedAt: Time,
    /** IANA name; of weeks. Times always carry an offset. */
    timeZone: Text.nullish(),
    lines: HistoryLines.optional(),
    /** Rules the writer assumed, each as a sentence. */
    assumed: z.array(z.string().max(2_000)).max(200).optional(),
  })
  .meta({ id: 'HistoryHeader' })
export type HistoryHeader = z.infer<typeof HistoryHeader>

const Actor = z.object({
  kind: z.enum(['customer', 'agent', 'system']),
  id: Text.nullish(),
})

const TeamAndLine = { team: Text.nullish(), line: Line.nullish() }

/** @param name of what happened; `ticket` names the ticket within this history */
function record<Event extends string, Data extends z.ZodType>(name: Event, data: Data) {
  return z.object({ ticket: Name, at: Time, actor: Actor.nullish(), name: z.literal(name), data })
}

/** One happening. Names that are not listed are refused; fields that are not listed are ignored. */
export const HistoryLine = z
  .discriminatedUnion('name', [
    record(
      'ticket.received',
      z.object({
        type: TypeName.nullish(),
        channel: TypeName.nullish(),
        product: TypeName.nullish(),
        ...TeamAndLine,
        /** When the problem began, where that is known to be before the first report. */
        problem_started_at: Time.nullish(),
        /** Who asked; may be a pseudonym. */
        contact: Text.nullish(),
      }),
    ),
    record('ticket.type_changed', z.object({ type: TypeName.nullable() })),
    record('ticket.line_changed', z.object(TeamAndLine)),
    record('ticket.escalated', z.object(TeamAndLine)),
    record(
      'ticket.resolved',
      z.object({
        resolution: ResolutionKey,
        ...TeamAndLine,
        type: TypeName.nullish(),
        by: Text.nullish(),
        runbook_version: Text.nullish(),
        action_runs: z.array(Text).max(1_000).optional(),
      }),
    ),
    record(
      'ticket.reopened',
      z.object({
        by: z.enum(['customer', 'agent']),
        cause: Text.nullish(),
        resolution: ResolutionKey,
      }),
    ),
    record('ticket.reopen_dismissed', z.object({ resolution: ResolutionKey })),
    /** Happens to the new ticket; breaks the resolution of the ticket named by `of`. */
    record('ticket.repeat_linked', z.object({ of: Name, resolution: ResolutionKey })),
    record('ticket.voided', z.object({ reason: Text.nullish() })),
    record('ticket.problem_started', z.object({ at: Time })),
    record('rating.requested', z.object({ resolution: ResolutionKey })),
    record('rating.given', z.object({ resolution: ResolutionKey, value: z.enum(['up', 'down']) })),
  ])
  .meta({ id: 'HistoryLine' })
export type HistoryLine = z.infer<typeof HistoryLine>
export type HistoryName = HistoryLine['name']
export type HistoryDataOf = {
  [Name in HistoryName]: Extract<HistoryLine, { name: Name }>['data']
}

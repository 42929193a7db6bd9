import type { Connections } from '#server/connections/connections.ts'
import type { WholeTracesPlace } from './logs-section.ts'
import type { SpanEntry, Window } from './store.ts'

/** A span with all that it, its resource or its scope says in the fields that say whose it is. */
export type ReadSpan = SpanEntry & { owners: readonly string[] }

type TraceSearch = Window & { isFailed: boolean; limit: number }

/** What a system answers of traces, each of them whole. */
type WholeTraces = {
  /** All spans of the traces that have a span of the account; the newest traces first, where it knows an order. */
  search(account: string, search: TraceSearch): Promise<ReadSpan[][]>
  /** All spans of one trace; none where there is no such trace. */
  trace(traceId: string): Promise<ReadSpan[]>
}
export type OpenTraces = (connections: Connections, place: WholeTracesPlace) => WholeTraces

/**
 * Of all spans of a trace those of one account: its own, and those that name nobody below roots that are
 * all the account's. One that names the account and another one is nobody's.
 */
export function spansOf(account: string, spans: readonly ReadSpan[]): ReadSpan[] {
  const isOwn = ({ owners }: ReadSpan) =>
    owners.length > 0 && owners.every((owner) => owner === account)
  const roots = spans.filter(({ parentSpanId }) => parentSpanId === null)
  const isRooted = roots.length > 0 && roots.every(isOwn)
  return spans.filter((span) => isOwn(span) || (isRooted && span.owners.length === 0))
}

/** Whom a trace names that was found for an account: the account, else somebody; undefined: nobody. */
export function ownerOfTrace(account: string, spans: readonly ReadSpan[]): string | undefined {
  const named = spans.flatMap(({ owners }) => owners)
  return named.find((owner) => owner === account) ?? named[0]
}

/** Without what is said of its owners. */
export function entryOf(span: ReadSpan): SpanEntry {
  const { owners: _, ...entry } = span
  return entry
}

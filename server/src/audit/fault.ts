import type { Entry } from './entries.ts'

export type FaultKind =
  | 'malformed'
  | 'unsigned'
  | 'seal-edited'
  | 'seal-missing'
  | 'chain-broken'
  | 'wrong-key'
  | 'event-missing'
  | 'event-added'
  | 'event-edited'
  | 'events-reordered'
  | 'contents-changed'
  | 'fork'
  | 'cut-tail'

/** The first thing that is not as it was sealed. */
export type Fault = {
  kind: FaultKind
  seal: number | null
  event: string | null
  detail: string
}

export class RecordFault extends Error {
  readonly fault: Fault
  constructor(kind: FaultKind, detail: string, at: { seal?: number; event?: string } = {}) {
    super(detail)
    this.fault = { kind, seal: at.seal ?? null, event: at.event ?? null, detail }
  }
}

/** What differs between the events that were sealed and those that are there now. */
export function faultOfEvents(
  seal: number,
  sealed: readonly Entry[],
  found: readonly Entry[],
): RecordFault {
  const fault = (kind: FaultKind, event: string, what: string) =>
    new RecordFault(kind, `Event ${event} ${what} (seal ${seal})`, { seal, event })
  const foundById = new Map(found.map((entry) => [entry.id, entry]))
  const sealedIds = new Set(sealed.map(({ id }) => id))
  const missing = sealed.find(({ id }) => !foundById.has(id))
  if (missing) return fault('event-missing', missing.id, 'was sealed and is not there')
  const added = found.find(({ id }, place) => !sealedIds.has(id) || isRepeated(found, id, place))
  if (added) return fault('event-added', added.id, 'is there and was not sealed with the others')
  const edited = sealed.find(
    ({ id, fingerprint }) => foundById.get(id)?.fingerprint !== fingerprint,
  )
  if (edited) return fault('event-edited', edited.id, 'is not as it was sealed')
  const moved = found.find(({ id }, place) => sealed[place]?.id !== id)
  if (moved) return fault('events-reordered', moved.id, 'stands in another place')
  return new RecordFault('contents-changed', `The events of seal ${seal} are not those sealed`, {
    seal,
  })
}

/** Only asked of events that were sealed: a copy is what stands behind another of its kind. */
function isRepeated(found: readonly Entry[], id: string, place: number): boolean {
  return found.findIndex((entry) => entry.id === id) !== place
}

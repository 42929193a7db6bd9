import type { Attributes, NewLog, NewSpan, PreciseTime } from './store.ts'

let ids = 0
const hex = (length: number) => (++ids).toString(16).padStart(length, '0')

type GivenLog = Partial<Omit<NewLog, 'atMicros' | 'attributes'>> & {
  /** RFC 3339 in UTC with microseconds. */
  at?: PreciseTime
  attributes?: Attributes
}

export function newLog({
  at = '2026-03-02T08:30:00.000000Z',
  attributes = {},
  ...given
}: GivenLog = {}): NewLog {
  return {
    atMicros: Date.parse(at) * 1_000 + Number(/\.\d{3}(\d{3})Z$/.exec(at)?.[1] ?? 0),
    accountKey: 'acc_a',
    service: 'exports',
    severity: 9,
    message: 'export queued',
    traceId: null,
    spanId: null,
    attributes: JSON.stringify(attributes),
    ...given,
  }
}

export function newSpan(given: Partial<NewSpan> = {}): NewSpan {
  return {
    at: '2026-03-02T08:30:00.000000Z',
    accountKey: 'acc_a',
    traceId: hex(32),
    spanId: hex(16),
    parentSpanId: null,
    service: 'exports',
    name: 'run export',
    kind: 1,
    status: 0,
    statusMessage: null,
    durationNs: 1_500_000n,
    attributes: {},
    events: [],
    ...given,
  }
}

import type { NewLog, NewSpan } from './store.ts'

let ids = 0
const hex = (length: number) => (++ids).toString(16).padStart(length, '0')

export function newLog(given: Partial<NewLog> = {}): NewLog {
  return {
    at: '2026-03-02T08:30:00.000000Z',
    accountKey: 'acc_a',
    service: 'exports',
    severity: 9,
    message: 'export queued',
    traceId: null,
    spanId: null,
    attributes: {},
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

import type { SystemName } from '#server/connections/kinds.ts'
import { probeDocuments } from './adapters/documents-probe.ts'
import type { Probe } from './probe.ts'

/** How `check --live` asks the systems that logs and traces are in. */
export const probes: ReadonlyMap<string, Probe> = new Map<SystemName, Probe>([
  ['elasticsearch', probeDocuments],
])

import type { SystemName } from '#server/connections/kinds.ts'
import { probeClickhouse } from './adapters/clickhouse-probe.ts'
import { probeCloudwatch } from './adapters/cloudwatch-reader.ts'
import { probeDatadog } from './adapters/datadog-reader.ts'
import { probeDocuments } from './adapters/documents-probe.ts'
import { probeJaeger } from './adapters/jaeger.ts'
import { probeLoki } from './adapters/loki-probe.ts'
import { probeTempo } from './adapters/tempo.ts'
import { probeVictorialogs } from './adapters/victorialogs-reader.ts'
import type { Probe } from './probe.ts'

/** How `check --live` asks the systems that logs and traces are in. */
export const probes: ReadonlyMap<string, Probe> = new Map<SystemName, Probe>([
  ['loki', probeLoki],
  ['clickhouse', probeClickhouse],
  ['elasticsearch', probeDocuments],
  ['victorialogs', probeVictorialogs],
  ['datadog', probeDatadog],
  ['cloudwatch', probeCloudwatch],
  ['tempo', probeTempo],
  ['jaeger', probeJaeger],
])

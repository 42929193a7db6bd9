import { describe } from 'vitest'
import { isPrometheusHere } from '#server/connections/testing/real-prometheus.ts'
import { describePrometheus } from './testing/metric-conformance.ts'

// skipped where Debian's package is not here: apt-get install prometheus
describe.runIf(isPrometheusHere)('Prometheus of Debian', async () => {
  await describePrometheus('real')
})

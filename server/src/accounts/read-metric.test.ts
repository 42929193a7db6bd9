import { describePrometheus } from './testing/metric-conformance.ts'

await describePrometheus('fake')

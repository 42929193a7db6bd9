import { Counter, Histogram } from 'prom-client'
import type { Metrics } from '#server/core/metrics.ts'
import type { AnswerCounts } from './count-answers.ts'

type Observed = { metrics: Pick<Metrics, 'add'>; answers: Pick<AnswerCounts, 'follow'> }

/** How connected systems answered what this process asked them: each process has counters of its own. */
export function observeAnswers({ metrics, answers }: Observed): void {
  const labelNames = ['connection', 'kind', 'thing'] as const
  const count = new Counter({
    name: 'firstline_answers_total',
    help: 'Answers of connected systems to a source, the directory or an action; fault is empty where it was good',
    labelNames: [...labelNames, 'fault'],
    registers: [],
  })
  const duration = new Histogram({
    name: 'firstline_answer_duration_seconds',
    help: 'Time until a connected system answered, or until that was given up',
    labelNames: [...labelNames],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [],
  })
  answers.follow((asked, { durationMs, fault }) => {
    count.inc({ ...asked, fault: fault?.code ?? '' })
    duration.observe(asked, durationMs / 1_000)
  })
  metrics.add(count)
  metrics.add(duration)
}

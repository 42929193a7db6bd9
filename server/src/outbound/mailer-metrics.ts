import { Counter } from 'prom-client'
import type { Metric } from 'prom-client'
import { isRefusedForGood } from './mailer.ts'
import type { Mailer } from './mailer.ts'

/** Counts what this process handed to the mail server: each process has counters of its own. */
export function countMails(metrics: { add(figure: Metric): void }, mailer: Mailer): Mailer {
  const count = new Counter({
    name: 'firstline_mails_out_total',
    help: 'Mails handed to the mail server: taken, refused for good, or not taken now (they are tried again)',
    labelNames: ['outcome'],
    registers: [],
  })
  for (const outcome of ['taken', 'refused', 'not-now']) count.inc({ outcome }, 0)
  metrics.add(count)
  return {
    isConnected: mailer.isConnected,
    async send(mail) {
      let answer
      try {
        answer = await mailer.send(mail)
      } catch (error) {
        count.inc({ outcome: isRefusedForGood(error) ? 'refused' : 'not-now' })
        throw error
      }
      count.inc({ outcome: 'taken' })
      return answer
    },
  }
}

import { pino } from 'pino'
import { systemClock } from '#server/core/clock.ts'
import { readConfig } from '#server/core/config.ts'
import { startWorker } from '#server/core/worker.ts'
import { createDatabase, createPool } from '#server/database/database.ts'
import { deliverWebhook } from '#server/webhooks/deliver-webhook.ts'

/**
 * The worker that delivers webhooks as a process of its own, to be killed: `node deliver-process.ts URL
 * RECEIVER SECRET`.
 */
const [url, receiver, secret] = process.argv.slice(2)
if (url === undefined || receiver === undefined || secret === undefined) {
  throw new Error('URL, RECEIVER or SECRET is missing')
}
const log = pino({ level: 'silent' })
const connect = (isReading: boolean) => createDatabase(createPool(url, log, { max: 4, isReading }))
const desk = {
  db: connect(false),
  readDb: connect(true),
  log,
  clock: systemClock,
  config: readConfig({ FIRSTLINE_HOME: '/dev/null/firstline', WEBHOOK_TO: receiver }),
  reactionsTo: () => [],
  mailer: { isConnected: false, send: () => Promise.reject(new Error('No mail is sent here')) },
  secret,
}
await startWorker({
  url,
  db: desk.db,
  log,
  tasks: { deliver_webhook: (payload) => deliverWebhook(desk, payload) },
  schedule: [],
  concurrency: 1,
})
process.stdout.write('ready\n')

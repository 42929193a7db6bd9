import { readConfig } from '#acme/config.ts'
import { startAcme } from '#acme/start-acme.ts'
import type { Running } from '#acme/start-acme.ts'

let isLeaving = false
let running: Running | undefined

async function leave() {
  if (isLeaving) return
  isLeaving = true
  // Whatever is still busy after this long is picked up again by its lease.
  setTimeout(() => process.exit(0), 8000).unref()
  await running?.stop()
  process.exit(0)
}

process.on('SIGTERM', () => void leave())
process.on('SIGINT', () => void leave())
// Started by another program: leave with it, even when that is killed.
process.on('disconnect', () => void leave())

try {
  running = await startAcme(readConfig(process.env))
  const { http, smtpPort } = running.acme.address
  process.stdout.write(
    `${JSON.stringify({ ready: true, http, smtp: `smtp://127.0.0.1:${smtpPort}` })}\n`,
  )
} catch (error) {
  process.stderr.write(`Acme cannot start: ${(error as Error).message}\n`)
  process.exitCode = 1
}

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import type { SMTPServer } from 'smtp-server'
import type { Acme } from '#acme/acme.ts'
import type { Config } from '#acme/config.ts'
import { connect } from '#acme/database/connect.ts'
import { migrate } from '#acme/database/migrate.ts'
import { runNextExport } from '#acme/exports/run-export.ts'
import { deliverNextEmail } from '#acme/mail/deliver-email.ts'
import { createMailboxServer } from '#acme/mailbox/receive-mail.ts'
import { sendNextToSupport } from '#acme/mailbox/write-to-support.ts'
import { announceNextRelease } from '#acme/releases/announce-release.ts'
import { openFirstCases } from '#acme/seed/open-first-cases.ts'
import { seedCompany } from '#acme/seed/seed-company.ts'
import { createServer } from '#acme/serve.ts'
import { startTelemetry } from '#acme/telemetry/telemetry.ts'
import { startTraffic } from '#acme/traffic.ts'
import { deliverNextWebhook } from '#acme/webhooks/deliver-webhook.ts'
import { startWorker } from '#acme/work/start-worker.ts'
import type { Worker } from '#acme/work/start-worker.ts'

export type Running = { acme: Acme; stop(): Promise<void> }

/** Database, mailbox, web, worker: in this order, so that each finds what it needs. */
export async function startAcme(config: Config): Promise<Running> {
  const pool = connect(config.databaseUrl)
  let worker: Worker | undefined
  const acme: Acme = {
    config,
    pool,
    telemetry: startTelemetry(config.otlp),
    workerId: randomUUID(),
    address: { http: '', smtpPort: 0 },
    nudge: () => worker?.nudge(),
  }
  const mailbox = createMailboxServer(pool)
  const web = await createServer(acme)
  const leaving = new AbortController()
  let traffic: { stop(): void } | undefined
  let firstCases: Promise<void> = Promise.resolve()

  const stop = async () => {
    leaving.abort()
    traffic?.stop()
    await web.close()
    await firstCases // the one it is making still needs the worker
    await worker?.stop()
    await new Promise<void>((done) => mailbox.close(done))
    await acme.telemetry.stop()
    await pool.end()
  }

  try {
    await migrate(pool)
    await seedCompany(pool, config.seed)
    acme.address.smtpPort = await listenForMail(mailbox, config.smtpPort)
    acme.address.http = await web.listen({ host: '127.0.0.1', port: config.httpPort })
  } catch (error) {
    await stop()
    throw explained(error as NodeJS.ErrnoException, config)
  }
  worker = startWorker(jobsOf(acme))
  traffic = startTraffic(acme)
  if (config.firstCases) firstCases = openFirstCases(acme, leaving.signal).catch(reportFirstCases)
  return { acme, stop }
}

/** Exports twice: one that takes long does not hold up all others. */
function jobsOf(acme: Acme) {
  return [
    { name: 'export', runNext: () => runNextExport(acme) },
    { name: 'export', runNext: () => runNextExport(acme) },
    { name: 'email', runNext: () => deliverNextEmail(acme) },
    { name: 'webhook', runNext: () => deliverNextWebhook(acme) },
    { name: 'release', runNext: () => announceNextRelease(acme) },
    { name: 'customer-mail', runNext: () => sendNextToSupport(acme) },
  ]
}

async function listenForMail(mailbox: SMTPServer, port: number): Promise<number> {
  const listening = mailbox.listen(port, '127.0.0.1')
  await once(listening, 'listening')
  return (listening.address() as AddressInfo).port
}

function explained(error: NodeJS.ErrnoException, config: Config): Error {
  if (error.code !== 'EADDRINUSE') return error
  const port = (error as { port?: number }).port
  const name = port === config.smtpPort ? 'ACME_SMTP_PORT' : 'ACME_PORT'
  return new Error(`Port ${port} is taken by another program: set ${name} to a free one`)
}

function reportFirstCases(error: Error) {
  process.stderr.write(`${JSON.stringify({ level: 'warn', firstCases: error.message })}\n`)
}

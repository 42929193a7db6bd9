import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createApp } from './app.ts'
import { readConfig } from './core/config.ts'
import { messageOf } from './core/errors.ts'
import { migrate } from './core/migrate.ts'
import { startEmbedded } from './core/postgres/embedded.ts'
import { serve } from './serve.ts'
import type { Role } from './serve.ts'

/** One node: `node server/src/main.ts [--role web|worker|all]`, until a signal. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { role: { type: 'string', default: 'all' } } })
  if (!['web', 'worker', 'all'].includes(values.role)) {
    throw new Error('--role is web, worker or all')
  }
  const config = readConfig(process.env)
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  const embedded = config.databaseUrl ? null : await startEmbedded(join(config.home, 'postgres'))
  const url = config.databaseUrl ?? (await embedded!.database('firstline'))
  await migrate(url)
  const app = await createApp(config, url)
  const running = await serve(app, values.role as Role)
  app.log.info({ role: values.role, address: config.publicUrl }, 'Firstline is ready')
  await stopped
  await running.stop()
  await app.close()
  await embedded?.leave()
}

main().catch((error: unknown) => {
  console.error(messageOf(error))
  process.exitCode = 1
})

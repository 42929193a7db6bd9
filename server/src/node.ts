import { parseArgs } from 'node:util'
import { freezePrototypes } from '@firstline/contract/freeze-prototypes'
import { messageOf } from './core/errors.ts'
import { untilStopped } from './core/until-stopped.ts'
import type { Role } from './serve.ts'
import { firstSteps, startDesk } from './start.ts'

/** One node: `node server/src/main.ts [--role web|worker|all]`, until a signal. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { role: { type: 'string', default: 'all' } } })
  if (!['web', 'worker', 'all'].includes(values.role)) {
    throw new Error('--role is web, worker or all')
  }
  const stopped = untilStopped(process.env)
  freezePrototypes()
  const desk = await startDesk(process.env, { role: values.role as Role })
  desk.app.log.info({ role: values.role, address: desk.app.config.publicUrl }, 'Firstline is ready')
  const said = firstSteps(desk)
  if (said !== null) process.stdout.write(`${said}\n\n`)
  await stopped
  await desk.stop()
}

// what still waits for a database that died would keep the process
main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(messageOf(error))
    process.exit(1)
  },
)

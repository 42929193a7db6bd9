// A world from nothing for the journeys: an empty home, then exactly what `npm start` does.
import { appendFileSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { home, project } from './world.ts'

rmSync(home, { recursive: true, force: true })
cpSync(new URL('../examples/acme/firstline', import.meta.url), project, { recursive: true })
// `learning` is the last of the example's settings
appendFileSync(
  join(project, 'firstline.yaml'),
  '  chat_webhook: env:CHAT_WEBHOOK\n\nsign_in: { second_factor: [auditor] }\n',
)
process.argv.push('start')
await import('../cli/src/main.ts')

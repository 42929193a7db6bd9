// A world from nothing for the journeys: an empty home, then exactly what `npm start` does.
import { rmSync } from 'node:fs'
import { home } from './world.ts'

rmSync(home, { recursive: true, force: true })
process.argv.push('start')
await import('../cli/src/main.ts')

import { pino } from 'pino'
import { createDatabase, createPool } from '#server/database/database.ts'
import { startWorker } from '#server/core/worker.ts'

/**
 * A worker as a process of its own, to be killed: `node worker-process.ts URL hang|finish`.
 * Its one reaction notes in `setting` that it began, then hangs or notes that it finished.
 */
const [url, manner] = process.argv.slice(2)
if (url === undefined) throw new Error('URL is missing')
const log = pino({ level: 'silent' })
const pool = createPool(url, log, { max: 10 })
const db = createDatabase(pool)

async function note(key: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key, value: '1' })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: (eb) => eb.val('2') }))
    .execute()
}

await startWorker({
  url,
  db,
  log,
  tasks: {},
  schedule: [],
  concurrency: 1,
  reactions: {
    note_it: async () => {
      await note(`${manner}.began`)
      if (manner === 'hang') await new Promise(() => setInterval(() => undefined, 1000))
      await note(`${manner}.finished`)
    },
  },
})
process.stdout.write('ready\n')

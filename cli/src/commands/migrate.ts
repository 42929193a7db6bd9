import { openDatabase } from '@firstline/server/database/open-database'
import { parseCommand } from '../command-line.ts'
import { toExitCode } from '../exit-code.ts'

const help = `firstline migrate

Brings the desk's database to this version, then ends: with the owner's login in
DATABASE_MIGRATION_URL, so that the desk itself needs only its own in DATABASE_URL.

Exit code: 0 done, 2 wrong usage, 3 no database.
`

const options = { help: { type: 'boolean', default: false } } as const

/** @returns the exit code */
export function migrateCommand(args: readonly string[]): Promise<number> {
  return toExitCode('migrate', async () => {
    if (parseCommand(args, options).values.help) return void process.stdout.write(help)
    const database = await openDatabase(process.env, { isMigrated: true })
    if (database.warning) process.stderr.write(`${database.warning}\n`)
    await database.leave()
    process.stdout.write('The database is at this version.\n')
  })
}

import { checkServer } from '@firstline/server/database/check-server'
import { openDatabase } from '@firstline/server/database/open-database'
import type { ServerCheck } from '@firstline/server/database/check-server'
import { parseCommand } from '../command-line.ts'
import { toExitCode } from '../exit-code.ts'
import { table } from './table.ts'

const help = `firstline doctor

Looks at the PostgreSQL of this desk, and says which of its settings cost time or put at
risk what was acknowledged: docs/operate.md, “Settings of your PostgreSQL”.

Exit code: 0 all well, 1 something to set, 2 wrong usage, 3 no database.
`

const options = { help: { type: 'boolean', default: false } } as const

/** @returns the exit code */
export function doctorCommand(args: readonly string[]): Promise<number> {
  return toExitCode('doctor', async () => {
    if (parseCommand(args, options).values.help) return void process.stdout.write(help)
    const database = await openDatabase(process.env, { isMigrated: true })
    try {
      const check = await checkServer(database.url)
      process.stdout.write(`${textOf(check)}\n`)
      return check.findings.length === 0 ? 0 : 1
    } finally {
      await database.leave()
    }
  })
}

function textOf({ version, databaseBytes, findings }: ServerCheck): string {
  const size = `${Math.ceil(databaseBytes / 1024 / 1024)} MB`
  const server = `PostgreSQL ${version}, with a database of ${size}.`
  if (findings.length === 0) return `${server} Its settings are well.`
  const rows = findings.map(({ setting, is, want, because }) => [setting, is, want, because])
  return `${server} To be set:\n\n${table(['setting', 'is', 'set', 'because'], rows, 'llll')}`
}

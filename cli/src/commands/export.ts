import { parseArgs } from 'node:util'
import { readConfig } from '@firstline/server/core/config'
import { exportFromDesk } from '@firstline/server/imports/record/export-from-desk'
import { Usage, toExitCode } from '../exit-code.ts'
import { clearProgress } from '../progress.ts'
import { withDatabase } from './history-run.ts'

const help = `firstline export [--out FILE] [options]

Writes the history of the whole desk in the open format that “firstline import” and anyone else can
read (docs/history-format.md): what happened to every ticket, its types, lines and ratings. Brought
into an empty desk it gives the same numbers.

  --out FILE                    gzipped where its name ends in .gz; standard output unless given
  --origin live|import:NAME     only this one; everything unless given
  --pseudonymise                people become names that hold within this export only

Exit code: 0 written, 2 wrong usage, 3 no database.
`

const options = {
  out: { type: 'string' },
  origin: { type: 'string' },
  pseudonymise: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** @returns the exit code */
export function exportCommand(args: readonly string[]): Promise<number> {
  return toExitCode('export', async () => {
    const values = parse(args)
    if (values.help) return void process.stdout.write(help)
    const choice = {
      now: new Date(),
      timeZone: readConfig(process.env).timeZone,
      origin: values.origin,
      isPseudonymous: values.pseudonymise,
      onProgress: process.stderr.isTTY ? showProgress : undefined,
    }
    await withDatabase({ isMigrated: true }, async (openUrl) =>
      exportFromDesk(await openUrl(), values.out ?? process.stdout, choice),
    )
    clearProgress()
  })
}

function showProgress(records: number): void {
  process.stderr.write(`\r\x1b[K${records.toLocaleString('en')} records written…`)
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new Usage((error as Error).message)
  }
}

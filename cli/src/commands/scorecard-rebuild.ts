import { parseArgs } from 'node:util'
import { rebuildDesk } from '@firstline/server/scorecard/facts/rebuild-desk'
import { Usage, toExitCode } from '../exit-code.ts'
import { clearProgress } from '../progress.ts'
import { withDatabase } from './history-run.ts'

const help = `firstline scorecard rebuild [--json]

Computes every fact of the desk's scorecard from its event record and every sum from the facts, keeps
them, and tells what was otherwise before: nothing, unless something is wrong. The desk may run
meanwhile.

Exit code: 0 nothing differed, 1 something did and is put right, 2 wrong usage, 3 no database.
`

const options = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** @returns the exit code */
export function scorecardRebuildCommand(args: readonly string[]): Promise<number> {
  return toExitCode('scorecard rebuild', async () => {
    const values = parse(args)
    if (values.help) return void process.stdout.write(help)
    const found = await withDatabase({ isMigrated: true }, async (openUrl) =>
      rebuildDesk(await openUrl(), counting()),
    )
    clearProgress()
    process.stdout.write(values.json ? `${JSON.stringify(found, null, 2)}\n` : told(found))
    return found.facts + found.sums === 0 ? 0 : 1
  })
}

/** A line on a terminal; nothing in a pipe. */
function counting(): ((tickets: number) => void) | undefined {
  if (!process.stderr.isTTY) return undefined
  return (tickets) => void process.stderr.write(`\r${tickets.toLocaleString('en')} tickets…`)
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new Usage((error as Error).message)
  }
}

function told(found: Awaited<ReturnType<typeof rebuildDesk>>): string {
  const count = (value: number) => value.toLocaleString('en')
  if (found.facts + found.sums === 0) {
    return `${count(found.tickets)} tickets computed again: no difference\n`
  }
  const lines = [
    `${count(found.tickets)} tickets computed again, and put right:`,
    `  facts of ${count(found.facts)} tickets differed`,
    ...found.factsOf.map((ticket) => `    ${ticket}`),
    `  ${count(found.sums)} sums differed`,
    ...found.sumsOf.map((row) => `    ${row}`),
  ]
  return `${lines.join('\n')}\n`
}

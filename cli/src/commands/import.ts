import { basename } from 'node:path'
import { importIntoDesk } from '@firstline/server/local'
import type { ImportReport } from '@firstline/server/local'
import { Usage, toExitCode } from '../exit-code.ts'
import { clearProgress } from '../progress.ts'
import {
  historyHelp,
  historyOptions,
  parseHistoryArgs,
  readingChoiceOf,
} from './history-options.ts'
import { keepMemoryFlat, jsonOf, openRejects, progress, withDatabase } from './history-run.ts'
import { howRead, refused } from './scorecard-text.ts'

const help = `firstline import FILE --from servicenow|event-log [options]

Brings a history into the desk, so that its scorecard begins before its first day. Events only: no
imported ticket appears in a queue. The same file twice changes nothing; after an interruption the
same command goes on.

${historyHelp}

  --key NAME                    names the history for good; from the file's name unless given
  --origin generated            for generated example data, labelled so on every page
  --json                        the report for programs, in one object

Exit code: 0 imported (or already in), 1 the file cannot be used so, 2 wrong usage, 3 no database.
`

const options = {
  ...historyOptions,
  key: { type: 'string' },
  origin: { type: 'string' },
} as const

/** @returns the exit code */
export function importCommand(args: readonly string[]): Promise<number> {
  return toExitCode('import', async () => {
    keepMemoryFlat()
    const { values, file } = parseHistoryArgs(args, options)
    if (values.help) return void process.stdout.write(help)
    if (file === undefined) throw new Usage('FILE is missing')
    const choice = { ...readingChoiceOf(values), origin: originOf(file, values) }
    const rejects = openRejects(values.rejects)
    const watched = { ...choice, onRefusal: rejects?.write, onProgress: progress() }
    const report = await withDatabase({ isMigrated: true }, async (openUrl) =>
      importIntoDesk(await openUrl(), file, watched),
    )
    await rejects?.close()
    clearProgress()
    const json = () => jsonOf('firstline.import/1', file, report)
    process.stdout.write(values.json ? json() : textOf(file, report))
  })
}

function originOf(file: string, values: { key?: string; origin?: string }): string {
  if (values.origin !== undefined && values.origin !== 'generated') {
    throw new Usage(`--origin is “${values.origin}”: only generated; name a history with --key`)
  }
  if (values.origin && values.key) throw new Usage('--key and --origin exclude each other')
  if (values.origin) return values.origin
  const stem = basename(file)
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]+$/, '')
  return `import:${values.key ?? stem.replaceAll(/[^\w.-]+/g, '-').slice(0, 80)}`
}

function textOf(file: string, report: ImportReport): string {
  const number = (value: number) => value.toLocaleString('en')
  const { rows, cases, events, origin, outcome } = report
  const done =
    outcome === 'unchanged'
      ? `${basename(file)} is in already as “${origin}”: nothing changed`
      : `${basename(file)} is in as “${origin}”`
  const counts =
    `${number(cases)} tickets, ${number(events)} events; ` +
    `${number(rows.read)} rows read, ${number(rows.used)} used, ${number(rows.refused)} refused`
  const parts = [
    `${done}\n${counts}`,
    howRead(report),
    refused('Refused rows', report.refusals),
    refused('Rows used without one of their values', report.remarks),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

import { basename } from 'node:path'
import { scorecardOfFile } from '@firstline/server/imports/record/scorecard-of-file'
import { Usage, toExitCode } from '../exit-code.ts'
import { clearProgress } from '../progress.ts'
import {
  historyHelp,
  historyOptions,
  parseHistoryArgs,
  readingChoiceOf,
} from './history-options.ts'
import { jsonOf, openRejects, progress, withDatabase } from './history-run.ts'
import { scorecardRebuildCommand } from './scorecard-rebuild.ts'
import { scorecardText } from './scorecard-text.ts'

const help = `firstline scorecard FILE [options]
firstline scorecard rebuild      the desk's own, computed again from its record

The two numbers of a real history: how often the first line resolves, and how often that does not
hold. FILE is CSV, plain or .gz. Nothing is stored.

${historyHelp}

What is shown
  --window-days N               a reopen counts within N days; 14 unless given
  --now TIME                    as of then (ISO 8601); the last moment in the file unless given
  --json                        the figures for programs, in one object

Exit code: 0 shown, 1 the file cannot be used so, 2 wrong usage, 3 no database.
`

const options = {
  ...historyOptions,
  'window-days': { type: 'string' },
  now: { type: 'string' },
} as const

/** @returns the exit code */
export function scorecardCommand(args: readonly string[]): Promise<number> {
  if (args[0] === 'rebuild') return scorecardRebuildCommand(args.slice(1))
  return toExitCode('scorecard', async () => {
    const { values, files } = parseHistoryArgs(args, options)
    if (values.help) return void process.stdout.write(help)
    if (files.length === 0) throw new Usage('FILE is missing')
    const file = files.map((path) => basename(path)).join(', ')
    const choice = {
      ...readingChoiceOf(values),
      windowDays: windowDaysOf(values['window-days']),
      now: momentOf(values.now),
    }
    const rejects = openRejects(values.rejects)
    const watched = { ...choice, onRefusal: rejects?.write, onProgress: progress() }
    const result = await withDatabase({ isMigrated: false }, (openUrl) =>
      scorecardOfFile(files, watched, openUrl),
    )
    await rejects?.close()
    clearProgress()
    // its shape is in docs/metrics.md
    const json = () => jsonOf('firstline.scorecard/1', file, result)
    process.stdout.write(values.json ? json() : scorecardText(file, result))
  })
}

function windowDaysOf(text: string | undefined): number {
  const days = text === undefined ? 14 : Number(text)
  if (Number.isInteger(days) && days >= 1 && days <= 365) return days
  throw new Usage(`--window-days is “${text}”: it is a whole number from 1 to 365`)
}

function momentOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  const moment = new Date(/^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(text) ? `${text}Z` : text)
  if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(moment.getTime())) return moment
  throw new Usage(`--now is “${text}”: write it like 2026-03-02 or 2026-03-02T09:00:00Z`)
}

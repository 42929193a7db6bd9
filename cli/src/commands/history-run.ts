import { createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { finished } from 'node:stream/promises'
import { openDatabase } from '@firstline/server/database/open-database'
import { createMeter } from '@firstline/server/imports/jobs/meter'
import { rejectLine } from '@firstline/server/imports/read/reject-line'
import type { Progress as ImportProgress } from '@firstline/server/imports/history/load-file'
import type { Refusal as RowRefusal } from '@firstline/server/imports/read/rows'
import type { FileScorecard } from '@firstline/server/imports/record/scorecard-of-file'
import { clearProgress } from '../progress.ts'

/** Opens the database when it is first asked for, and leaves it at the end, also when interrupted. */
export async function withDatabase<Result>(
  options: { isMigrated: boolean },
  work: (openUrl: () => Promise<string>) => Promise<Result>,
): Promise<Result> {
  let opening: ReturnType<typeof openDatabase> | undefined
  const leave = async () => (await opening?.catch(() => undefined))?.leave()
  const interrupted = (signal: 'SIGINT' | 'SIGTERM') => {
    clearProgress()
    void leave().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
  }
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    return await work(async () => {
      opening = openDatabase(process.env, options)
      return (await opening).url
    })
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    await leave()
  }
}

/** Collects every refused row in a CSV of its own. */
export function openRejects(path: string | undefined) {
  if (path === undefined) return null
  const file = createWriteStream(path)
  const failed = new Promise<never>((_, reject) => file.on('error', reject))
  failed.catch(() => undefined) // thrown by close()
  file.write('line,reason,detail,row\n')
  return {
    write: (refusal: RowRefusal) => void file.write(rejectLine(refusal)),
    close: async () => {
      file.end()
      await Promise.race([finished(file), failed])
    },
  }
}

type Report = Pick<FileScorecard, 'reading'> & Record<string, unknown>

/** For programs, in a documented shape: fields may be added, none is renamed or removed. */
export function jsonOf(shape: string, file: string, report: Report): string {
  const { reading, ...figures } = report
  const { columnNames, statuses, lines, dateOrder, timeZone, format } = reading
  const read = { columns: columnNames, statuses, lines, dateOrder, timeZone }
  const all = { shape, file: basename(file), format, reading: read, ...figures }
  return `${JSON.stringify(all, null, 2)}\n`
}

/** A line on a terminal that tells how far it came and how long it takes; nothing in a pipe. */
export function progress(): ((progress: ImportProgress) => void) | undefined {
  if (!process.stderr.isTTY) return undefined
  const measure = createMeter()
  return (told) => {
    const { phase, rows, share, rowsPerSecond, secondsLeft } = measure(told)
    const done = `${rows.toLocaleString('en')} rows ${phase === 'reading' ? 'read' : 'written'}`
    const rate = `${Math.round(rowsPerSecond).toLocaleString('en')}/s`
    const left = secondsLeft === null ? '' : `, ${timeOf(secondsLeft)} left`
    process.stderr.write(`\r\x1b[K${done} (${Math.floor(share * 100)}%), ${rate}${left}`)
  }
}

function timeOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes > 0 ? `${minutes} min ${Math.round(seconds % 60)} s` : `${Math.ceil(seconds)} s`
}

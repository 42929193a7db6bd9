import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readConfig } from '@firstline/server/core/config'
import { resolveSecret } from '@firstline/server/core/secrets'
import { importIntoDesk } from '@firstline/server/imports/record/import-into-desk'
import { previewHistory } from '@firstline/server/imports/record/preview-history'
import { fetchHistory } from '@firstline/server/imports/vendors/fetch-history'
import { readers } from '@firstline/server/imports/vendors/readers'
import type { ImportReport } from '@firstline/server/imports/record/import-history'
import { Usage, toExitCode } from '../exit-code.ts'
import { clearProgress } from '../progress.ts'
import {
  historyHelp,
  historyOptions,
  parseHistoryArgs,
  readingChoiceOf,
} from './history-options.ts'
import { jsonOf, openRejects, progress, withDatabase } from './history-run.ts'
import { previewText } from './preview-text.ts'
import { howRead, refused } from './scorecard-text.ts'

const help = `firstline import FILE… [options]
firstline import VENDOR --url URL --key REFERENCE [--since DATE] [options]

Brings a history into the desk, so that its scorecard begins before its first day. Events only: no
imported ticket appears in a queue. The same files twice change nothing; after an interruption the
same command goes on. Several files are one history: tickets, audits, ratings.

${historyHelp}

  --dry-run                     show how it is understood, with the first ten tickets; keep nothing
  --name NAME                   names the history for good; from the file's name unless given
  --origin generated            for generated example data, labelled so on every page
  --json                        the report for programs, in one object

From the interface of another desk
  --url URL                     where it is
  --key REFERENCE               env:NAME or file:PATH: where its key is; never the key itself
  --since DATE                  only what changed since

Exit code: 0 imported (or already in), 1 the file cannot be used so, 2 wrong usage, 3 no database.
`

const options = {
  ...historyOptions,
  name: { type: 'string' },
  origin: { type: 'string' },
  url: { type: 'string' },
  key: { type: 'string' },
  since: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const

type Values = ReturnType<typeof parseHistoryArgs<typeof options>>['values']

/** @returns the exit code */
export function importCommand(args: readonly string[]): Promise<number> {
  return toExitCode('import', async () => {
    const { values, files } = parseHistoryArgs(args, options)
    if (values.help) return void process.stdout.write(help)
    const [file] = files
    if (file === undefined) throw new Usage('FILE is missing')
    const origin = originOf(file, values)
    const rejects = openRejects(values.rejects)
    const choice = {
      ...readingChoiceOf(values),
      origin,
      onRefusal: rejects?.write,
      onProgress: progress(),
    }
    const paths = isInterface(files, values) ? [await fetched(file, origin, values)] : files
    if (values['dry-run']) await preview(paths, choice)
    else await bringIn(paths, files, choice, values)
    await rejects?.close()
  })
}

type Choice = Parameters<typeof importIntoDesk>[2]

async function preview(paths: readonly string[], choice: Choice): Promise<void> {
  const understood = await withDatabase({ isMigrated: false }, async (openUrl) =>
    previewHistory(await openUrl(), paths, choice),
  )
  clearProgress()
  process.stdout.write(previewText(paths.map((path) => basename(path)).join(', '), understood))
}

async function bringIn(
  paths: readonly string[],
  files: readonly string[],
  choice: Choice,
  values: Values,
): Promise<void> {
  const report = await withDatabase({ isMigrated: true }, async (openUrl) =>
    importIntoDesk(await openUrl(), paths, choice),
  )
  clearProgress()
  const file = files.map((path) => basename(path)).join(', ')
  const json = () => jsonOf('firstline.import/1', file, report)
  process.stdout.write(values.json ? json() : textOf(file, report))
}

/** A reader's name, unless a file is called so. */
function isInterface([first = '', ...more]: readonly string[], { url }: Values): boolean {
  const isReader = readers.some(({ name }) => name === first) && !existsSync(first)
  if (url !== undefined && !isReader) {
    throw new Usage(`--url needs a vendor in place of FILE, not “${first}”`)
  }
  if (isReader && more.length > 0) throw new Usage(`One history at a time: ${more.join(' ')}`)
  return isReader
}

async function fetched(reader: string, origin: string, values: Values): Promise<string> {
  const { url, key, since } = values
  if (!url || !key) throw new Usage(`--url and --key are needed to fetch from ${reader}`)
  if (since !== undefined && Number.isNaN(Date.parse(since))) {
    throw new Usage(`--since is “${since}”: write it like 2026-01-31`)
  }
  const path = join(readConfig(process.env).home, 'imports', `${origin.replace(':', '-')}.parts`)
  await fetchHistory(path, {
    reader,
    url,
    key: keyBehind(key),
    reach: 'declared',
    since: since === undefined ? null : new Date(since),
    timeZone: values['time-zone'],
    onFetched: process.stderr.isTTY ? showFetched : undefined,
  })
  return path
}

/** A key on the command line would be in the history of the shell, and in the list of processes. */
function keyBehind(reference: string): string {
  if (!/^(?:env|file):/.test(reference)) {
    throw new Usage('--key is a place, not the key itself: env:NAME or file:PATH')
  }
  return resolveSecret(reference, { env: process.env, folder: process.cwd() })
}

function showFetched(records: number, total: number | null): void {
  const of = total === null ? '' : ` of ${total.toLocaleString('en')}`
  process.stderr.write(`\r\x1b[K${records.toLocaleString('en')}${of} records fetched…`)
}

function originOf(file: string, values: Values): string {
  if (values.origin !== undefined && values.origin !== 'generated') {
    throw new Usage(`--origin is “${values.origin}”: only generated; name a history with --name`)
  }
  if (values.origin && values.name) throw new Usage('--name and --origin exclude each other')
  if (values.origin) return values.origin
  const stem = basename(file)
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]+$/, '')
  return `import:${values.name ?? stem.replaceAll(/[^\w.-]+/g, '-').slice(0, 80)}`
}

function textOf(file: string, report: ImportReport): string {
  const number = (value: number) => value.toLocaleString('en')
  const { rows, cases, events, origin, outcome } = report
  const done =
    outcome === 'unchanged'
      ? `${file} is in already as “${origin}”: nothing changed`
      : `${file} is in as “${origin}”`
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

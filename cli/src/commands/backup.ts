import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeBackupKey } from '@firstline/server/backup/backup-key'
import { keepHomeKeys, keysOfHome } from '@firstline/server/backup/home-keys'
import { makeBackup } from '@firstline/server/backup/make-backup'
import { verifyBackup } from '@firstline/server/backup/verify-backup'
import { systemClock } from '@firstline/server/core/clock'
import { readConfig } from '@firstline/server/core/config'
import type { Config } from '@firstline/server/core/config'
import { parseCommand } from '../command-line.ts'
import { Usage, toExitCode } from '../exit-code.ts'
import { clearProgress } from '../progress.ts'
import { version } from '../version.ts'
import { backupText, isWhole, verificationText } from './backup-text.ts'
import { withDatabase } from './history-run.ts'

const help = `firstline backup --new-key FILE
firstline backup --to FOLDER [--for age1…] [--without-telemetry] [--keys-to FOLDER]
firstline backup --verify FILE --key KEYFILE

The whole desk as one encrypted file: of one moment, while it works on (docs/backup.md).

  --new-key FILE        makes the pair of keys: FILE opens the backups and belongs on another
                        machine; the public one, which is printed, makes them
  --to FOLDER           where the file comes to lie, under its name only when it is whole
  --for age1…           the public key; several with commas. FIRSTLINE_BACKUP_FOR unless given
  --without-telemetry   leaves out logs and traces, the most replaceable part
  --keys-to FOLDER      also keeps the keys that seal the record, encrypted, in another folder
  --verify FILE         restores it into a PostgreSQL of its own, compares every row, verifies the
                        seals and the scorecard, and throws it away

Exit code: 0 done, 1 not done or not whole, 2 wrong usage, 3 no database or no space.
`

const options = {
  'new-key': { type: 'string' },
  to: { type: 'string' },
  for: { type: 'string' },
  'without-telemetry': { type: 'boolean', default: false },
  'keys-to': { type: 'string' },
  verify: { type: 'string' },
  key: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof parseCommand<typeof options>>['values']

/** @returns the exit code */
export function backupCommand(args: readonly string[]): Promise<number> {
  return toExitCode('backup', async () => {
    const { values } = parseCommand(args, options)
    if (values.help) return say(help)
    if (values['new-key'] !== undefined) return newKey(values['new-key'])
    if (values.verify !== undefined) return verify(values.verify, values.key)
    return backup(values)
  })
}

async function newKey(file: string): Promise<void> {
  const recipient = await makeBackupKey(file)
  say(`${recipient}\n`)
  process.stderr.write(
    `This is the public key: make backups with --for, or FIRSTLINE_BACKUP_FOR.\n` +
      `${file} opens them. Keep it twice, on other machines than the desk and its backups;\n` +
      `without it nobody can read a backup any more.\n`,
  )
}

async function backup(values: Values): Promise<void> {
  const { to: folder, 'keys-to': keysTo } = values
  if (folder === undefined) throw new Usage('--to is missing: the folder for the backup')
  if (keysTo !== undefined && resolve(keysTo) === resolve(folder)) {
    throw new Usage('--keys-to is another folder than --to: who has both has all')
  }
  const recipients = recipientsOf(values.for ?? process.env.FIRSTLINE_BACKUP_FOR ?? '')
  const config = readConfig(process.env)
  requireDatabase(config)
  const made = await withDatabase({ isMigrated: false }, async (openUrl) =>
    makeBackup(await openUrl(), {
      folder,
      recipients,
      withTelemetry: !values['without-telemetry'],
      program: version(),
      clock: systemClock,
      onProgress: showProgress(),
    }),
  )
  clearProgress()
  const keys =
    keysTo === undefined ? null : await keepHomeKeys(config.home, keysTo, recipients, made.takenAt)
  say(backupText(made, { keys, notKept: keys ? [] : keysOfHome(config.home) }))
}

function recipientsOf(text: string): string[] {
  const recipients = text.split(',').flatMap((part) => part.trim() || [])
  if (recipients.length > 0) return recipients
  throw new Usage(
    '--for is missing (or FIRSTLINE_BACKUP_FOR): the public key that “firstline backup --new-key FILE” prints',
  )
}

/** An embedded database is not made by looking for it. */
function requireDatabase({ databaseUrl, home }: Config): void {
  if (databaseUrl !== undefined || existsSync(join(home, 'postgres'))) return
  throw new Usage(`There is no database in ${home}: set DATABASE_URL or FIRSTLINE_HOME`)
}

async function verify(file: string, keyFile: string | undefined): Promise<number> {
  if (keyFile === undefined) throw new Usage('--key is missing: the file that opens the backup')
  const found = await verifyBackup({ file, keyFile, onProgress: showProgress() })
  clearProgress()
  say(verificationText(found))
  return isWhole(found) ? 0 : 1
}

/** On a terminal only. */
export function showProgress(): ((rows: number) => void) | undefined {
  if (!process.stderr.isTTY) return undefined
  return (rows) => void process.stderr.write(`\r\x1b[K${rows.toLocaleString('en')} rows…`)
}

function say(text: string): void {
  process.stdout.write(text)
}

import { returnHomeKeys } from '@firstline/server/backup/home-keys'
import { readConfig } from '@firstline/server/core/config'
import { parseCommand } from '../command-line.ts'
import { Usage, toExitCode } from '../exit-code.ts'
import { clearProgress } from '../progress.ts'
import { showProgress } from './backup.ts'
import { heldTable, restoredText } from './backup-text.ts'
import { withDatabase } from './history-run.ts'

/** All that may follow when a held mail is sent: loaded when it is needed. */
const loadDesk = () => import('@firstline/server/backups-of-desk')

const help = `firstline restore FILE --key KEYFILE [--keys FILE]
firstline restore --held
firstline restore --send-held

A backup into the empty database of DATABASE_URL (or DATABASE_MIGRATION_URL, the owner's), or of a
FIRSTLINE_HOME without one: docs/backup.md. No desk may run on it yet. A file that is not whole is
refused before anything is written.

  --key KEYFILE   opens the backup: what “firstline backup --new-key” wrote
  --keys FILE     puts the keys that seal the record back: what “firstline backup --keys-to” wrote
  --held          lists the mails that the restore holds, as they may have left before it
  --send-held     sends them all; one by one people do it on their tickets

Exit code: 0 done, 1 refused, or the record is not as it was sealed, 2 wrong usage, 3 no database.
`

const options = {
  key: { type: 'string' },
  keys: { type: 'string' },
  held: { type: 'boolean', default: false },
  'send-held': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** @returns the exit code */
export function restoreCommand(args: readonly string[]): Promise<number> {
  return toExitCode('restore', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    if (values.held) return listHeld()
    if (values['send-held']) return sendHeld()
    const [file, ...more] = positionals
    if (file === undefined) throw new Usage('The file of the backup is missing')
    if (more.length > 0) throw new Usage(`“${more.join(' ')}” is one too many`)
    if (values.key === undefined)
      throw new Usage('--key is missing: the file that opens the backup')
    return restore(file, values.key, values.keys)
  })
}

async function restore(file: string, keyFile: string, keys: string | undefined): Promise<number> {
  const config = readConfig(process.env)
  if (keys !== undefined) {
    const written = await returnHomeKeys(config.home, keys, keyFile)
    for (const path of written) process.stdout.write(`Written: ${path}\n`)
  }
  const { restoreDesk } = await loadDesk()
  const restored = await withDatabase({ isMigrated: false }, async (openUrl) => {
    const url = await openUrl()
    const choice = { file, keyFile, onProgress: showProgress() }
    return restoreDesk(config.migrationUrl ?? url, config, choice)
  })
  clearProgress()
  process.stdout.write(restoredText(restored))
  return restored.verdict.fault ? 1 : 0
}

async function listHeld(): Promise<void> {
  const { listHeldMail } = await loadDesk()
  await withDatabase({ isMigrated: true }, async (openUrl) =>
    listHeldMail(await openUrl(), readConfig(process.env), (mails) => {
      process.stdout.write(`${heldTable(mails)}\n`)
    }),
  )
}

async function sendHeld(): Promise<void> {
  const { releaseHeldMail } = await loadDesk()
  const mails = await withDatabase({ isMigrated: true }, async (openUrl) =>
    releaseHeldMail(await openUrl(), readConfig(process.env)),
  )
  process.stdout.write(`${mails} on their way.\n`)
}

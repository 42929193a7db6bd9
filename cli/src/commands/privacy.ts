import type { ErasurePreview, RetentionOf } from '@firstline/contract/privacy'
import { readConfig } from '@firstline/server/core/config'
import type { Config } from '@firstline/server/core/config'
import {
  eraseAgainOnDesk,
  eraseContactOfDesk,
  exportContactOfDesk,
  previewErasureOfDesk,
  writeErasedOfDesk,
} from '@firstline/server/privacy/privacy-of-desk'
import { rehearseRetention } from '@firstline/server/retention-of-desk'
import { parseCommand, stepNamed } from '../command-line.ts'
import { Usage, toExitCode } from '../exit-code.ts'
import { withDatabase } from './history-run.ts'

const help = `firstline privacy export ADDRESS --out FILE.tar --reason WHY
firstline privacy preview ADDRESS
firstline privacy erase ADDRESS --reason WHY --yes ADDRESS
firstline privacy retention
firstline privacy erased --out FILE
firstline privacy erase-again FILE

What is known of a customer, for them, and erasing it: docs/privacy.md. Each is on record.

  export        a tar of JSON files and of mails as they came; look through internal/ before it is handed over
  preview       what would be erased; nothing is
  erase         all their words, files, names and addresses, for good; --yes is the address once more
  retention     how much of what is older than it is kept the next night would erase; nothing is
  erased        the list of who was erased, by ids and keyed hashes: keep it beside your backups
  erase-again   erases once more whoever is on that list, after a restore of a backup from before

Exit code: 0 done, 1 refused, 2 wrong usage, 3 no database.
`

const options = {
  out: { type: 'string' },
  reason: { type: 'string' },
  yes: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

type Values = { [Name in 'out' | 'reason' | 'yes']?: string | undefined }
type Step = (values: Values, what: string | undefined) => Promise<void>

const steps: Record<string, Step> = {
  async export(values, address) {
    const asked = {
      email: needed(address, 'The address'),
      reason: needed(values.reason, '--reason'),
      out: needed(values.out, '--out'),
    }
    await onDesk((url, config) => exportContactOfDesk(url, config, asked))
    say(`Written to ${asked.out}: look through internal/ before you hand it over\n`)
  },
  async preview(_values, address) {
    const email = needed(address, 'The address')
    say(previewText(await onDesk((url, config) => previewErasureOfDesk(url, config, email))))
  },
  async erase(values, address) {
    const asked = {
      email: needed(address, 'The address'),
      reason: needed(values.reason, '--reason'),
      confirmed: needed(values.yes, '--yes'),
    }
    await onDesk((url, config) => eraseContactOfDesk(url, config, asked))
    say('Erased. Backups from before still have it: docs/privacy.md\n')
  },
  async retention() {
    const items = await onDesk(rehearseRetention)
    say(items.map(retentionLine).join(''))
  },
  async erased(values) {
    const out = needed(values.out, '--out')
    const count = await onDesk((url, config) => writeErasedOfDesk(url, config, out))
    say(`${count} written to ${out}\n`)
  },
  async 'erase-again'(_values, file) {
    const list = needed(file, 'The file of the list')
    say(`${await onDesk((url, config) => eraseAgainOnDesk(url, config, list))} erased once more\n`)
  },
}

/** @returns the exit code */
export function privacyCommand(args: readonly string[]): Promise<number> {
  return toExitCode('privacy', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return say(help)
    const [name, what, ...more] = positionals
    const step = stepNamed(steps, name)
    if (more.length > 0) throw new Usage(`“${more.join(' ')}” is one too many`)
    return step(values, what)
  })
}

function needed(value: string | undefined, name: string): string {
  if (value === undefined) throw new Usage(`${name} is missing`)
  return value
}

function previewText({ contact, counts }: ErasurePreview): string {
  const lines = [
    `Of ${contact.email} would be erased:`,
    `  ${counts.messages} messages in ${counts.tickets} tickets and those of others, with ${counts.files} files`,
    `  name, address and quotes in ${counts.otherMessages} messages of others`,
    `  ${counts.mails} mails as they came`,
    `  ${counts.ratings} comments on ratings, ${counts.attempts} attempts in self-service, ${counts.sessions} sessions of the portal`,
  ]
  return `${lines.join('\n')}\n`
}

function retentionLine({ kind, days, count }: RetentionOf): string {
  if (days === null) return `${kind}: kept for good\n`
  return `${kind}: kept for ${days} days, would erase ${count.toLocaleString('en')}\n`
}

function onDesk<T>(work: (url: string, config: Config) => Promise<T>): Promise<T> {
  return withDatabase({ isMigrated: true }, async (openUrl) =>
    work(await openUrl(), readConfig(process.env)),
  )
}

function say(text: string): void {
  process.stdout.write(text)
}

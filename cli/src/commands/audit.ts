import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { RecordFault } from '@firstline/server/audit/fault'
import { checkProof } from '@firstline/server/audit/proof'
import {
  exportRecordOfDesk,
  proveEventOfDesk,
  rotateKeyOfDesk,
  sealStateOfDesk,
  verifyRecordFile,
  verifyRecordOfDesk,
} from '@firstline/server/audit/record-of-desk'
import { readConfig } from '@firstline/server/core/config'
import type { Config } from '@firstline/server/core/config'
import { stepNamed } from '../command-line.ts'
import { Usage, toExitCode } from '../exit-code.ts'
import { clearProgress } from '../progress.ts'
import { faultText, provenText, stateText, verifiedText } from './audit-text.ts'
import { withDatabase } from './history-run.ts'

const help = `firstline audit state
firstline audit verify [--export FILE] [--public-key HEX] [--anchor FILE] [--json]
firstline audit export --out FILE.ndjson[.gz]
firstline audit proof EVENT [--out FILE]
firstline audit check-proof FILE [--public-key HEX]
firstline audit rotate-key [--new-key env:NAME|file:PATH]

The record of everything that was done and seen is sealed: Merkle roots, chained and signed.

  state        up to where it is sealed, and the public key to write down elsewhere
  verify       computes everything anew, from the database or from an export, and names the first
               thing that is not as it was sealed
  export       the whole record, to be verified anywhere
  proof        that one event stands in the record; check-proof needs nothing but the file
  rotate-key   announces a new key in a seal signed by the old one

  --public-key HEX   a key known from elsewhere: without one a record only vouches for itself
  --anchor FILE      seals that were seen before (FIRSTLINE_ANCHOR_FILE): finds a cut tail, a fork

Exit code: 0 as it was sealed (or done), 1 not as it was sealed, 2 wrong usage, 3 no database.
`

const options = {
  export: { type: 'string' },
  out: { type: 'string' },
  anchor: { type: 'string' },
  'public-key': { type: 'string' },
  'new-key': { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof parse>['values']
type Step = (values: Values, rest: readonly string[]) => Promise<number | void>

const steps: Record<string, Step> = {
  state: async () => {
    say(stateText(await onDesk(sealStateOfDesk)))
  },
  verify,
  export: async ({ out }) => {
    if (out === undefined) throw new Usage('--out is missing')
    await onDesk((url, config) => exportRecordOfDesk(url, config, out))
    say(`Written to ${out}\n`)
  },
  proof: async ({ out }, [event]) => {
    if (event === undefined) throw new Usage('The number of the event is missing')
    const proof = await onDesk((url, config) => proveEventOfDesk(url, config, event))
    if (out === undefined) say(proof)
    else {
      writeFileSync(out, proof)
      say(`Written to ${out}\n`)
    }
  },
  'check-proof': async (values, [file]) => {
    if (file === undefined) throw new Usage('The file of the proof is missing')
    return checkProofFile(file, publicKeyOf(values))
  },
  'rotate-key': async (values) => {
    const rotated = await onDesk((url, config) => rotateKeyOfDesk(url, config, values['new-key']))
    say(`Seal ${rotated.number} announces the key ${rotated.keyId}: ${rotated.publicKey}\n`)
  },
}

/** @returns the exit code */
export function auditCommand(args: readonly string[]): Promise<number> {
  return toExitCode('audit', async () => {
    const { values, positionals } = parse(args)
    if (values.help) return say(help)
    const [name, ...rest] = positionals
    const step = stepNamed(steps, name)
    return step(values, rest)
  })
}

async function verify(values: Values): Promise<number> {
  const choice = {
    publicKey: publicKeyOf(values),
    anchor: values.anchor,
    onSeal: showSeal,
  }
  const { export: file } = values
  const verdict =
    file === undefined
      ? await onDesk((url, config) => verifyRecordOfDesk(url, config, choice))
      : await verifyRecordFile(file, choice)
  clearProgress()
  if (values.json) say(`${JSON.stringify({ shape: 'firstline.audit/1', ...verdict }, null, 2)}\n`)
  else say(verdict.fault ? faultText(verdict.fault) : verifiedText(verdict.verified, choice))
  return verdict.fault ? 1 : 0
}

function checkProofFile(file: string, publicKey: string | undefined): number {
  try {
    say(provenText(checkProof(readFileSync(file, 'utf8'), publicKey), publicKey))
    return 0
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error
    say(faultText(error.fault))
    return 1
  }
}

function onDesk<T>(work: (url: string, config: Config) => Promise<T>): Promise<T> {
  return withDatabase({ isMigrated: true }, async (openUrl) =>
    work(await openUrl(), readConfig(process.env)),
  )
}

function publicKeyOf({ 'public-key': key }: Values): string | undefined {
  if (key === undefined || /^[0-9a-f]{64}$/i.test(key)) return key?.toLowerCase()
  throw new Usage('--public-key is 64 hexadecimal digits, as “firstline audit state” prints it')
}

function showSeal(number: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${number.toLocaleString('en')} seals verified…`)
}

function say(text: string): void {
  process.stdout.write(text)
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new Usage((error as Error).message)
  }
}

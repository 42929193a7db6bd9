import { tryAction, tryAddress, tryRunbookOf, trySource } from '@firstline/server/try-folder'
import type { Tried } from '@firstline/server/try-folder'
import { parseCommand } from '../command-line.ts'
import { Usage, toExitCode } from '../exit-code.ts'
import { folderHelp, folderOf } from '../project-folder.ts'
import { splitPairs, typedBy } from './action-input.ts'
import { actionTrialText, matchText, panelText, runbookTrialText, triedText } from './try-text.ts'

const help = `firstline try source SOURCE --account ID [--param NAME=VALUE …] [FOLDER]
firstline try action ACTION --account ID [--input NAME=VALUE …] [FOLDER]
firstline try runbook RUNBOOK --account ID [--pick NAME=VALUE …] [--answer NAME=VALUE …] [FOLDER]
firstline try address MAIL-ADDRESS [FOLDER]

Asks your systems what a desk would ask for one account, without a desk: shows each call as it is sent
(where a secret stands, never the secret) and the answer as it is understood, masked as agents see it.
${folderHelp}

  source      reads it and shows its panel
  action      makes its reads, judges its guards (as if the mail's sender were proven), shows the call it
              would send and makes its dry run where it declares one; the action itself is not run
  runbook     makes its checks and says which causes match; --pick and --answer say what an agent would
  address     whose address this is, by the queries of the directory

  --account ID        the account, as your systems call it
  --began TIME        when the problem began (2026-11-29T08:00:00Z): metrics are read around it
  --json              for programs; fields may be added, none is renamed or removed

A desk keeps on record who looked at which account. Here nobody does: it takes the credentials of your
systems from the environment, which only you should have.

Exit code: 0 read (an action: it could be run), 1 refused, 2 wrong usage, 3 a system does not answer.
`

const none: string[] = []
const many = { type: 'string', multiple: true, default: none } as const
const options = {
  account: { type: 'string' },
  began: { type: 'string' },
  param: many,
  input: many,
  pick: many,
  answer: many,
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof parseCommand<typeof options>>['values']
type Asked = { id: string; where: { folder: string; env: NodeJS.ProcessEnv }; values: Values }

/** What each kind takes beside the account. */
const kinds: Record<Kind, { takes: readonly Option[]; run(asked: Asked): Promise<number> }> = {
  source: { takes: ['param'], run: trySourceOf },
  action: { takes: ['input'], run: tryActionOf },
  runbook: { takes: ['pick', 'answer'], run: tryRunbookNamed },
  address: { takes: [], run: tryAddressOf },
}
const ownOptions = ['param', 'input', 'pick', 'answer'] as const
type Option = (typeof ownOptions)[number]
type Kind = 'source' | 'action' | 'runbook' | 'address'

/** @returns the exit code */
export function tryCommand(args: readonly string[]): Promise<number> {
  return toExitCode('try', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    const [kind = '', id, folder, ...more] = positionals
    if (more.length > 0) throw new Usage(`One at a time: ${positionals.join(' ')}`)
    if (!isKind(kind)) throw new Usage('Say source, action, runbook or address')
    if (id === undefined) throw new Usage(`Which ${kind}?`)
    const { takes, run } = kinds[kind]
    const needless = ownOptions.find((each) => values[each].length > 0 && !takes.includes(each))
    if (needless) throw new Usage(`--${needless} says nothing to a ${kind}`)
    return run({ id, where: { folder: folderOf(folder), env: process.env }, values })
  })
}

function isKind(word: string): word is Kind {
  return Object.hasOwn(kinds, word)
}

async function trySourceOf({ id, where, values }: Asked): Promise<number> {
  const pairs = splitPairs('--param', values.param)
  const params = (schemas: Readonly<Record<string, object>>) => typedBy(schemas, pairs)
  return told(values, await trySource(where, accountOf(values), { id, params }), panelText)
}

async function tryActionOf({ id, where, values }: Asked): Promise<number> {
  const pairs = splitPairs('--input', values.input)
  const input = (schemas: Readonly<Record<string, object>>) => typedBy(schemas, pairs)
  const tried = await tryAction(where, accountOf(values), { id, input })
  const status = told(values, tried, actionTrialText)
  return tried.result?.isRunnable === false ? 1 : status
}

async function tryRunbookNamed({ id, where, values }: Asked): Promise<number> {
  const pairs = splitPairs('--answer', values.answer)
  const picks = Object.fromEntries(splitPairs('--pick', values.pick))
  const answers = (schemas: Readonly<Record<string, object>>) => typedBy(schemas, pairs)
  const tried = await tryRunbookOf(where, accountOf(values), { id, picks, answers })
  return told(values, tried, runbookTrialText)
}

async function tryAddressOf({ id, where, values }: Asked): Promise<number> {
  return told(values, await tryAddress(where, id), matchText)
}

function accountOf({ account, began }: Values) {
  if (account === undefined || account === '') throw new Usage('--account is missing')
  const at = began === undefined ? null : new Date(began)
  if (at && Number.isNaN(at.getTime())) {
    throw new Usage(`--began is “${began}”: it is a time like 2026-11-29T08:00:00Z`)
  }
  return { id: account, problemBegan: at }
}

/** The calls are told whether or not anything came of them: that is what they are tried for. */
function told<T>({ json }: Values, tried: Tried<T>, inWords: (result: T) => string): number {
  const { account, calls, result, refusal } = tried
  const refused = refusal && {
    reason: refusal.reason,
    detail: refusal.message,
    errors: refusal.extra.errors ?? [],
  }
  process.stdout.write(
    json
      ? `${JSON.stringify({ shape: 'firstline.try/1', account, calls, result, refusal: refused }, null, 2)}\n`
      : triedText({ account, calls }, result === null ? null : inWords(result)),
  )
  if (refusal) throw refusal
  return 0
}

import { createInterface } from 'node:readline/promises'
import { setTimeout as after } from 'node:timers/promises'
import type { ActionPreview, ActionRun } from '@firstline/contract/actions'
import type { ActionApproval } from '@firstline/contract/approvals'
import type { Client } from '@firstline/contract/client'
import { present } from '@firstline/contract/present'
import { parseCommand } from '../command-line.ts'
import { clientOf, deskHelp, ticketIdOf } from '../desk.ts'
import { Usage, toExitCode } from '../exit-code.ts'
import { readInput } from './action-input.ts'
import { approvalText, previewText, runText } from './action-text.ts'

const help = `firstline action preview ACTION --ticket N [--input NAME=VALUE …]
firstline action run ACTION --ticket N [--input NAME=VALUE …] --reason WHY [--yes]

Does on a running desk what its button does, with every guard: preview shows what would happen and
changes nothing; run shows it, asks, runs it and waits for what the system shows.

  --ticket N          the ticket, by its number or id; the account is the ticket's
  --input NAME=VALUE  an input of the action; may be repeated
  --reason WHY        for the record; where a second person has to approve, they read it too
  --yes               do not ask; needed where nobody can be asked
  --wait SECONDS      how long to wait for the outcome, 90 unless given
  --json              the preview or the run for programs, in one object

${deskHelp}: an API key with
                    ticket:read, action:read and action:run

Exit code: 0 verified (or previewed, and it could be run), 1 refused or failed, 2 wrong usage, 3 the
desk does not answer, 4 the outcome is not known, 5 it waits for a second person's approval.
`

const options = {
  ticket: { type: 'string' },
  input: { type: 'string', multiple: true, default: [] as string[] },
  reason: { type: 'string', default: '' },
  wait: { type: 'string', default: '90' },
  yes: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof parseCommand<typeof options>>['values']
/** What a script can tell from the exit code, beside the usual. */
const codes = { done: 0, refused: 1, unknown: 4, waiting: 5 } as const

/** @returns the exit code */
export function actionCommand(args: readonly string[]): Promise<number> {
  return toExitCode('action', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    const [step, action, ...more] = positionals
    if (more.length > 0) throw new Usage(`One action at a time: ${positionals.join(' ')}`)
    if (step !== 'preview' && step !== 'run') throw new Usage('Say preview or run')
    if (action === undefined) throw new Usage('ACTION is missing')
    if (values.ticket === undefined) throw new Usage('--ticket is missing')
    const waitMs = waitOf(values)
    const desk = clientOf(process.env)
    const ticketId = await ticketIdOf(desk, values.ticket)
    const input = await readInput(desk, ticketId, action, values.input)
    const preview = await desk.previewAction({ params: { ticketId }, body: { action, input } })
    if (step === 'run' && preview.isRunnable) {
      return await run(desk, preview, { ...values, ticketId, waitMs })
    }
    tell(values, preview, previewText)
    return preview.isRunnable ? codes.done : codes.refused
  })
}

type Wanted = Values & { ticketId: string; waitMs: number }

async function run(desk: Client, preview: ActionPreview, wanted: Wanted): Promise<number> {
  if (!wanted.json) process.stdout.write(previewText(preview))
  await requireYes(wanted, preview.approval ? 'Ask for the approval?' : 'Run it?')
  const params = { ticketId: wanted.ticketId }
  const body = { token: present(preview.token), reason: wanted.reason }
  const until = Date.now() + wanted.waitMs
  if (!preview.approval) {
    return settled(desk, await desk.runAction({ params, body }), until, wanted)
  }
  const approval = await decided(desk, await desk.requestActionApproval({ params, body }), until)
  if (approval.runId !== null) {
    const approved = await desk.getActionRun({ params: { runId: approval.runId } })
    return settled(desk, approved, until, wanted)
  }
  tell(wanted, approval, approvalText)
  return approval.state === 'waiting' ? codes.waiting : codes.refused
}

async function requireYes({ yes }: Wanted, question: string): Promise<void> {
  if (yes) return
  if (!process.stdin.isTTY) throw new Usage('Nobody can be asked here: say --yes')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  if (!/^y(es)?$/i.test(answer.trim())) throw new Usage('Nothing was done')
}

/** Waits until the run is settled, or the time is over. */
async function settled(desk: Client, run: ActionRun, until: number, wanted: Wanted) {
  let last = run
  while (isOpen(last) && Date.now() < until) {
    await after(pauseMs)
    last = await desk.getActionRun({ params: { runId: last.id } })
  }
  tell(wanted, last, runText)
  if (last.state === 'verified') return codes.done
  return last.state === 'failed' ? codes.refused : codes.unknown
}

function isOpen({ state }: ActionRun): boolean {
  return state === 'intended' || state === 'verifying'
}

/** Waits until somebody has decided, or the time is over. */
async function decided(desk: Client, approval: ActionApproval, until: number) {
  let last = approval
  process.stderr.write(approvalText(last))
  while (last.state === 'waiting' && Date.now() < until) {
    await after(pauseMs)
    last = await desk.getActionApproval({ params: { approvalId: last.id } })
  }
  return last
}

const pauseMs = 500

function tell<T>({ json }: Pick<Values, 'json'>, what: T, inWords: (what: T) => string): void {
  process.stdout.write(json ? `${JSON.stringify(what, null, 2)}\n` : inWords(what))
}

function waitOf({ wait }: Values): number {
  const seconds = Number(wait)
  if (/^\d{1,5}$/.test(wait)) return seconds * 1_000
  throw new Usage(`--wait is “${wait}”: it is a number of seconds`)
}

import { readFile } from 'node:fs/promises'
import type { RuleChange, RuleTrial } from '@firstline/contract/rules'
import { parseCommand } from '../command-line.ts'
import { clientOf, deskHelp } from '../desk.ts'
import { Usage, toExitCode } from '../exit-code.ts'
import { table } from './table.ts'

const help = `firstline rules try FILE

Tries a rule on the newest 100 tickets of a running desk, as they are now: how many it would have touched,
which, and what would be another; where the condition is true and all is so already, that is said.
Nothing is changed; the rule need not be on the desk.

  --json    for programs; fields may be added, none is renamed or removed

${deskHelp}: an API key with
                    rule:read

Exit code: 0 tried, 1 refused, 2 wrong usage, 3 the desk does not answer.
`

const options = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** @returns the exit code */
export function rulesCommand(args: readonly string[]): Promise<number> {
  return toExitCode('rules', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    const [step, file, ...more] = positionals
    if (step !== 'try') throw new Usage('Say try')
    if (file === undefined) throw new Usage('FILE is missing')
    if (more.length > 0) throw new Usage(`One rule at a time: ${positionals.join(' ')}`)
    const source = await readRule(file)
    const trial = await clientOf(process.env).tryRule({ body: { source } })
    process.stdout.write(values.json ? `${JSON.stringify(trial)}\n` : trialText(trial))
    return 0
  })
}

async function readRule(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new Usage(`${file} cannot be read`)
  }
}

export function trialText({ rule, tickets, withEvent, holds, touched, items }: RuleTrial): string {
  const rows = items.map(({ ticket, changes }) => [
    `#${ticket.number}`,
    ticket.subject,
    changes.length === 0 ? 'is so already' : changes.map(changeText).join(', '),
  ])
  const lines = [
    `${rule.title}: would have touched ${touched} of the newest ${tickets} tickets.`,
    `It has happened to ${withEvent} of them; the condition is true of ${holds}, as they are now.`,
    ...(rows.length > 0
      ? ['', table(['Ticket', 'Subject', 'What would be another'], rows, 'rll')]
      : []),
    '',
    'Nothing was changed.',
  ]
  return `${lines.join('\n')}\n`
}

function changeText({ effect, to }: RuleChange): string {
  const word = effect.replaceAll('_', ' ')
  return to === '' ? word : `${word} ${JSON.stringify(to)}`
}

import { invite } from '@firstline/server/start'
import { parseCommand } from '../command-line.ts'
import { Usage, toExitCode } from '../exit-code.ts'

const help = `firstline invite EMAIL --name NAME [--role agent|engineer|lead|admin|auditor] [--line L1|L2|L3]

Adds a person to this desk and prints a link by which they set their password,
once, within three days. Nobody else ever knows it.

Exit code: 0 invited, 1 refused, 2 wrong usage, 3 no database.
`

const options = {
  name: { type: 'string' },
  role: { type: 'string', default: 'agent' },
  line: { type: 'string', default: 'L1' },
  help: { type: 'boolean', default: false },
} as const

/** @returns the exit code */
export function inviteCommand(args: readonly string[]): Promise<number> {
  return toExitCode('invite', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    const [email] = positionals
    if (email === undefined || values.name === undefined)
      throw new Usage('EMAIL or --name is missing')
    const link = await invite(process.env, { ...values, email, name: values.name })
    process.stdout.write(
      link === null
        ? `${email} can sign in by your identity provider now.\n`
        : `${email} sets a password here, once, within three days:\n${link}\n`,
    )
  })
}

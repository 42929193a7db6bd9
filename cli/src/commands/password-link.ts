import { makeWayBack } from '@firstline/server/start'
import { parseCommand } from '../command-line.ts'
import { Usage, toExitCode } from '../exit-code.ts'

const help = `firstline password-link EMAIL

The way back of who is locked out: prints a link by which the person sets a new
password, once, within an hour. All their sessions end, and an identity provider
no longer lets them in. With sign_in.password_only_for in firstline.yaml, their
address has to stand there.

Exit code: 0 made, 1 refused, 2 wrong usage, 3 no database.
`

const options = { help: { type: 'boolean', default: false } } as const

/** @returns the exit code */
export function passwordLinkCommand(args: readonly string[]): Promise<number> {
  return toExitCode('password-link', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    const [email] = positionals
    if (email === undefined) throw new Usage('EMAIL is missing')
    const link = await makeWayBack(process.env, email)
    process.stdout.write(`${email} sets a new password here, once, within an hour:\n${link}\n`)
  })
}

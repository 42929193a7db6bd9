import { firstSteps, startDesk } from '@firstline/server/start'
import { readConfig } from '@firstline/server/core/config'
import { messageOf } from '@firstline/server/errors'
import { untilStopped } from '@firstline/server/core/until-stopped'
import { demoSignIns } from '@firstline/server/team/demo-sign-ins'
import type { Config } from '@firstline/server/core/config'
import { parseCommand } from '../command-line.ts'
import { buildWebIfStale } from '../build-web.ts'
import { startExample } from '../example/start-example.ts'
import { beginPart, createProgress } from '../progress.ts'
import type { Progress } from '../progress.ts'
import { whereDataLies } from '../where-data-lies.ts'

const options = {
  'no-example': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

const help = `firstline start [--no-example]

Runs the desk: PostgreSQL (embedded unless DATABASE_URL is set), migrations, web and worker. Without
FIRSTLINE_PROJECT the example company Acme runs beside it, with sign-ins to look around. With
--no-example it is a desk of your own, empty, whose first person comes in by a code that is printed.

  PORT              address of the desk, 3000 unless set; the example's ports follow it
  DATABASE_URL      a PostgreSQL of your own
  FIRSTLINE_HOME    where the embedded database and the example keep their data: unless set,
                    .firstline in the folder of a checkout, ~/.local/share/firstline of what
                    npm has installed
  FIRSTLINE_PROJECT your folder with firstline.yaml, sources, actions and runbooks
`

/** Runs until Ctrl-C. @returns the exit code */
export async function startCommand(args: readonly string[]): Promise<number> {
  let isOwn
  try {
    const { values } = parseCommand(args, options)
    if (values.help) {
      process.stdout.write(help)
      return 0
    }
    isOwn = values['no-example']
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`)
    return 2
  }
  const stopping = new AbortController()
  const progress = createProgress(stopping.signal)
  const stopped = untilStopped(process.env).then(() => {
    progress.say('Stopping …')
    stopping.abort()
  })
  const started = new AsyncDisposableStack()
  try {
    await startAll(progress, started, isOwn)
    await stopped
    return 0
  } catch (error) {
    if (stopping.signal.aborted) return 130
    process.stderr.write(`\n${messageOf(error)}\n`)
    return 1
  } finally {
    await started.disposeAsync()
  }
}

async function startAll(
  progress: Progress,
  started: AsyncDisposableStack,
  isOwn: boolean,
): Promise<void> {
  const env = { LOG_LEVEL: 'warn', ...process.env }
  const config = readConfig(env)
  const buildWeb = () => progress.step('Web app', buildWebIfStale(config.home))
  if (config.projectFolder || isOwn) {
    const desk = startDesk({ ...env, FIRSTLINE_WEB: await buildWeb() })
    const running = await beginPart(progress, started, 'Desk', desk)
    const data = whereDataLies(config)
    progress.say(`\nFirstline  ${config.publicUrl}\nData       ${data}`)
    const said = firstSteps(running)
    if (said !== null) progress.say(said + orInvite(process.env))
    progress.say('\nCtrl-C stops it.')
  } else {
    const acmeUrl = await startExample(env, { progress, started, buildWeb })
    progress.say(welcome(config, acmeUrl))
    if (!isLoopback(config.host)) progress.say(notHeard(config.host))
  }
}

/** What another command must be told to find the same desk. */
const whichDesk = ['DATABASE_URL', 'FIRSTLINE_HOME', 'FIRSTLINE_PROJECT', 'PUBLIC_URL', 'PORT']

function orInvite(env: NodeJS.ProcessEnv): string {
  const said = whichDesk.filter((name) => Object.hasOwn(env, name))
  const same = said.length > 0 ? `, with the same ${new Intl.ListFormat('en').format(said)}` : ''
  return `

Or invite the first person at this terminal${same}:
  npx firstline invite you@example.com --name "Your Name" --role admin`
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

function notHeard(host: string): string {
  return `
HOST=${host} is not followed: everybody knows these passwords, so the example is reached from this
machine only. For others to reach a desk, set FIRSTLINE_PROJECT to a folder of your own.`
}

function welcome(config: Config, acmeUrl: string): string {
  const width = Math.max(...demoSignIns.map(({ email }) => email.length))
  const signIns = demoSignIns.map(
    ({ role, email, password }) => `  ${role.padEnd(9)} ${email.padEnd(width)}  ${password}`,
  )
  return `
Firstline  ${config.publicUrl}
Acme       ${acmeUrl}   the example company: break something there, then resolve it here
Data       ${whereDataLies(config)}

Sign in as (known to everybody, so only this machine is listened to)
${signIns.join('\n')}

Ctrl-C stops everything; the data stays.`
}

import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** For tests: where Firstline is installed and started, and as whom. */
export type Machine = {
  /** The checkout, or where a package is installed. */
  folder: string
  env?: NodeJS.ProcessEnv
  /** An account that is not root. */
  account?: { uid: number; gid: number }
  /** What stands before each command, so that it sees another machine. */
  around?: readonly string[]
}

/** Without the folders that npm puts in front of the programs it runs, as this test. */
export const machinePath = (process.env.PATH ?? '')
  .split(':')
  .filter((folder) => !folder.includes('node_modules'))
  .join(':')

export type Ran = { code: number | null; text: string }

const children = new Set<ChildProcess>()

/** Also those that a test which failed has left. */
export async function endAll(): Promise<void> {
  const ends = [...children].map((child) => once(child, 'close'))
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(ends)
}

/** Only what a fresh machine has in its environment, and what the test says. */
function spawnOn(machine: Machine, command: readonly string[], more = {}): ChildProcess {
  const [program, ...args] = [...(machine.around ?? []), ...command]
  const home = join(dirname(machine.folder), 'home')
  mkdirSync(home, { recursive: true })
  if (machine.account) spawnSync('chown', [`${machine.account.uid}:${machine.account.gid}`, home])
  const child = spawn(program!, args, {
    cwd: machine.folder,
    env: { PATH: machinePath, HOME: home, ...machine.env, ...more },
    ...machine.account,
    detached: true,
  })
  children.add(child)
  child.once('close', () => children.delete(child))
  return child
}

function listen(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (part: Buffer) => (text += part.toString()))
  }
  return () => text
}

export async function runOn(machine: Machine, ...command: string[]): Promise<Ran> {
  const child = spawnOn(machine, command)
  const said = listen(child)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, text: said() }
}

export type Running = {
  text(): string
  /** Ends it as a terminal or a service manager would. @returns the exit code */
  stop(): Promise<number | null>
  /** Signs in and looks for tickets with this subject, after making one if told. */
  visit(subject: string, mode?: 'write'): Promise<unknown>
}

const visitor = fileURLToPath(new URL('./visit-desk.ts', import.meta.url))

/** Until it says that it is there. @throws with its words when it ends before */
export async function startOn(
  machine: Machine,
  port: number,
  command: readonly string[] = ['npm', 'start'],
): Promise<Running> {
  const child = spawnOn(machine, command, { PORT: String(port) })
  const text = listen(child)
  const ended = once(child, 'close')
  while (!text().includes('Ctrl-C stops')) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(text())
    await pause(200)
  }
  const network = machine.around?.includes('unshare') ? `/proc/${child.pid}/ns/net` : null
  return {
    text,
    async stop() {
      child.kill('SIGTERM')
      const [code] = (await ended) as [number | null]
      return code
    },
    async visit(subject, mode) {
      const inside = network ? ['nsenter', `--net=${network}`] : []
      const command = [...inside, process.execPath, visitor, `http://localhost:${port}`, subject]
      const [program, ...args] = [...command, ...(mode ? [mode] : [])]
      const { stdout, stderr } = spawnSync(program!, args, { encoding: 'utf8' })
      if (stderr) throw new Error(stderr)
      return JSON.parse(stdout) as unknown
    },
  }
}

/** A port whose followers, which the example takes, are free as well. */
export async function freePorts(): Promise<number> {
  for (let port = 20_000 + Math.floor(Math.random() * 10_000); ; port++) {
    const free = await Promise.all([port, port + 100, port + 125].map(isFree))
    if (free.every(Boolean)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  const listening = once(probe.listen(port, '127.0.0.1'), 'listening').then(
    () => true,
    () => false,
  )
  const free = await listening
  if (free) await new Promise((resolve) => probe.close(resolve))
  return free
}

/** The checkout as it would be cloned: what git knows, and what is new here. */
export function copyCheckout(to: string): void {
  const from = fileURLToPath(new URL('../../..', import.meta.url))
  mkdirSync(to, { recursive: true })
  const script =
    'git -c safe.directory="*" ls-files -z --cached --others --exclude-standard | ' +
    'while IFS= read -r -d "" file; do if [ -e "$file" ]; then printf "%s\\0" "$file"; fi; done | ' +
    'xargs -0 cp -a --parents -t "$0"'
  const { status, stderr } = spawnSync('bash', ['-c', script, to], { cwd: from, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

/** The folder of a Node before 24: this machine's, or one from the registry. */
export function oldNode(scratch: string): string {
  const own = ['/usr/bin', '/usr/local/bin'].find((folder) => majorOf(join(folder, 'node')) < 24)
  if (own) return own
  const folder = join(scratch, 'old-node')
  const name = `node-linux-${process.arch}`
  spawnSync('npm', ['install', '--prefix', folder, '--no-save', `${name}@20.20.2`])
  return join(folder, 'node_modules', name, 'bin')
}

function majorOf(node: string): number {
  if (!existsSync(node)) return Infinity
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return Number(stdout.slice(1).split('.')[0])
}

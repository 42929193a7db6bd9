import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'

const script = fileURLToPath(new URL('../testing/processes/stoppable.ts', import.meta.url))
const started: ChildProcess[] = []
afterEach(() => {
  for (const { pid } of started.splice(0)) {
    try {
      if (pid) process.kill(-pid, 'SIGKILL')
    } catch {
      // the whole group is gone, as it should be
    }
  }
})

/** @param argv a command that ends in our script, in a process group of its own */
async function start(argv: string[], env: NodeJS.ProcessEnv = {}) {
  const [command = '', ...args] = argv
  const child = spawn(command, args, {
    env: { ...process.env, npm_lifecycle_event: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  started.push(child)
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  await vi.waitUntil(() => said.includes('ready'), 30_000)
  return { child, said: () => said }
}

const ours = (manner: string) => `"${process.execPath}" "${script}" ${manner}; true`

test.for(['SIGINT', 'SIGTERM'] as const)('%s stops', { timeout: 60_000 }, async (signal) => {
  const { child, said } = await start([process.execPath, script, 'ends'])
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(said()).toContain('stopping')
})

test('what does not come to its end is ended', async () => {
  const { child } = await start([process.execPath, script, 'stays'])
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([1, null])
}, 60_000)

test('a second signal does not wait, once the first is a second old', async () => {
  const { child, said } = await start([process.execPath, script, 'stays'])
  child.kill('SIGINT')
  await vi.waitUntil(() => said().includes('stopping'), 30_000)
  const exit = once(child, 'exit')
  const again = setInterval(() => child.kill('SIGINT'), 300)
  expect(await exit).toEqual([130, null])
  clearInterval(again)
}, 60_000)

test.for([
  ['the shell of npm', (inner: string) => ['sh', '-c', inner, 'npm start']],
  [
    'npm, which leaves its shell behind',
    (inner: string) => ['sh', '-c', nested(inner), 'npm start'],
  ],
] as const)('%s may be killed, and ours stops', { timeout: 60_000 }, async ([, chain]) => {
  const env = { npm_lifecycle_event: 'start' }
  const { child, said } = await start([...chain(ours('ends'))], env)
  child.kill('SIGKILL')
  await vi.waitFor(() => expect(said()).toContain('stopping'), 30_000)
})

test('without npm a shell may go: whoever leaves it behind wants that', async () => {
  const { child, said } = await start(['sh', '-c', ours('ends'), 'npm start'])
  child.kill('SIGKILL')
  // it looks as often as who watches its starters would
  await vi.waitFor(() => expect(said()).toContain('alone 4'), 30_000)
  expect(said()).not.toContain('stopping')
}, 60_000)

function nested(inner: string): string {
  return `sh -c '${inner}'; true`
}

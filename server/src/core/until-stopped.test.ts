import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { eventually, until } from '#server/testing/eventually.ts'

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
  await until(() => said.includes('ready'))
  return { child, said: () => said }
}

const ours = (manner: string) => `"${process.execPath}" "${script}" ${manner}; true`

test.for(['SIGINT', 'SIGTERM'] as const)('%s stops', async (signal) => {
  const { child, said } = await start([process.execPath, script, 'ends'])
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(said()).toContain('stopping')
})

test('what does not come to its end is ended', async () => {
  const { child } = await start([process.execPath, script, 'stays'])
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([1, null])
})

test('a second signal does not wait, once the first is a second old', async () => {
  const { child, said } = await start([process.execPath, script, 'stays'])
  child.kill('SIGINT')
  await until(() => said().includes('stopping'))
  const exit = once(child, 'exit')
  const again = setInterval(() => child.kill('SIGINT'), 300)
  expect(await exit).toEqual([130, null])
  clearInterval(again)
})

test.for([
  ['the shell of npm', (inner: string) => ['sh', '-c', inner, 'npm start']],
  [
    'npm, which leaves its shell behind',
    (inner: string) => ['sh', '-c', nested(inner), 'npm start'],
  ],
] as const)('%s may be killed, and ours stops', async ([, chain]) => {
  const env = { npm_lifecycle_event: 'start' }
  const { child, said } = await start([...chain(ours('ends'))], env)
  child.kill('SIGKILL')
  await eventually(() => expect(said()).toContain('stopping'))
})

test('without npm a shell may go: whoever leaves it behind wants that', async () => {
  const { child, said } = await start(['sh', '-c', ours('ends'), 'npm start'])
  child.kill('SIGKILL')
  // it looks as often as who watches its starters would
  await eventually(() => expect(said()).toContain('alone 4'))
  expect(said()).not.toContain('stopping')
})

function nested(inner: string): string {
  return `sh -c '${inner}'; true`
}

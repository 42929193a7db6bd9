import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { defineVerb } from './verb.ts'

const script = fileURLToPath(new URL('../testing/processes/worker-process.ts', import.meta.url))
const children: ChildProcess[] = []

const doThing = defineVerb({
  permission: 'ticket:write',
  input: z.object({}),
  run: async () => ({ result: null, events: [{ name: 'thing.done' }] }),
})

async function startProcess(url: string, manner: 'hang' | 'finish'): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, url, manner], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await once(child.stdout!, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child)
})

async function createDesk() {
  const desk = await createTestDesk(() => ['note_it'])
  const notes = async () => {
    const rows = await desk.db.selectFrom('setting').select(['key', 'value']).execute()
    return Object.fromEntries(rows.map((row) => [row.key, row.value]))
  }
  return { desk, notes }
}

test('a reaction whose process was killed after the commit happens once after a restart', async () => {
  const { desk, notes } = await createDesk()
  await doThing(desk, someAgent, {}) // committed; no worker lives yet
  await startProcess(desk.url, 'finish')
  await vi.waitFor(async () => expect(await notes()).toHaveProperty(['finish.finished']), 10_000)
  expect(await notes()).toEqual({ 'finish.began': 1, 'finish.finished': 1 })
})

test('a reaction that a killed process had begun is taken over and finished by the next', async () => {
  const { desk, notes } = await createDesk()
  const first = await startProcess(desk.url, 'hang')
  await doThing(desk, someAgent, {})
  await vi.waitFor(async () => expect(await notes()).toHaveProperty(['hang.began']), 10_000)
  await kill(first)
  await startProcess(desk.url, 'finish')
  await vi.waitFor(async () => expect(await notes()).toHaveProperty(['finish.finished']), 15_000)
  expect(await notes()).toEqual({ 'hang.began': 1, 'finish.began': 1, 'finish.finished': 1 })
}, 40_000)

import { run } from 'graphile-worker'
import type { RunnerOptions } from 'graphile-worker'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createDatabaseDoor } from '#server/testing/database-door.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { eventually } from '#server/testing/eventually.ts'
import { startRunner } from './job-runner.ts'

test('a runner that is dropped before the database has answered to LISTEN gives its connection back in peace', async () => {
  const desk = await createTestDesk()
  const door = await createDatabaseDoor(desk.url)
  const uncaught: string[] = []
  const note = (error: unknown) => void uncaught.push(String(error))
  const before = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', note)
  let released = 0
  let mayListen = true
  const library = (options: RunnerOptions) => {
    // just before it says LISTEN: nothing passes any more
    options.events?.on('pool:listen:success', () => {
      if (mayListen) door.hang()
      mayListen = false
    })
    options.events?.on('pool:listen:release', () => void released++)
    return run(options)
  }
  try {
    const config = { url: door.url, db: desk.db, log: pino({ level: 'silent' }), tasks: {} }
    const stopping = new AbortController().signal
    const runner = await startRunner({ ...config, schedule: [], library }, {}, stopping)
    await eventually(() => expect(mayListen).toBe(false))
    runner.drop()
    // both ways that give it back were taken
    await eventually(() => expect(released).toBe(2))
    door.resume()
    await desk.pool.query('select 1')
    await new Promise(setImmediate)
    expect(uncaught).toEqual([])
  } finally {
    process.removeAllListeners('unhandledRejection')
    for (const listener of before) process.on('unhandledRejection', listener)
    await door.remove()
  }
})

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const outlive = new URL('./outlive-errors.ts', import.meta.url).href

/** A process in which an observer, a timer and a promise fail, and which then still says so. */
const program = (isOutliving: boolean) => `
  import { PerformanceObserver, performance } from 'node:perf_hooks'
  import { outliveErrors } from ${JSON.stringify(outlive)}
  const said = []
  if (${isOutliving}) outliveErrors({ error: ({ err, origin }) => said.push(origin + ': ' + err.message) })
  new PerformanceObserver(() => { throw new Error('observer') }).observe({ entryTypes: ['mark'] })
  performance.mark('one')
  setTimeout(() => { throw new Error('timer') }, 1)
  void Promise.reject(new Error('promise'))
  const wait = setInterval(() => {
    if (said.length < 3) return
    console.log(said.toSorted().join(', '))
    process.exit(0)
  }, 5)
`
const run = (isOutliving: boolean) =>
  promisify(execFile)(process.execPath, [
    '--input-type=module-typescript',
    '--eval',
    program(isOutliving),
  ])

test('an error of an observer, a timer or a promise ends nothing and is said', async () => {
  const { stdout } = await run(true)
  expect(stdout.trim()).toBe(
    'uncaughtException: observer, uncaughtException: timer, unhandledRejection: promise',
  )
})

test('without it such an error ends the process', async () => {
  await expect(run(false)).rejects.toThrow(/Error: (?:observer|timer|promise)/)
})

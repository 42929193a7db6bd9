import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fetchHistory } from './fetch-history.ts'
import type { FetchChoice } from './fetch-history.ts'
import { someFile } from '#server/imports/testing/factory.ts'
import { desks } from '#server/imports/vendors/testing/desks.ts'
import { startStandIn } from '#server/imports/vendors/testing/stand-in.ts'
import { accessTo } from '#server/imports/vendors/testing/told.ts'

const desk = desks.find(({ reader }) => reader.name === 'zendesk')!

/** @param onRequest told of each request before it is answered, counted from 1 */
async function somewhere(onRequest: (count: number) => void = () => undefined) {
  let requests = 0
  const route = desk.route(() => '')
  const standIn = await startStandIn(desk.authorization, (request) => {
    onRequest(++requests)
    return route(request)
  })
  onTestFinished(() => standIn.stop())
  const path = join(dirname(someFile('')), 'imports', 'desk.parts')
  const choice: FetchChoice = { ...accessTo(desk, standIn).access, reader: 'zendesk' }
  return { standIn, path, choice }
}

async function fetched(): Promise<{ tickets: string[]; pages: string[] }> {
  const { path, choice, standIn } = await somewhere()
  await fetchHistory(path, choice)
  return { tickets: ticketsIn(path), pages: pagesOf(standIn.seen) }
}

/** Names of teams and people are asked for again: they may have changed meanwhile. */
const ticketsIn = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"ticket":'))

const pagesOf = (seen: readonly string[]) => seen.filter((request) => !request.includes('/groups'))

/** The same fetch in a process that can be killed. */
function fetchElsewhere(path: string, { url, key, since }: FetchChoice): ChildProcess {
  const module = new URL('./fetch-history.ts', import.meta.url).href
  const choice = JSON.stringify({ reader: 'zendesk', url, key })
  const script = `import { fetchHistory } from ${JSON.stringify(module)}
    await fetchHistory(${JSON.stringify(path)}, { ...${choice}, since: new Date(${since!.getTime()}) })`
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
}

describe('fetching a history from an interface', () => {
  test('killed in the middle of a page, it goes on after the last complete one', async () => {
    const whole = await fetched()
    let child: ChildProcess | undefined
    const { standIn, path, choice } = await somewhere((count) => {
      if (count === 4) child?.kill('SIGKILL')
    })
    child = fetchElsewhere(path, choice)
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
    const before = pagesOf(standIn.seen).length
    expect(before).toBe(3)
    appendFileSync(path, '{"ticket":"half a li') // of the page that did not come to its end
    await fetchHistory(path, choice)
    expect(ticketsIn(path)).toEqual(whole.tickets)
    const pages = pagesOf(standIn.seen)
    expect(pages.slice(0, before)).toEqual(whole.pages.slice(0, before))
    expect(pages.slice(before)).toEqual(whole.pages.slice(before - 1))
  })

  test('a state whose file is gone begins anew', async () => {
    const whole = await fetched()
    const { path, choice } = await somewhere()
    await fetchHistory(path, choice)
    rmSync(path)
    await fetchHistory(path, choice)
    expect(ticketsIn(path)).toEqual(whole.tickets)
  })

  test('stopped, it keeps what is complete; asked again, it goes on', async () => {
    const whole = await fetched()
    const stopping = new AbortController()
    const { standIn, path, choice } = await somewhere((count) => {
      if (count === 3) stopping.abort(new Error('stopped'))
    })
    const { signal } = stopping
    await expect(fetchHistory(path, { ...choice, signal })).rejects.toThrow(/aborted|stopped/)
    expect(standIn.seen.length).toBe(3)
    await fetchHistory(path, choice)
    expect(ticketsIn(path)).toEqual(whole.tickets)
  })

  test('a refused key leaves nothing to import, and is told without the key', async () => {
    const { path, choice } = await somewhere()
    const failed = await fetchHistory(path, { ...choice, key: 'wr0ng:k3y' }).catch(String)
    expect(failed).toContain('key')
    expect(failed).not.toContain('wr0ng')
    expect(existsSync(`${path}.state`)).toBe(false)
  })

  test('a desk that has no interface is refused, with those that have one', async () => {
    const { path, choice } = await somewhere()
    await expect(fetchHistory(path, { ...choice, reader: 'firstline' })).rejects.toThrow(
      /cannot be fetched from; these can: .*zendesk/,
    )
  })
})

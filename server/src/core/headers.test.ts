import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { anonymous } from './actor.ts'
import { createHttp } from './http.ts'

const page = readFileSync(new URL('../../../docs/security/headers.md', import.meta.url), 'utf8')
const written = [...page.matchAll(/^\| `([a-z-]+)` \| `(.+)` \|$/gm)].map(([, name, value]) => [
  name!,
  value!,
])
const onlyHttps = 'strict-transport-security'
/** Of one answer, not of all. */
const ofAnswer =
  /^(?:content-(?:type|length)|date|connection|x-request-id|x-ratelimit-.*|vary|cache-control|keep-alive)$/

async function sent(isHttps: boolean): Promise<string[][]> {
  const http = await createHttp({
    log: pino({ level: 'silent' }),
    routes: {},
    handlers: {},
    authenticate: async () => anonymous,
    origins: [],
    version: '0',
    isHttps,
  })
  const { headers } = await http.inject('/nothing')
  await http.close()
  return Object.entries(headers)
    .filter(([name]) => !ofAnswer.test(name))
    .map(([name, value]) => [name, String(value)])
    .toSorted(byName)
}

function byName([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return a < b ? -1 : 1
}

test('the page on headers says what is really sent, by http and by https', async () => {
  expect(written.length).toBeGreaterThan(8)
  expect(await sent(true)).toEqual(written.toSorted(byName))
  expect(await sent(false)).toEqual(written.filter(([name]) => name !== onlyHttps).toSorted(byName))
})

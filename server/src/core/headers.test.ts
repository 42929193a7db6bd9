import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { anonymous } from './actor.ts'
import { createHttp } from './http.ts'
import { serveWeb } from './web.ts'

const page = readFileSync(new URL('../../../docs/security/headers.md', import.meta.url), 'utf8')
const written = [...page.matchAll(/^\| `([a-z-]+)` \| `(.+)` \|$/gm)].map(([, name, value]) => [
  name!,
  value!,
])
const onlyHttps = 'strict-transport-security'
/** Of one answer, not of all. */
const ofAnswer =
  /^(?:content-(?:type|length)|date|connection|x-request-id|x-ratelimit-.*|vary|cache-control|keep-alive)$/

async function serving(isHttps: boolean) {
  return createHttp({
    log: pino({ level: 'silent' }),
    routes: {},
    handlers: {},
    authenticate: async () => anonymous,
    origins: [],
    version: '0',
    isHttps,
  })
}

async function sent(isHttps: boolean): Promise<string[][]> {
  const http = await serving(isHttps)
  const { headers } = await http.inject('/nothing')
  await http.close()
  return namesAndValues(headers)
}

function namesAndValues(headers: object): string[][] {
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

test('a page that others may frame names them and differs in nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-headers-'))
  writeFileSync(join(folder, 'index.html'), '<title>the app</title>')
  const http = await serving(true)
  const origins = ['https://one.example', 'https://two.example:8443']
  await serveWeb(http, folder, (path) => (path === '/beside/redmine/1' ? origins : []))
  const panel = await http.inject({ url: '/beside/redmine/1?theme=dark' })
  const other = await http.inject({ url: '/tickets/1' })
  await http.close()
  rmSync(folder, { recursive: true })
  const file = /^(?:accept-ranges|etag|last-modified)$/
  const of = (headers: object) => namesAndValues(headers).filter(([name = '']) => !file.test(name))
  expect(of(other.headers)).toEqual(written.toSorted(byName))
  const framed = written
    .filter(([name]) => name !== 'x-frame-options')
    .map(([name = '', value = '']) => [
      name,
      value.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(' ')}`),
    ])
  expect(of(panel.headers)).toEqual(framed.toSorted(byName))
  expect(panel.headers['content-security-policy']).toContain(origins.join(' '))
})

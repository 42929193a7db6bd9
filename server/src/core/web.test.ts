import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { answerProblem } from './problem.ts'
import { serveWeb } from './web.ts'

const folder = mkdtempSync(join(tmpdir(), 'firstline-web-'))
writeFileSync(join(folder, 'index.html'), '<title>the app</title>')
writeFileSync(join(folder, 'theme.js'), 'theme()')
const http = Fastify()
http.setErrorHandler(answerProblem)
await serveWeb(http, folder)
afterAll(async () => {
  await http.close()
  rmSync(folder, { recursive: true })
})

test.each([
  '/',
  '/tickets/1',
  '/rate/018f.aGVsbG8?value=up',
  '/rate?value=up',
  '/scorecard?weeks=8',
])('the page %s is the app, for a browser and for a mail scanner', async (url) => {
  for (const accept of ['text/html,*/*;q=0.8', '*/*']) {
    const answer = await http.inject({ url, headers: { accept } })
    expect(answer.body).toContain('the app')
  }
})

test.each(['/api/nothing', '/assets/gone.js', '/gone.js', '/inbound/x'])(
  'what is not there at %s is a problem, never the app',
  async (url) => {
    const answer = await http.inject({ url, headers: { accept: '*/*' } })
    expect(answer.json()).toMatchObject({ status: 404, reason: 'route.not-found' })
  },
)

test('a browser gets the file that was compressed at build, in the best form it knows', async () => {
  writeFileSync(join(folder, 'theme.js.br'), 'small')
  writeFileSync(join(folder, 'theme.js.gz'), 'small too')
  const ask = (accept: string) =>
    http.inject({ url: '/theme.js', headers: { 'accept-encoding': accept } })
  for (const [accept, encoding, body] of [
    ['gzip, deflate, br', 'br', 'small'],
    ['gzip', 'gzip', 'small too'],
    ['identity', undefined, 'theme()'],
  ] as const) {
    const answer = await ask(accept)
    expect([answer.headers['content-encoding'], answer.body]).toEqual([encoding, body])
    expect(answer.headers['content-type']).toContain('javascript')
  }
})

test('what the bundle was made from is not served', async () => {
  writeFileSync(join(folder, 'theme.js.map'), '{"sources":[]}')
  expect((await http.inject('/theme.js.map')).statusCode).toBe(404)
})

test('a file is served as itself', async () => {
  expect((await http.inject('/theme.js')).body).toBe('theme()')
})

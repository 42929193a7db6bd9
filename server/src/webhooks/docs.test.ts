import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testWebhook } from './test-webhook.ts'
import { someWebhook, webhookDesk, workOff } from './testing/desk.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const page = readFileSync(join(root, 'docs/webhooks.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'firstline-hooks-'))
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const desk = await webhookDesk()
const told = { secret: '', headers: {}, body: '' }

beforeAll(async () => {
  const { id, secret } = await someWebhook(desk)
  await testWebhook(desk, desk.lead, { webhookId: id })
  await workOff(desk)
  const { headers, body } = desk.receiver.received[0]!
  Object.assign(told, { secret, headers, body })
})

/** The only block of a language on the page. */
function snippet(language: string): string {
  const [text, ...more] = [...page.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , code]) => code!)
  expect(more).toEqual([])
  return text!
}

type Told = typeof told
/** @throws what the program says when it refuses */
function run(command: string, program: { file: string; code: string }, given: Told): string {
  const path = join(folder, program.file)
  writeFileSync(path, program.code)
  return execFileSync(command, [path], {
    input: JSON.stringify(given),
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim()
}

const inTypeScript = (given: Told) =>
  run(
    process.execPath,
    {
      file: 'verify.ts',
      code: `${snippet('ts')}
import { text } from 'node:stream/consumers'
const { secret, headers, body } = JSON.parse(await text(process.stdin))
console.log(JSON.stringify(verify(secret, headers, body)))
`,
    },
    given,
  )
const inPython = (given: Told) =>
  run(
    'python3',
    {
      file: 'verify.py',
      code: `${snippet('python')}
import json, sys
told = json.load(sys.stdin)
verify(told["secret"], told["headers"], told["body"].encode())
print(told["body"])
`,
    },
    given,
  )

test.each([
  ['TypeScript', inTypeScript],
  ['Python', inPython],
])('what the page says in %s takes a real delivery, and no other', (_, verify) => {
  expect(JSON.parse(verify(told))).toEqual(JSON.parse(told.body))
  expect(() => verify({ ...told, body: `${told.body} ` })).toThrow(/sign/i)
  expect(() => verify({ ...told, secret: `whsec_${'A'.repeat(43)}=` })).toThrow(/sign/i)
  const headers = { ...told.headers, 'webhook-timestamp': '1614265330' }
  expect(() => verify({ ...told, headers })).toThrow(/old/)
})

test('what the page says for the shell prints the signature', () => {
  const headers = new Map<string, string>(Object.entries(told.headers))
  writeFileSync(join(folder, 'body.json'), told.body)
  const printed = execFileSync('bash', ['-c', snippet('sh')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      ID: headers.get('webhook-id'),
      SENT: headers.get('webhook-timestamp'),
      SECRET: told.secret,
    },
  })
  expect(`v1,${printed.trim()}`).toBe(headers.get('webhook-signature'))
})

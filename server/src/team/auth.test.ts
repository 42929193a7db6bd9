import { pino } from 'pino'
import { afterEach, expect, test, vi } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { createAuth } from './auth.ts'

const desk = await createTestDesk()
const publicUrl = 'https://desk.example'
const secret = 'a secret of thirty-two characters or more'

afterEach(() => vi.restoreAllMocks())

async function signIn(headers: Record<string, string>, body: string) {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  const auth = createAuth(desk.db, log, { publicUrl, secret })
  const printed = [
    vi.spyOn(console, 'error').mockReturnValue(),
    vi.spyOn(console, 'warn').mockReturnValue(),
    vi.spyOn(console, 'log').mockReturnValue(),
  ]
  const { status } = await auth.handler(
    new Request(`${publicUrl}/api/auth/sign-in/email`, { method: 'POST', headers, body }),
  )
  return { status, lines, printed: printed.flatMap((spy) => spy.mock.calls) }
}

const honest = { origin: publicUrl, 'content-type': 'application/json' }

test.each([
  ['a body that is no JSON', honest, '{"email', 400],
  ['a wrong password', honest, '{"email":"a@b.example","password":"wrong-password"}', 401],
  [
    'another site',
    { ...honest, cookie: 'x=1', origin: 'https://evil.example' },
    '{"email":"a@b.example","password":"wrong-password"}',
    403,
  ],
  ['a form', { ...honest, 'content-type': 'text/plain' }, 'email=a', 415],
])('%s is refused and is no error of ours', async (_what, headers, body, expected) => {
  const { status, lines, printed } = await signIn(headers, body)
  expect(status).toBe(expected)
  expect(printed).toEqual([])
  expect(lines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)).toEqual([])
})

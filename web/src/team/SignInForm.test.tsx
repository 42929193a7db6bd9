import type { Setup } from '@firstline/contract/team'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { createQueryClient } from '#web/app/query-client.ts'
import { deskSetup } from '#web/testing/factories.ts'
import { serve } from '#web/testing/server.ts'
import { SignInForm } from './SignInForm.tsx'

const setup = {
  ...deskSetup,
  demoSignIns: [
    { email: 'ada@acme.test', password: 'correct-horse', name: 'Ada', role: 'agent' as const },
  ],
}

function open(signIn: Parameters<typeof serve>[0][string] | undefined, demo = setup) {
  serve({ 'GET /api/setup': { body: demo }, 'POST /api/auth/sign-in/email': signIn! })
  const onSignedIn = vi.fn()
  render(
    <QueryClientProvider client={createQueryClient()}>
      <SignInForm onSignedIn={onSignedIn} />
    </QueryClientProvider>,
  )
  return { onSignedIn }
}

async function submit() {
  await userEvent.type(screen.getByLabelText('Email'), 'ada@acme.test')
  await userEvent.type(screen.getByLabelText('Password'), 'wrong-password{Enter}')
}

describe('signing in', () => {
  test('with a right password goes on', async () => {
    const { onSignedIn } = open({ body: {} })
    await submit()
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  test('with a wrong one says so and keeps what was typed', async () => {
    const { onSignedIn } = open({ status: 401, body: {} })
    await submit()
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Email or password is not right',
    )
    expect(screen.getByLabelText('Email')).toHaveProperty('value', 'ada@acme.test')
    expect(onSignedIn).not.toHaveBeenCalled()
  })

  test('too often says for how long to wait', async () => {
    open({ status: 429, headers: { 'x-retry-after': '47' }, body: {} })
    await submit()
    expect((await screen.findByRole('alert')).textContent).toMatch(/try again in 0:4[67]/)
  })

  test('without a network says that the server is away', async () => {
    open(undefined)
    await submit()
    expect((await screen.findByRole('alert')).textContent).toContain('could not be reached')
  })

  test('at the example company is filled in by one click', async () => {
    open({ body: {} })
    await userEvent.click(await screen.findByRole('button', { name: 'Ada · Agent' }))
    expect(screen.getByLabelText('Email')).toHaveProperty('value', 'ada@acme.test')
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'correct-horse')
  })

  test('elsewhere offers no sign-ins', async () => {
    open({ body: {} }, { ...setup, demoSignIns: [] })
    await userEvent.type(screen.getByLabelText('Email'), 'a')
    expect(screen.queryByText(/Example company/)).toBeNull()
  })
})

test('a new desk says how its first person is invited, and sends nobody to an administrator', async () => {
  open({ body: {} }, { ...setup, demoSignIns: [], hasPeople: false })
  expect(await screen.findByText(/firstline invite .* --role admin/)).toBeDefined()
  expect(screen.queryByText(/administrator/)).toBeNull()
})

describe('where there are identity providers', () => {
  const providers = [{ id: 'acme', name: 'Acme ID' }]
  const begin = 'POST /api/auth/sign-in/provider'

  function openWith(
    passwords: Setup['passwords'],
    answer: object,
    { status = 200, returnTo }: { status?: number; returnTo?: string } = {},
  ) {
    const asked: unknown[] = []
    serve({
      'GET /api/setup': { body: { ...setup, providers, passwords } },
      [begin]: { status, body: answer },
    })
    const answers = fetch
    vi.stubGlobal('fetch', (path: string, request: RequestInit = {}) => {
      if (path.endsWith('/provider')) asked.push(JSON.parse(String(request.body)))
      return answers(path, request)
    })
    render(
      <QueryClientProvider client={createQueryClient()}>
        <SignInForm returnTo={returnTo} onSignedIn={vi.fn()} />
      </QueryClientProvider>,
    )
    return { asked }
  }
  const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

  test('one that does not answer is said so, and where one wanted to go went with it', async () => {
    const { asked } = openWith(
      'everybody',
      { refusal: 'unavailable' },
      { status: 503, returnTo: '/tickets/7' },
    )
    await press('Continue with Acme ID')
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Acme ID does not answer\./)
    expect(asked).toEqual([{ provider: 'acme', returnTo: '/tickets/7' }])
    expect(screen.getByLabelText('Password')).toBeTruthy()
  })

  test('after many tries one is told to wait, not that something broke', async () => {
    openWith('everybody', { reason: 'rate.limited' }, { status: 429 })
    await press('Continue with Acme ID')
    expect((await screen.findByRole('alert')).textContent).toMatch(/Wait a minute/)
  })

  test('on top of a page it leads back to where that page is by then', async () => {
    const { asked } = openWith('everybody', { refusal: 'unavailable' }, { status: 503 })
    await screen.findByRole('button', { name: 'Continue with Acme ID' })
    window.history.pushState(null, '', '/tickets/9?part=run#last')
    await press('Continue with Acme ID')
    await screen.findByRole('alert')
    expect(asked).toEqual([{ provider: 'acme', returnTo: '/tickets/9?part=run#last' }])
    window.history.pushState(null, '', '/')
  })

  test('where passwords are for some, the form is one press away', async () => {
    openWith('some', {})
    await screen.findByRole('button', { name: 'Continue with Acme ID' })
    expect(screen.queryByLabelText('Password')).toBeNull()
    await press('Sign in with a password')
    expect(screen.getByLabelText('Password')).toBeTruthy()
  })

  test('where passwords are for nobody, there is no form', async () => {
    openWith('nobody', {})
    await screen.findByRole('button', { name: 'Continue with Acme ID' })
    expect(screen.queryByLabelText('Password')).toBeNull()
    expect(screen.queryByText('Sign in with a password')).toBeNull()
    expect(screen.queryByText('Forgot your password?')).toBeNull()
  })

  test('a right password that opens nothing here is told from a wrong one', async () => {
    open({ status: 403, body: { code: 'PASSWORD_OFF' } })
    await submit()
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Your password is right/)
  })
})

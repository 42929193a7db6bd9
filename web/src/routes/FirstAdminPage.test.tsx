import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { deskSetup } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { problem, serve } from '#web/testing/server.ts'
import { FirstAdminPage } from './FirstAdminPage.tsx'

test('a wrong code is said at the code, a weak password at the password', async () => {
  const refused = (status: number, reason: string, detail: string) => {
    const answer = problem(status, reason)
    return { ...answer, body: { ...(answer.body as object), detail } }
  }
  const { answers } = serve({
    'GET /api/setup': { body: { ...deskSetup, hasPeople: false } },
    'POST /api/setup/first-admin': refused(403, 'setup.code-wrong', 'This is not the code'),
  })
  renderSignedIn(<FirstAdminPage />)
  await userEvent.type(await screen.findByLabelText('Code'), '0000-0000')
  await userEvent.type(screen.getByLabelText('Your name'), 'Mira Holm')
  await userEvent.type(screen.getByLabelText('Email'), 'mira@desk.example')
  await userEvent.type(screen.getByLabelText('New password'), 'aaaaaaaaaaaa')
  const create = screen.getByRole('button', { name: 'Create administrator' })
  await userEvent.click(create)
  expect(await screen.findByText('This is not the code')).toBeTruthy()
  expect(screen.getByLabelText('Code').getAttribute('aria-invalid')).toBe('true')
  const weak = refused(400, 'password.guessable', 'Guessed quickly')
  answers['POST /api/setup/first-admin'] = weak
  await userEvent.type(screen.getByLabelText('Code'), '-1111')
  await userEvent.click(create)
  expect(await screen.findByText(/is guessed quickly/)).toBeTruthy()
  expect(screen.getByLabelText('New password').getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByLabelText('Code').getAttribute('aria-invalid')).toBeNull()
})

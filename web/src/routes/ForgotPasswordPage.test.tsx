import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderSignedIn } from '#web/testing/render.tsx'
import { deskSetup } from '#web/testing/factories.ts'
import { serve } from '#web/testing/server.ts'
import { ForgotPasswordPage } from './ForgotPasswordPage.tsx'

const setup = deskSetup

test('where the desk sends no mail, who helps is said instead of asking for an address', async () => {
  serve({ 'GET /api/setup': { body: { ...setup, canMail: false, help: 'Ask Mira, room 4.' } } })
  renderSignedIn(<ForgotPasswordPage />)
  expect(await screen.findByText('Ask Mira, room 4.')).toBeTruthy()
  expect(screen.getByText('This desk sends no mail.')).toBeTruthy()
  expect(screen.queryByLabelText('Email')).toBeNull()
})

test('an address is asked for, and the answer tells nobody whether somebody signs in with it', async () => {
  serve({
    'GET /api/setup': { body: { ...setup, canMail: true } },
    'POST /api/password-reset': { body: {} },
  })
  renderSignedIn(<ForgotPasswordPage />)
  await userEvent.type(await screen.findByLabelText('Email'), 'ada@acme.test')
  await userEvent.click(screen.getByRole('button', { name: 'Send link' }))
  expect((await screen.findByRole('status')).textContent).toMatch(
    /^If somebody signs in with ada@acme\.test/,
  )
})

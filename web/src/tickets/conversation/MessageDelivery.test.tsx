import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { aReply } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { MessageDelivery } from './MessageDelivery.tsx'

beforeEach(() => vi.unstubAllGlobals())

const sent = { ...aReply('Here it is'), delivery: 'sent' as const }

test('a mail that another server still tries is no alarm, and is not said to be sent', async () => {
  const message = { ...sent, deliveryDoubt: 'delayed' as const, deliveryError: 'Delayed: 421' }
  renderSignedIn(<MessageDelivery message={message} ticketId="t1" />)
  expect(screen.getByText('Delayed: their server still tries')).toBeTruthy()
  expect(screen.getByText('Delayed: 421')).toBeTruthy()
  expect(screen.queryByText('Sent')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

test('one that another server gave up says so, and is sent again with a button', async () => {
  const message = {
    ...sent,
    deliveryDoubt: 'given_up' as const,
    deliveryError: 'Given up: 421 4.4.7 expired',
  }
  const path = `POST /api/messages/${sent.id}/delivery`
  const { asked } = serve({ [path]: { body: { ...sent, delivery: 'queued' } } })
  renderSignedIn(<MessageDelivery message={message} ticketId="t1" />)
  expect(screen.getByRole('alert').textContent).toContain(
    'Not delivered: their server gave up. Given up: 421 4.4.7 expired',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Send again' }))
  expect(asked).toContain(path)
})

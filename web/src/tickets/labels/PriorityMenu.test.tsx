import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { aTicket } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { ToastRegion } from '#web/ui/Toast.tsx'
import { PriorityMark } from './PriorityMark.tsx'
import { PriorityMenu } from './PriorityMenu.tsx'

test('P says how soon, the notice says what was done, and Undo says what it was again', async () => {
  const ticket = aTicket({ priority: 'low' })
  const path = `PUT /api/tickets/${ticket.id}/priority`
  serve({ [path]: { body: { ...ticket, priority: 'urgent' } } })
  const sent: unknown[] = []
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (url: string, request: RequestInit = {}) => {
    if (request.method === 'PUT') sent.push(JSON.parse(String(request.body)))
    return fetch(url, request)
  })
  renderSignedIn(
    <>
      <PriorityMenu ticket={ticket} />
      <ToastRegion />
    </>,
  )
  await screen.findByRole('button', { name: 'Priority: Low' })
  await userEvent.keyboard('p')
  const low = await screen.findByRole('menuitem', { name: /^Low/ })
  await waitFor(() => expect(document.activeElement).toBe(low))
  await userEvent.keyboard('u{Enter}')
  await screen.findByText(`#${ticket.number}: Urgent`)
  // a press outside a menu that is still there closes it and does nothing else
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(sent).toEqual([{ priority: 'urgent' }, { priority: 'low' }]))
})

test('what is normal is said to nobody who only looks at the list', () => {
  const { container } = renderSignedIn(<PriorityMark priority="normal" />)
  expect(container.querySelector('[role=img]')).toBeNull()
})

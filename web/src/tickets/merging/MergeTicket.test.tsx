import type { MergePreview } from '@firstline/contract/merging'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import type { Ticket } from '@firstline/contract/tickets'
import { aTicket } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { ToastRegion } from '#web/ui/Toast.tsx'
import { readDraft, writeDraft } from '../conversation/draft.ts'
import { MergeOffer } from './MergeOffer.tsx'
import { MergeTicket } from './MergeTicket.tsx'

function Merging({ ticket }: { ticket: Ticket }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <h1>{ticket.subject}</h1>
      <MergeTicket ticket={ticket} isOpen={isOpen} onOpenChange={setOpen} />
      <ToastRegion />
    </>
  )
}

/** Where the page is is a part of what is done. */
function renderAt(ticketId: string, part: ReactNode) {
  const root = createRootRoute({ component: () => part })
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: () => root, path: '/tickets/$ticketId' }),
  ])
  const history = createMemoryHistory({ initialEntries: [`/tickets/${ticketId}`] })
  renderSignedIn(<RouterProvider router={createRouter({ routeTree, history })} />)
  return () => history.location.pathname
}

function pair() {
  const goes = aTicket({ number: 1042, subject: 'Where is my export?' })
  const stays = aTicket({ number: 1040, subject: 'Export is late' })
  const preview: MergePreview = {
    goes: { id: goes.id, number: 1042, subject: goes.subject },
    stays: { id: stays.id, number: 1040, subject: stays.subject },
    messages: 2,
    notes: 1,
    people: [{ email: 'lee@northwind.test', name: 'Lee Park' }],
    becomes: 'reopened',
    problemStartedAt: null,
    incident: null,
    endsSnooze: true,
    lastEvent: '77',
  }
  return { goes, stays, preview, at: `/api/tickets/${goes.id}` }
}

/** What is sent, with what its writer has seen. */
function watchRequests() {
  const sent: { method: string; url: string; body: unknown; seen: string | null }[] = []
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (url: string, request: RequestInit = {}) => {
    const { method = 'GET' } = request
    const seen = new Headers(request.headers).get('seen-event')
    const body: unknown = request.body ? JSON.parse(String(request.body)) : null
    if (method !== 'GET') sent.push({ method, url, body, seen })
    return fetch(url, request)
  })
  return sent
}

test('M chooses, the preview says what happens, Enter merges, and the notice takes it back', async () => {
  const { goes, stays, preview, at } = pair()
  serve({
    [`GET ${at}/merge-choices`]: { body: { items: [stays] } },
    [`GET ${at}/merge-previews/${stays.id}`]: { body: preview },
    [`POST ${at}/merging`]: { body: stays },
    [`DELETE ${at}/merging`]: { body: goes },
  })
  const sent = watchRequests()
  writeDraft(goes.id, 'reply', 'We look at')
  const place = renderAt(goes.id, <Merging ticket={goes} />)
  await screen.findByRole('heading', { name: goes.subject })
  await userEvent.keyboard('m')
  await screen.findByRole('option', { name: /#1040 Export is late/ })
  await userEvent.keyboard('{Enter}')
  const dialog = await screen.findByRole('dialog', { name: 'Merge #1042 into #1040' })
  await waitFor(() => expect(dialog.textContent).toContain('2 messages and 1 note'))
  expect(dialog.textContent).toContain('outside of every rate')
  expect(dialog.textContent).toContain('Lee Park')
  expect(dialog.textContent).toContain('that counts as coming back')
  expect(dialog.textContent).toContain('The snooze of #1042 ends')
  const merge = screen.getByRole('button', { name: 'Merge' })
  await waitFor(() => expect(document.activeElement).toBe(merge))
  await userEvent.keyboard('{Enter}')
  await screen.findByText('#1042 is merged into #1040')
  await waitFor(() => expect(place()).toBe(`/tickets/${stays.id}`))
  expect(sent).toMatchObject([{ method: 'POST', body: { into: stays.id }, seen: '77' }])
  // what was begun is written on where it goes on
  expect([readDraft(goes.id, 'reply'), readDraft(stays.id, 'reply').trim()]).toEqual([
    '',
    'We look at',
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByText('#1042 is a ticket of its own again')
  expect(sent.map(({ method }) => method)).toEqual(['POST', 'DELETE'])
  await waitFor(() => expect(place()).toBe(`/tickets/${goes.id}`))
})

test('a refusal says why, and the two change their places by one key', async () => {
  const { goes, stays, preview, at } = pair()
  const detail = '#1042 was resolved before, which counts: merge #1040 into it instead'
  serve({
    [`GET ${at}/merge-choices`]: { body: { items: [stays] } },
    [`GET ${at}/merge-previews/${stays.id}`]: {
      status: 409,
      body: {
        type: 'about:blank',
        title: 'Conflict',
        status: 409,
        reason: 'merge.resolved',
        detail,
      },
    },
    [`GET /api/tickets/${stays.id}/merge-previews/${goes.id}`]: {
      body: { ...preview, goes: preview.stays, stays: preview.goes },
    },
  })
  renderAt(goes.id, <Merging ticket={goes} />)
  await screen.findByRole('heading', { name: goes.subject })
  await userEvent.keyboard('m')
  await screen.findByRole('option', { name: /#1040/ })
  await userEvent.keyboard('{Enter}')
  await screen.findByText(detail)
  expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull()
  const swap = screen.getByRole('button', { name: 'Keep #1042 instead' })
  await waitFor(() => expect(document.activeElement).toBe(swap))
  await userEvent.keyboard('{Enter}')
  await screen.findByRole('dialog', { name: 'Merge #1040 into #1042' })
  await screen.findByRole('button', { name: 'Merge' })
})

test('the number of another customer’s ticket leads to the refusal that says what to do', async () => {
  const { goes, at } = pair()
  const theirs = aTicket({ number: 77 })
  const detail = 'These are of different accounts'
  serve({
    [`GET ${at}/merge-choices`]: { body: { items: [] } },
    'GET /api/ticket-numbers/77': { body: { id: theirs.id } },
    [`GET ${at}/merge-previews/${theirs.id}`]: {
      status: 409,
      body: {
        type: 'about:blank',
        title: 'Conflict',
        status: 409,
        reason: 'merge.another-account',
        detail,
      },
    },
  })
  renderAt(goes.id, <Merging ticket={goes} />)
  await screen.findByRole('heading', { name: goes.subject })
  await userEvent.keyboard('m')
  await userEvent.type(await screen.findByRole('combobox'), '#77')
  await screen.findByRole('option', { name: /Ticket #77/ })
  await userEvent.keyboard('{Enter}')
  await screen.findByText(detail)
  expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull()
  // the other way round is refused as well
  expect(screen.queryByRole('button', { name: /instead/ })).toBeNull()
  const cancel = screen.getByRole('button', { name: 'Cancel' })
  await waitFor(() => expect(document.activeElement).toBe(cancel))
})

test('a merged ticket leads on, with the way back and what was begun on it', async () => {
  const { goes, stays, at } = pair()
  const to = { id: stays.id, number: stays.number, subject: stays.subject }
  serve({ [`DELETE ${at}/merging`]: { body: goes } })
  const sent = watchRequests()
  writeDraft(goes.id, 'note', 'He called')
  renderAt(
    goes.id,
    <>
      <MergeOffer ticket={{ ...goes, state: 'void', voidReason: 'duplicate', joinedTo: to }} />
      <MergeTicket
        ticket={{ ...goes, state: 'void', joinedTo: to }}
        isOpen={false}
        onOpenChange={() => expect.unreachable('nothing is merged twice')}
      />
      <ToastRegion />
    </>,
  )
  await screen.findByRole('link', { name: '#1040 Export is late' })
  await userEvent.keyboard('m')
  expect(readDraft(stays.id, 'note').trim()).toBe('He called')
  await userEvent.click(screen.getByRole('button', { name: 'Undo the merge' }))
  await screen.findByText('#1042 is a ticket of its own again')
  expect(sent).toMatchObject([{ method: 'DELETE', seen: goes.lastEvent }])
})

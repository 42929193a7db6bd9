import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { aReply, aTicket } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { Composer } from './Composer.tsx'
import { readDraft } from './draft.ts'
import { useComposer } from './useComposer.ts'

beforeEach(() => vi.unstubAllGlobals())

const late = '018f0000-0000-7000-8000-0000000000a1'
const early = '018f0000-0000-7000-8000-0000000000a2'

function Writing({ ticket }: { ticket: ReturnType<typeof aTicket> }) {
  const composer = useComposer(ticket.id)
  return (
    <>
      <button type="button" onClick={() => composer.open('reply')}>
        Begin
      </button>
      <Composer ticket={ticket} composer={composer} />
    </>
  )
}

async function begin() {
  const ticket = aTicket()
  const bodies: unknown[] = []
  const { asked } = serve({
    [`GET /api/tickets/${ticket.id}/saved-replies`]: {
      body: {
        items: [
          {
            id: late,
            title: 'Late parcel',
            folder: 'Parcels',
            text: 'Late',
            usesOfType: 3,
            isOffered: false,
          },
          {
            id: early,
            title: 'Early parcel',
            folder: '',
            text: 'Early',
            usesOfType: 0,
            isOffered: false,
          },
        ],
      },
    },
    [`GET /api/tickets/${ticket.id}/saved-replies/${early}`]: {
      body: {
        text: 'Dear [contact.first_name?],\nit came early.',
        missing: ['contact.first_name'],
      },
    },
    [`GET /api/tickets/${ticket.id}/runbook-runs`]: { body: { items: [] } },
    [`POST /api/tickets/${ticket.id}/replies`]: { body: aReply('Done') },
  })
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, request: RequestInit = {}) => {
    if (request.method === 'POST') bodies.push(JSON.parse(String(request.body)))
    return fetch(path, request)
  })
  renderSignedIn(<Writing ticket={ticket} />)
  await userEvent.click(screen.getByText('Begin'))
  const field = screen.getByLabelText<HTMLTextAreaElement>('Reply')
  return { ticket, field, asked, bodies }
}

test('a slash opens the saved replies, arrows choose, Enter puts in, and a missing value keeps it from going out', async () => {
  const { ticket, field, bodies } = await begin()
  await userEvent.type(field, 'Hello,{Enter}/parcel')
  expect(await screen.findAllByRole('option')).toHaveLength(2)
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() =>
    expect(field.value).toBe('Hello,\nDear [contact.first_name?],\nit came early.'),
  )
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(screen.getByText('One value is missing')).toBeTruthy()

  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(bodies).toEqual([])
  expect(screen.getByText(/Nothing is known for contact\.first_name here/)).toBeTruthy()
  expect(document.activeElement).toBe(field)
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('[contact.first_name?]')

  await userEvent.keyboard('Dana')
  expect(field.value).toBe('Hello,\nDear Dana,\nit came early.')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(screen.queryByLabelText('Reply')).toBeNull())
  expect(bodies).toMatchObject([
    { text: 'Hello,\nDear Dana,\nit came early.', savedReplyId: early },
  ])
  expect(readDraft(ticket.id, 'reply')).toBe('')
})

test('Escape leaves the slash and the composer, and the key after it is written', async () => {
  const { field } = await begin()
  await userEvent.type(field, '/')
  expect(await screen.findAllByRole('option')).toHaveLength(2)
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('listbox')).toBeNull()
  await userEvent.keyboard('late{Enter}x')
  expect(field.value).toBe('/late\nx')
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('what was put in and written over entirely is not counted as used', async () => {
  const { field, bodies } = await begin()
  await userEvent.type(field, '/early')
  await screen.findAllByRole('option')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(field.value).toContain('it came early'))
  await userEvent.clear(field)
  await userEvent.type(field, 'Something else')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(bodies).toHaveLength(1))
  expect(bodies[0]).not.toHaveProperty('savedReplyId')
})

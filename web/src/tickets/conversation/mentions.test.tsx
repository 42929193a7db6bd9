import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { aReply, aTicket } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { problem, serve } from '#web/testing/server.ts'
import { Composer } from './Composer.tsx'
import { MessageText } from './MessageText.tsx'
import { useComposer } from './useComposer.ts'

beforeEach(() => vi.unstubAllGlobals())

const emil = '018f0000-0000-7000-8000-0000000000c1'
const lena = '018f0000-0000-7000-8000-0000000000c2'
const person = { email: 'x@desk.example', line: 'L2' } as const

function Writing({ ticket }: { ticket: ReturnType<typeof aTicket> }) {
  const composer = useComposer(ticket.id)
  return (
    <>
      <button type="button" onClick={() => composer.open('note')}>
        Begin
      </button>
      <Composer ticket={ticket} composer={composer} />
    </>
  )
}

async function begin(answer: Parameters<typeof serve>[0][string] = { body: aReply('Done') }) {
  const ticket = aTicket()
  const bodies: unknown[] = []
  serve({
    'GET /api/people': {
      body: {
        items: [
          { id: emil, name: 'Emil Novak', role: 'engineer', ...person },
          { id: lena, name: 'Lena Fischer', role: 'lead', ...person },
        ],
      },
    },
    [`POST /api/tickets/${ticket.id}/notes`]: answer,
  })
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, request: RequestInit = {}) => {
    if (request.method === 'POST') bodies.push(JSON.parse(String(request.body)))
    return fetch(path, request)
  })
  renderSignedIn(<Writing ticket={ticket} />)
  await userEvent.click(screen.getByText('Begin'))
  const field = screen.getByLabelText<HTMLTextAreaElement>('Note')
  return { field, bodies }
}

test('an @ offers the team, arrows choose, Enter puts the name in, and the person is sent with it', async () => {
  const { field, bodies } = await begin()
  await userEvent.type(field, 'Please @')
  expect(await screen.findAllByRole('option')).toHaveLength(2)
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(field.value).toBe('Please @Lena Fischer '))
  expect(screen.queryByRole('listbox')).toBeNull()
  await userEvent.keyboard('look')
  expect(screen.queryByRole('listbox')).toBeNull()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() =>
    expect(bodies).toEqual([
      { text: 'Please @Lena Fischer look', mentions: [{ personId: lena, place: 7 }] },
    ]),
  )
})

test('a note that names somebody who is out stays as it was written, and says why', async () => {
  const { field } = await begin(problem(409, 'mention.disabled'))
  await userEvent.type(field, '@emil')
  await screen.findByRole('option', { name: /Emil Novak/ })
  await userEvent.keyboard('{Enter}{Control>}{Enter}{/Control}')
  expect((await screen.findByRole('alert')).textContent).toContain('mention.disabled')
  expect(field.value).toBe('@Emil Novak ')
})

test('who is named stands out by the name they have today', () => {
  const mention = { person: { id: emil, name: 'Emil N.' }, span: { place: 7, length: 11 } }
  renderSignedIn(<MessageText text="Please @Emil Novak look" mentions={[mention]} />)
  expect(screen.getByText('@Emil N.').dataset.person).toBe(emil)
  expect(screen.getByText(/^Please/).textContent).toBe('Please @Emil N. look')
})

import { permissionsOf } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { App } from '#web/app/App.tsx'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { newId } from '#web/testing/factories.ts'
import { problem, serve } from '#web/testing/server.ts'

beforeEach(() => {
  vi.unstubAllGlobals()
  vi.stubGlobal('EventSource', ScriptedEventSource)
})

const [me, contactId, erasureId] = [newId(), newId(), newId()]
const address = 'dana@northwind.test'
const dana = {
  id: contactId,
  email: address,
  name: 'Dana Reyes',
  account: null,
  createdAt: '2026-03-01T12:00:00Z',
  erasedAt: null,
}
const counts = {
  tickets: 3,
  messages: 7,
  otherMessages: 2,
  mails: 0,
  files: 0,
  ratings: 0,
  attempts: 0,
  sessions: 0,
}
const asked = {
  id: erasureId,
  contact: { id: contactId, email: address },
  reason: 'They wrote on 3 March',
  state: 'asked',
  askedBy: { kind: 'person', id: newId(), name: 'Otto Other' },
  askedAt: '2026-03-03T12:00:00Z',
  decidedBy: null,
  erasedAt: null,
  counts: null,
} as const

function open(answers: Parameters<typeof serve>[0], role: Role = 'admin') {
  const served = serve({
    'GET /api/me': {
      body: {
        id: me,
        name: 'Mira Holm',
        email: 'mira@acme.test',
        role,
        line: 'L1',
        permissions: [...permissionsOf[role]],
        confined: null,
      },
    },
    'GET /api/contacts': { body: { items: [dana] } },
    'GET /api/erasures': { body: { items: [] } },
    'GET /api/retention': {
      body: {
        items: [
          { kind: 'mails', days: 365, count: 1204 },
          { kind: 'messages', days: null, count: 0 },
        ],
      },
    },
    [`GET /api/contacts/${contactId}/erasure-preview`]: {
      body: { contact: dana, counts, needsSecond: true },
    },
    ...answers,
  })
  render(<App history={createMemoryHistory({ initialEntries: ['/privacy'] })} />)
  return served
}

async function find() {
  await userEvent.type(await screen.findByLabelText('Their address, whole'), address)
  await userEvent.click(screen.getByRole('button', { name: 'Look' }))
  return within(await screen.findByRole('list', { name: 'Who has this address' }))
}

test('says how long what is kept, and how much the next night would erase', async () => {
  open({})
  const mails = await screen.findByRole('row', { name: /Mails as they came/ })
  expect(mails.textContent).toContain('365 days')
  expect(mails.textContent).toContain('1,204')
  expect(screen.getByRole('row', { name: /Words of finished/ }).textContent).toContain('For good')
})

test('an export says why it was refused, keeps its reason, and is asked for anew another time', async () => {
  const ask = `POST /api/contacts/${contactId}/exports`
  const { answers, asked: calls } = open({ [ask]: problem(409, 'contact.erased') })
  const found = await find()
  await userEvent.click(found.getByRole('button', { name: 'Export' }))
  const dialog = () => within(screen.getByRole('dialog'))
  const confirm = () => userEvent.click(dialog().getByRole('button', { name: /^Export/ }))
  await userEvent.type(dialog().getByLabelText('Reason'), 'They asked')
  await confirm()
  expect(await dialog().findByRole('alert')).toBeTruthy()
  await userEvent.keyboard('{Escape}')
  await userEvent.click(found.getByRole('button', { name: 'Export' }))
  expect(dialog().getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('They asked')
  answers[ask] = { body: { id: newId(), expiresAt: '2026-03-04T12:00:00Z' } }
  await confirm()
  expect(await screen.findByRole('button', { name: 'Download' })).toBeTruthy()
  await userEvent.click(dialog().getAllByRole('button', { name: 'Close' }).at(-1)!)
  await userEvent.click(found.getByRole('button', { name: 'Export' }))
  expect(dialog().getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('')
  expect(calls.filter((call) => call === ask)).toHaveLength(2)
})

test('what would be erased is seen before it is, and a wrong address erases nothing', async () => {
  const erase = `POST /api/contacts/${contactId}/erasures`
  const { asked: calls } = open({ [erase]: problem(422, 'erasure.not-confirmed') })
  await userEvent.click((await find()).getByRole('button', { name: 'Erase' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect((await dialog.findByText('Messages of theirs')).nextSibling?.textContent).toBe('7')
  expect(dialog.queryByText('Mails')).toBeNull()
  expect(dialog.getByText(/Another administrator has to say yes/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Ask for erasure' }))
  expect(calls).not.toContain(erase)
  await userEvent.type(dialog.getByLabelText('Reason'), 'They asked')
  await userEvent.type(dialog.getByLabelText('Type their address'), 'dana@other.test')
  await userEvent.click(dialog.getByRole('button', { name: 'Ask for erasure' }))
  await waitFor(() => expect(calls).toContain(erase))
  expect(screen.getByRole('dialog')).toBeTruthy()
})

test('another says yes after seeing what will be gone; one’s own is only taken back', async () => {
  const own = { ...asked, id: newId(), askedBy: { ...asked.askedBy, id: me } } as const
  const approve = `POST /api/erasures/${erasureId}/approval`
  const { asked: calls } = open({
    'GET /api/erasures': { body: { items: [asked, own] } },
    [approve]: { body: {} },
  })
  const list = within(await screen.findByRole('list', { name: 'Erasures' }))
  const [theirs, mine] = list.getAllByRole('listitem')
  expect(within(mine!).queryByRole('button', { name: /^Approve/ })).toBeNull()
  expect(within(mine!).getByRole('button', { name: /^Take back/ })).toBeTruthy()
  await userEvent.click(within(theirs!).getByRole('button', { name: /^Approve/ }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText(/They wrote on 3 March/)).toBeTruthy()
  await userEvent.click(await dialog.findByRole('button', { name: 'Erase for good' }))
  await waitFor(() => expect(calls).toContain(approve))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('is for administrators: a lead is not led there', async () => {
  open({}, 'lead')
  expect(await screen.findByRole('link', { name: 'Team' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Privacy' })).toBeNull()
})

import type { ImportChoice, ImportPreview } from '@firstline/contract/imports'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Fields } from './Fields.tsx'
import { Meanings } from './Meanings.tsx'

const understood: NonNullable<ImportPreview['understood']> = {
  columns: { case: 1, time: 2, field: 3, to: 4 },
  fields: [
    { name: 'State', count: 9, samples: ['Open', 'Done'], tells: 'status' },
    { name: 'Group', count: 4, samples: ['Desk'], tells: 'team' },
    { name: 'Phase', count: 2, samples: ['Solved'], tells: null },
  ],
  timeZone: 'UTC',
  lines: 'several-teams',
  teams: [],
  statuses: [
    { name: 'Open', count: 5, meaning: 'open', reopens: false },
    { name: 'Note', count: 3, meaning: 'open', reopens: false },
    { name: 'Done', count: 4, meaning: 'resolved', reopens: false },
  ],
  assumed: [],
  rows: { read: 13, used: 13, refused: 0 },
  refusals: [],
  isPartial: false,
  tickets: [],
}

test('a field can be said to tell something else; the others stay as they are', async () => {
  const onChange = vi.fn<(choice: ImportChoice) => void>()
  render(<Fields fields={understood.fields} choice={{ l1: ['Desk'] }} onChange={onChange} />)
  expect(screen.getByText('Open · Done')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: /What Phase tells/ }))
  await userEvent.click(screen.getByRole('option', { name: 'Status' }))
  const { fields, l1 } = onChange.mock.lastCall![0]
  expect([fields?.status, fields?.team, l1]).toEqual([['State', 'Phase'], ['Group'], ['Desk']])
})

test('of the statuses that resolve nothing, some can be said to be those that reopen', async () => {
  const onChange = vi.fn<(choice: ImportChoice) => void>()
  render(<Meanings understood={understood} choice={{}} onChange={onChange} />)
  await userEvent.click(
    screen.getByText('Which of them reopen a resolved ticket?', { selector: 'summary' }),
  )
  const list = screen.getByRole('group', { name: 'Which of them reopen a resolved ticket?' })
  expect(within(list).queryByText('Done')).toBeNull()
  await userEvent.click(within(list).getByRole('checkbox', { name: 'Open' }))
  expect(onChange.mock.lastCall![0]).toEqual({ reopenStatus: ['Open'] })
})

import { SearchTickets } from '@firstline/contract/tickets'
import { expect, test } from 'vitest'
import { anonymous } from '#server/core/actor.ts'
import { askingOf } from './asking-of.ts'

test('what a tool asks with is what the contract makes of it, or is refused', async () => {
  const asked: unknown[] = []
  const handle = async (_actor: unknown, input: unknown) => {
    asked.push(input)
    return { items: [], next: null, count: 0, stale: 0 }
  }
  const handlers = { searchTickets: { input: SearchTickets, handle } }
  const ask = askingOf(handlers, {} as never, anonymous)
  await ask('searchTickets', { q: '  invoices ' })
  expect(asked).toEqual([expect.objectContaining({ q: 'invoices', limit: 50 })])
  await expect(ask('searchTickets', { q: '' })).rejects.toThrow('Some of the input is not valid')
  expect(asked).toHaveLength(1)
})

import { renderHook, waitFor } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { createQueryClient } from '#web/app/query-client.ts'
import { runbookQuery, useRunbookChange } from './useRunbook.ts'

test('an answer from before a publication that comes after it is not taken for what is so now', async () => {
  const before = Promise.withResolvers<Response>()
  vi.stubGlobal('fetch', (_: string, { method }: RequestInit = {}) =>
    method === 'POST' ? Promise.resolve(Response.json({ version: 2 })) : before.promise,
  )
  const client = createQueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const query = runbookQuery('webhook')
  const onItsWay = client.fetchQuery(query).catch(() => undefined)
  const { result } = renderHook(() => useRunbookChange('publishRunbook', () => undefined), {
    wrapper,
  })
  result.current.mutate({ params: { id: 'webhook' }, body: { version: 2, note: 'Better' } })
  await waitFor(() => expect(result.current.isSuccess).toBe(true))
  before.resolve(Response.json({ version: 1 }))
  await onItsWay
  const state = client.getQueryState(query.queryKey)
  expect(state?.data === undefined || state.isInvalidated).toBe(true)
})

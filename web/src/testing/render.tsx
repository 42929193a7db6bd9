import { permissionsOf } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import type { Me } from '@firstline/contract/team'
import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactElement, ReactNode } from 'react'
import { apiQuery } from '#web/api.ts'
import { createQueryClient } from '#web/app/query-client.ts'

/** Renders a part of a page for a signed-in person; `fetch` is answered by `serve`. */
export function renderSignedIn(part: ReactElement, role: Role = 'agent') {
  const client = createQueryClient()
  const { queries, ...options } = client.getDefaultOptions()
  client.setDefaultOptions({
    ...options,
    queries: { ...queries, retry: false, staleTime: Infinity },
  })
  client.setQueryData(apiQuery('getMe').queryKey, meWith(role))
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return { ...render(part, { wrapper }), queryClient: client }
}

function meWith(role: Role): Me {
  return {
    id: '018f0000-0000-7000-8000-000000000001',
    name: 'Ada Agent',
    email: 'ada@acme.test',
    role,
    line: 'L1',
    permissions: [...permissionsOf[role]],
    confined: null,
  }
}

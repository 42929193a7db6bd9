import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'

export type Titles = {
  type: (id: string) => string
  runbook: (id: string) => string
}

/** What ids are called; one that no longer exists stands for itself. */
export function useTitles(): Titles {
  const { data: types } = useQuery({ ...apiQuery('listTicketTypes'), staleTime: 600_000 })
  const { data: runbooks } = useQuery({ ...apiQuery('listRunbooks'), staleTime: 600_000 })
  return { type: titleIn(types?.items), runbook: titleIn(runbooks?.items) }
}

function titleIn(items: readonly { id: string; title: string }[] = []) {
  return (id: string) => items.find((item) => item.id === id)?.title ?? id
}

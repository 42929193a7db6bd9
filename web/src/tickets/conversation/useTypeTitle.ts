import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'

/** The title of a ticket type; an id that is no longer declared stands for itself. */
export function useTypeTitle(): (id: string) => string {
  const { data } = useQuery({ ...apiQuery('listTicketTypes'), staleTime: 600_000 })
  return (id) => data?.items.find((type) => type.id === id)?.title ?? id
}

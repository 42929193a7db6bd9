import type { PanelColumn } from '@firstline/contract/accounts'
import type { ResponseOf } from '@firstline/contract/client'
import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'

type Columns = readonly PanelColumn[]
type Project = ResponseOf<'getProject'>

const none: Columns = []
const project = { ...apiQuery('getProject'), staleTime: 60_000, select: columnsById }

/** How the fields of a source are called and shown; none where its file does not say. */
export function useSourceColumns(source: string | null): Columns {
  const byId = useQuery(project).data
  return (source !== null && byId?.get(source)) || none
}

/** The same for any source, where many are told of at once. */
export function useColumnsOf(): (source: string) => Columns {
  const byId = useQuery(project).data
  return (source) => byId?.get(source) ?? none
}

// the same answer stays the same map: what reads it is not drawn again
function columnsById({ sources }: Project): ReadonlyMap<string, Columns> {
  return new Map(sources.map(({ id, columns }) => [id, columns]))
}

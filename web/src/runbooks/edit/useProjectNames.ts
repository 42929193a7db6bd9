import type { ResponseOf } from '@firstline/contract/client'
import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'
import type { Option } from '#web/ui/options.tsx'

type Names = ResponseOf<'listRunbookNames'>

const names = { ...apiQuery('listRunbookNames'), staleTime: 60_000 }
const none: readonly Option[] = []

/** What a runbook may name: sources with their fields, actions, types. */
export function useProjectNames() {
  return useQuery(names).data
}

export function useSourceOptions(): readonly Option[] {
  return useQuery({ ...names, select: sourceOptions }).data ?? none
}

/** `exports.recent.id`: what a record can be picked by. */
export function useFieldOptions(): readonly Option[] {
  return useQuery({ ...names, select: fieldOptions }).data ?? none
}

export function useActionOptions(): readonly Option[] {
  return useQuery({ ...names, select: actionOptions }).data ?? none
}

// the same options stay the same objects: a list is drawn again for each new one
const sourceOptions = ({ sources }: Names) => sources.map(titled)
const actionOptions = ({ actions }: Names) => actions.map(titled)
const fieldOptions = ({ sources }: Names) =>
  sources.flatMap(({ id, title, fields }) =>
    fields.map((field) => ({ id: `${id}.${field}`, label: `${id}.${field}`, description: title })),
  )

function titled({ id, title }: { id: string; title: string }): Option {
  return title === id ? { id, label: id } : { id, label: id, description: title }
}

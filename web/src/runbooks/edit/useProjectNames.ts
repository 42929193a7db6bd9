import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'
import type { Option } from '#web/ui/options.tsx'

/** What a runbook may name: sources with their fields, actions, types. */
export function useProjectNames() {
  return useQuery({ ...apiQuery('listRunbookNames'), staleTime: 60_000 }).data
}

export function useSourceOptions(): Option[] {
  return (useProjectNames()?.sources ?? []).map(titled)
}

/** `exports.recent.id`: what a record can be picked by. */
export function useFieldOptions(): Option[] {
  return (useProjectNames()?.sources ?? []).flatMap(({ id, title, fields }) =>
    fields.map((field) => ({ id: `${id}.${field}`, label: `${id}.${field}`, description: title })),
  )
}

export function useActionOptions(): Option[] {
  return (useProjectNames()?.actions ?? []).map(titled)
}

function titled({ id, title }: { id: string; title: string }): Option {
  return title === id ? { id, label: id } : { id, label: id, description: title }
}

import type { FoundContact } from '@firstline/contract/privacy'
import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'

/** @param address whole, as it was asked for; null: nobody is looked for */
export function useFoundContacts(address: string | null) {
  return useQuery({
    ...apiQuery('findContacts', { query: { q: address ?? '' } }),
    enabled: address !== null,
  })
}

export function useErasurePreview({ id }: Pick<FoundContact, 'id'>) {
  return useQuery(apiQuery('previewErasure', { params: { contactId: id } }))
}

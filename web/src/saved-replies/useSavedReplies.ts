import { useInfiniteQuery } from '@tanstack/react-query'
import { apiPages } from '#web/api.ts'

export const states = ['kept', 'archived'] as const

export type Shown = { state: (typeof states)[number]; folder?: string; q: string }

export function useSavedReplies({ state, folder, q }: Shown) {
  const query = { state, ...(folder !== undefined && { folder }), ...(q && { q }) }
  const list = useInfiniteQuery(apiPages('listSavedReplies', { query }))
  const pages = list.data?.pages ?? []
  return {
    ...list,
    replies: pages.flatMap(({ items }) => items),
    folders: pages.at(-1)?.folders ?? [],
  }
}

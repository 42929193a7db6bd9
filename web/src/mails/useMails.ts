import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { apiPages, apiQuery } from '#web/api.ts'
import { useMay } from '#web/team/useMe.ts'

export const mailStates = ['held', 'failed', 'ignored'] as const
export type MailState = (typeof mailStates)[number]

export function isOfMails(part: string): part is MailState {
  return mailStates.some((state) => state === part)
}

export function useMails(state: MailState) {
  return useInfiniteQuery(apiPages('listInboundMails', { query: { state } }))
}

/** How many wait for a look. */
export function useMailCounts(): Record<MailState, number> {
  const mayRead = useMay('ticket:read')
  const { data } = useQuery({ ...apiQuery('countInboundMails'), enabled: mayRead })
  return data ?? { held: 0, failed: 0, ignored: 0 }
}

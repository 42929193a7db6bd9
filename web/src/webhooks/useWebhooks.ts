import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { DeliveryState } from '@firstline/contract/webhooks'
import { apiPages, apiQuery } from '#web/api.ts'

/** What other systems answer is no event of the record: it is looked at again. */
const lookEveryMs = 5_000

export function useWebhooks() {
  return useQuery({ ...apiQuery('listWebhooks'), refetchInterval: lookEveryMs })
}

export function useDeliveries(webhookId: string, state: DeliveryState | undefined) {
  const query = state === undefined ? {} : { state }
  const list = useInfiniteQuery({
    ...apiPages('listWebhookDeliveries', { params: { webhookId }, query }),
    refetchInterval: ({ state: { data } }) =>
      // pages that were asked for stay as they were read
      (data?.pages.length ?? 1) > 1 ? false : lookEveryMs,
  })
  return { ...list, deliveries: list.data?.pages.flatMap(({ items }) => items) ?? [] }
}

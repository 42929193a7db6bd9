import type { QueryClient, QueryFilters } from '@tanstack/react-query'

/**
 * What is shown may be another now: it is read again, and what no page shows when one does. An answer
 * that is on its way may still say how it was; where the library would take it for what is so now (a
 * first answer, or one that no page waits for any more), it is asked once more after it.
 * @param which everything unless told
 * @returns when what pages show has been read
 */
export function readAgain(queryClient: QueryClient, which: QueryFilters = {}): Promise<void> {
  const onTheirWay = queryClient
    .getQueryCache()
    .findAll({ ...which, fetchStatus: 'fetching' })
    .filter((query) => !query.isActive() || query.state.data === undefined)
  for (const { promise, queryKey } of onTheirWay) {
    const again = () => queryClient.invalidateQueries({ queryKey, exact: true })
    // one that has failed says nothing old
    void promise?.then(() => undefined).then(again, () => undefined)
  }
  return queryClient.invalidateQueries(which)
}

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { QueueRow } from './QueueRow.tsx'
import type { useQueue } from './useQueue.ts'
import { useQueueKeys } from './useQueueKeys.ts'

const rowHeight = 80

/** Only the rows in sight are in the document, so a queue of thousands scrolls like one of ten. */
export function QueueList({ queue }: { queue: ReturnType<typeof useQueue> }) {
  const { t } = useTranslation('tickets')
  const { tickets, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = queue
  const { ticketId } = useParams({ strict: false })
  const scroller = useRef<HTMLDivElement>(null)
  const keys = useQueueKeys(tickets, (index) => virtualizer.scrollToIndex(index))
  // oxlint-disable-next-line react/incompatible-library -- concerns the React compiler, not used here
  const virtualizer = useVirtualizer({
    count: tickets.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    getItemKey: (index) => tickets[index]?.id ?? index,
    // the row that Tab stops at is there, however far one has scrolled
    rangeExtractor: (range) =>
      [...new Set([keys.marked, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
  })
  const rows = virtualizer.getVirtualItems()
  const isNearEnd = (rows.at(-1)?.index ?? 0) >= tickets.length - 6
  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
      void fetchNextPage()
  }, [isNearEnd, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  return (
    <div ref={scroller} data-queue className="min-h-0 flex-1 overflow-y-auto">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of its links, which bubble */}
      <ul
        aria-label={t('queue')}
        className="relative"
        onKeyDown={keys.onKeyDown}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {rows.map((row) => {
          const ticket = tickets[row.index]
          return ticket ? (
            <li
              key={row.key}
              aria-setsize={hasNextPage ? -1 : tickets.length}
              aria-posinset={row.index + 1}
              className="absolute inset-x-0 top-0 h-20"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <QueueRow
                ticket={ticket}
                isChosen={ticket.id === ticketId}
                isStop={row.index === keys.marked}
                onFocus={() => keys.onFocus(ticket.id)}
              />
            </li>
          ) : null
        })}
      </ul>
      {isFetchNextPageError && (
        <div className="p-3">
          <Button isWide onPress={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  )
}

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { SelectBox } from './bulk/SelectBox.tsx'
import type { Selection } from './bulk/useSelection.ts'
import { QueueRow } from './QueueRow.tsx'
import type { useQueue } from './useQueue.ts'
import { useReadAhead } from './read-ahead.ts'
import { useQueueKeys } from './useQueueKeys.ts'

const rowHeight = 80

type QueueListProps = {
  queue: ReturnType<typeof useQueue>
  /** Null for those who may not change a ticket. */
  selection: Selection | null
}

/** Only the rows in sight are in the document, so a queue of thousands scrolls like one of ten. */
export function QueueList({ queue, selection }: QueueListProps) {
  const { t } = useTranslation('tickets')
  const { tickets, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = queue
  const { ticketId } = useParams({ strict: false })
  const scroller = useRef<HTMLDivElement>(null)
  const place = tickets.findIndex(({ id }) => id === ticketId)
  useReadAhead(ticketId, place === -1 ? [] : [tickets[place + 1]?.id, tickets[place - 1]?.id])
  const keys = useQueueKeys(tickets, (index) => virtualizer.scrollToIndex(index), selection)
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
  const isSelecting = selection !== null && (selection.isChoosing || selection.chosen.length > 0)
  const rows = virtualizer.getVirtualItems()
  const isNearEnd = (rows.at(-1)?.index ?? 0) >= tickets.length - 6
  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
      void fetchNextPage()
  }, [isNearEnd, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  return (
    <div ref={scroller} data-queue className="min-h-0 flex-1 overflow-y-auto">
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its links have the focus, one of them by Tab */}
      <div
        role="grid"
        aria-label={t('queue')}
        aria-rowcount={hasNextPage ? -1 : tickets.length}
        {...(selection && { 'aria-multiselectable': true })}
        className="relative"
        onKeyDown={keys.onKeyDown}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {rows.map((row) => {
          const ticket = tickets[row.index]
          if (!ticket) return null
          const { id } = ticket
          const isSelected = selection?.isChosen(id) ?? false
          return (
            // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its link has the focus
            <div
              key={row.key}
              role="row"
              aria-rowindex={row.index + 1}
              {...(selection && { 'aria-selected': isSelected })}
              className="group absolute inset-x-0 top-0 h-20"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {selection && (
                <div role="gridcell">
                  <SelectBox
                    ticket={ticket}
                    isSelected={isSelected}
                    isShown={isSelecting}
                    onToggle={(isRange) => keys.onToggle(id, isRange)}
                  />
                </div>
              )}
              <div role="gridcell" className="h-full">
                <QueueRow
                  ticket={ticket}
                  isChosen={id === ticketId}
                  isSelected={isSelected}
                  isStop={row.index === keys.marked}
                  hasWideMargin={isSelecting}
                  onPress={selection?.isChoosing ? () => keys.onToggle(id, false) : undefined}
                  onFocus={() => keys.onFocus(id)}
                />
              </div>
            </div>
          )
        })}
      </div>
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

import type { LoopColumn, LoopStage } from '@firstline/contract/learning'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { apiQuery } from '#web/api.ts'
import { useFigures } from '#web/useFigures.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'

const owing = new Set<LoopStage>(['open', 'returned', 'draft'])

/** Every escalation on its way back to the first line, the one that waits longest first. */
export function LoopBoard() {
  const { t } = useTranslation('learning')
  const query = useQuery(apiQuery('getEscalationLoop'))
  return (
    <Loaded query={query} lines={10}>
      {({ columns, closedDays }) => (
        <div className="px-4 pb-8 sm:px-6">
          <div className="grid gap-x-3 gap-y-6 lg:grid-cols-5">
            {columns.map((column) => (
              <Column key={column.stage} column={column} />
            ))}
          </div>
          <p className="mt-4 text-sm text-muted">{t('loop.closedOf', { count: closedDays })}</p>
        </div>
      )}
    </Loaded>
  )
}

function Column({ column }: { column: LoopColumn }) {
  const { t } = useTranslation('learning')
  const figures = useFigures()
  const { stage, count, oldest, items } = column
  return (
    <section aria-labelledby={`loop-${stage}`} className="min-w-0">
      <header className="flex items-baseline justify-between gap-2 border-b border-edge pb-1.5">
        <h2 id={`loop-${stage}`} className="truncate font-semibold">
          {t(`loop.stage.${stage}`)}{' '}
          <span className="font-normal text-muted tabular-nums">{figures.count(count)}</span>
        </h2>
        {oldest && (
          <span className="shrink-0 text-xs text-muted">
            {t('loop.oldest')} <RelativeTime at={oldest} form="short" />
          </span>
        )}
      </header>
      {items.length === 0 ? (
        <p className="py-2 text-sm text-pretty text-faint">{t(`loop.empty.${stage}`)}</p>
      ) : (
        <ol>
          {items.map((item) => (
            <li key={item.id} className="border-b border-line">
              <LoopItem stage={stage} item={item} />
            </li>
          ))}
        </ol>
      )}
      {count > items.length && (
        <p className="py-2 text-sm text-muted">{t('loop.first', { count: items.length })}</p>
      )}
    </section>
  )
}

type LoopItemProps = {
  stage: LoopStage
  item: LoopColumn['items'][number]
}

function LoopItem({ stage, item }: LoopItemProps) {
  const { t } = useTranslation('learning')
  const { id, ticket, since, escalatedBy, assignee, closed } = item
  return (
    <Link
      to="/escalations/$escalationId"
      params={{ escalationId: id }}
      className="flex flex-col gap-0.5 rounded-sm px-1 py-2 hover:bg-hover"
    >
      <span className="line-clamp-2 font-medium text-pretty">
        #{ticket.number} {ticket.subject}
      </span>
      <span className="text-sm text-muted">
        <RelativeTime at={since} form={owing.has(stage) ? 'short' : 'ago'} />
        {stage === 'open' &&
          ` · ${assignee ? t('loop.with', { name: assignee.name }) : t('loop.nobody')}`}
      </span>
      {owing.has(stage) && (
        <span className="text-sm text-escalated">{t('loop.owed', { name: escalatedBy.name })}</span>
      )}
      {closed?.reason && (
        <span className="line-clamp-3 text-sm text-pretty text-muted">{closed.reason}</span>
      )}
    </Link>
  )
}

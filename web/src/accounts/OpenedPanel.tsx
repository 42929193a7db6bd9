import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Panel } from '#web/ui/Panel.tsx'
import { PanelRows } from './PanelRows.tsx'

type OpenedPanelProps = {
  openingId: string
  source: string
  title: string
  isSingle: boolean
}

/** One source of an opened account: masked, with nothing to do but read. */
export function OpenedPanel({ openingId, source, title, isSingle }: OpenedPanelProps) {
  const { t } = useTranslation('accounts')
  const failureOf = useFailure()
  const panel = useQuery(apiQuery('readOpenedPanel', { params: { openingId, source } }))
  const answer = panel.data
  const count = answer && !isSingle ? { count: answer.rows.length } : {}
  return (
    <Panel
      title={title}
      isCollapsible
      isInitiallyOpen
      skeletonLines={isSingle ? 5 : 3}
      status={panel.isPending ? 'loading' : !answer ? 'error' : answer.rows[0] ? 'ready' : 'empty'}
      {...count}
      readAt={answer?.fetchedAt}
      staleAfterSeconds={120}
      onReload={() => void panel.refetch()}
      isReloading={panel.isFetching && !panel.isPending}
      failure={panel.error ? failureOf(panel.error) : undefined}
      empty={{ text: answer?.emptyText || t(answer?.chart ? 'metric.noData' : 'nothing') }}
    >
      {answer && <PanelRows answer={answer} />}
    </Panel>
  )
}

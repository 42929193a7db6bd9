import type { PanelAnswer } from '@firstline/contract/accounts'
import { useQuery } from '@tanstack/react-query'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { PanelRows } from './PanelRows.tsx'
import { UnmaskDialog } from './UnmaskDialog.tsx'

type SourcePanelProps = {
  ticketId: string
  source: string
  title: string
  isSingle: boolean
  isInitiallyOpen: boolean
}

/** One source, read now, with its own age, reload, and state when it fails. */
export function SourcePanel(props: SourcePanelProps) {
  const { ticketId, source, title, isSingle, isInitiallyOpen } = props
  const { t } = useTranslation('accounts')
  const failureOf = useFailure()
  const panel = useQuery(apiQuery('readPanel', { params: { ticketId, source } }))
  const mask = useUnmasking(panel.data)
  const answer = mask.shown
  return (
    <Panel
      title={title}
      isCollapsible
      isInitiallyOpen={isInitiallyOpen}
      skeletonLines={isSingle ? 5 : 3}
      status={statusOf(panel.isPending, answer)}
      count={answer && !isSingle ? answer.rows.length : undefined}
      readAt={answer?.fetchedAt}
      staleAfterSeconds={120}
      onReload={() => {
        mask.cover()
        void panel.refetch()
      }}
      isReloading={panel.isFetching && !panel.isPending}
      failure={panel.error ? failureOf(panel.error) : undefined}
      empty={{ text: answer?.emptyText || t(answer?.chart ? 'metric.noData' : 'nothing') }}
    >
      {answer && (
        <>
          <PanelRows answer={answer} />
          <Unmasking
            ticketId={ticketId}
            source={source}
            title={title}
            answer={answer}
            isUncovered={mask.isUncovered}
            onUncover={mask.uncover}
            onCover={mask.cover}
          />
        </>
      )}
    </Panel>
  )
}

function statusOf(isPending: boolean, answer: PanelAnswer | undefined) {
  if (isPending) return 'loading'
  if (!answer) return 'error'
  return answer.rows.length === 0 ? 'empty' : 'ready'
}

/** Uncovered values live in this component only: another ticket, or a reload, covers them again. */
function useUnmasking(masked: PanelAnswer | undefined) {
  const [uncovered, setUncovered] = useState<PanelAnswer | null>(null)
  return {
    shown: uncovered ?? masked,
    isUncovered: uncovered !== null,
    uncover: setUncovered,
    cover: () => setUncovered(null),
  }
}

type UnmaskingProps = {
  ticketId: string
  source: string
  title: string
  answer: PanelAnswer
  isUncovered: boolean
  onUncover: (answer: PanelAnswer) => void
  onCover: () => void
}

function Unmasking(props: UnmaskingProps) {
  const { answer, isUncovered, onCover, onUncover, ...source } = props
  const { t } = useTranslation('accounts')
  const mayUnmask = useMay('account:unmask')
  const [isAsked, setAsked] = useState(false)
  if (isUncovered) {
    return (
      <Button size="small" variant="ghost" icon={EyeOff} onPress={onCover}>
        {t('mask')}
      </Button>
    )
  }
  if (!mayUnmask || !answer.columns.some(({ isMasked }) => isMasked)) return null
  return (
    <>
      <Button size="small" variant="ghost" icon={Eye} onPress={() => setAsked(true)}>
        {t('unmask')}
      </Button>
      <UnmaskDialog {...source} isOpen={isAsked} onOpenChange={setAsked} onUnmasked={onUncover} />
    </>
  )
}

import type { RunbookMatch } from '@firstline/contract/runbooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { Quoted } from '#web/ui/Quoted.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { useChange } from '#web/useChange.ts'
import { CardFrame } from './CardFrame.tsx'
import { revealCard } from './reveal-card.ts'

type ChooseRunbookProps = {
  ticketId: string
  onStarted: () => void
}

/** The runbook that fits best and why; the others one click away. */
export function ChooseRunbook({ ticketId, onStarted }: ChooseRunbookProps) {
  const { t } = useTranslation('runs')
  const failureOf = useFailure()
  const mayRun = useMay('runbook:run')
  const matches = useQuery(apiQuery('listRunbookMatches', { params: { ticketId } }))
  const start = useChange('startRunbook', {
    ticketId,
    onDone() {
      onStarted()
      revealCard()
    },
  })
  const refuse = useChange('refuseRunbookMatch', { ticketId })
  const best = matches.data?.items.find(({ isMatch }) => isMatch)
  const isStarting = start.isPending
  useHotkeys([
    {
      keys: 'x',
      label: t('run'),
      group: t('ticket'),
      isDisabled: !best || !mayRun || isStarting,
      run: () => best && begin(best.runbook.id),
    },
  ])
  if (matches.isPending) return null
  return (
    <CardFrame
      title={best ? best.runbook.title : t('noMatch')}
      aside={
        mayRun && <OtherRunbooks matches={matches.data?.items ?? []} best={best} onChoose={begin} />
      }
    >
      {best ? <Reasons match={best} /> : <p className="text-muted">{t('noMatchWhy')}</p>}
      {matches.error && !matches.data && (
        <ErrorState isCompact failure={failureOf(matches.error)} />
      )}
      {refuse.error && <ErrorState isCompact failure={failureOf(refuse.error)} />}
      {start.error && <ErrorState isCompact failure={failureOf(start.error)} />}
      {isStarting && <Progress label={t('starting')} />}
      {best && mayRun && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button
            variant="primary"
            shortcut="x"
            isPending={isStarting}
            onPress={() => begin(best.runbook.id)}
          >
            {t('run')}
          </Button>
          <Button
            variant="ghost"
            isPending={refuse.isPending}
            onPress={() => refuse.mutate({ params: { ticketId, runbook: best.runbook.id } })}
          >
            {t('notThisOne')}
          </Button>
        </div>
      )}
    </CardFrame>
  )

  function begin(runbook: string) {
    if (!isStarting) start.mutate({ params: { ticketId }, body: { runbook } })
  }
}

function Reasons({ match }: { match: RunbookMatch }) {
  const { t } = useTranslation('runs')
  const { t: ui } = useTranslation('ui')
  const [symptom] = match.reasons
  const { learned } = match
  if (learned && learned.words.length > 0 && learned.probability >= match.score) {
    return (
      <p className="text-muted">
        {t('learned', { words: learned.words.map((text) => ui('quoted', { text })).join(', ') })}
      </p>
    )
  }
  return (
    <p className="text-muted">
      {symptom ? (
        <>
          {t('because')} <Quoted text={symptom.symptom} />
          {symptom.words.length > 0 && (
            <span className="text-faint">
              {' '}
              ({t('shares', { words: symptom.words.join(', ') })})
            </span>
          )}
        </>
      ) : (
        match.isSameType && t('sameType')
      )}
    </p>
  )
}

type OtherRunbooksProps = {
  matches: readonly RunbookMatch[]
  best: RunbookMatch | undefined
  onChoose: (runbook: string) => void
}

function OtherRunbooks({ matches, best, onChoose }: OtherRunbooksProps) {
  const { t } = useTranslation('runs')
  const { data } = useQuery(apiQuery('listRunbooks'))
  const near = matches.filter((match) => match !== best)
  const nearIds = new Set(matches.map(({ runbook }) => runbook.id))
  const rest = (data?.items ?? []).filter(
    ({ id, publishedVersion }) => publishedVersion !== null && !nearIds.has(id),
  )
  if (near.length + rest.length === 0) return null
  return (
    <Menu
      label={t('others')}
      placement="bottom end"
      trigger={
        <Button size="small" variant="ghost">
          {best ? t('others') : t('choose')}
        </Button>
      }
      groups={[
        {
          id: 'near',
          title: t('near'),
          entries: near.map(({ runbook }) => ({
            id: runbook.id,
            label: runbook.title,
            onAction: () => onChoose(runbook.id),
          })),
        },
        {
          id: 'rest',
          title: t('rest'),
          entries: rest.map(({ id, title }) => ({
            id,
            label: title,
            onAction: () => onChoose(id),
          })),
        },
      ].filter(({ entries }) => entries.length > 0)}
    />
  )
}

import type { RunbookRun } from '@firstline/contract/runbooks'
import { CircleStop, Ellipsis, RotateCw, Shuffle } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { Status } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'
import { useChange } from '#web/useChange.ts'
import { CardFrame } from './CardFrame.tsx'
import { CheckLine } from './CheckLine.tsx'
import { Outcome } from './Outcome.tsx'
import { PickLine } from './PickLine.tsx'
import type { RunOutlets } from './outlets.ts'

type RunViewProps = {
  run: RunbookRun
  isReadOnly: boolean
  outlets: RunOutlets
  onChooseAnother: () => void
}

const meanings: Record<RunbookRun['state'], Meaning> = {
  checking: 'pending',
  waiting: 'pending',
  cause_found: 'neutral',
  unclassified: 'pending',
  abandoned: 'neutral',
}

/** Picks, checks as they finish, and what follows from them. */
export function RunView({ run, isReadOnly, outlets, onChooseAnother }: RunViewProps) {
  const { t } = useTranslation('runs')
  const failureOf = useFailure()
  const mayRun = useMay('runbook:run') && !isReadOnly
  const repeat = useChange('repeatChecks', { ticketId: run.ticketId })
  const again = (checks?: string[]) =>
    repeat.mutate({ params: { id: run.id }, body: checks ? { checks } : {} })
  const shown = run.checks.filter(({ state }) => state !== 'skipped')
  const body = (
    <>
      <ul aria-label={t('checks')} className="mt-1 flex flex-col">
        {run.picks.map((pick) => (
          <PickLine key={pick.name} run={run} pick={pick} mayRun={mayRun} />
        ))}
        {shown.map((check) => (
          <CheckLine
            key={check.name}
            run={run}
            check={check}
            mayRun={mayRun}
            onRepeat={() => again([check.name])}
            isRepeating={repeat.isPending}
          />
        ))}
      </ul>
      {repeat.error && <ErrorState isCompact failure={failureOf(repeat.error)} />}
      <Outcome run={run} mayRun={mayRun} outlets={outlets} />
    </>
  )
  return (
    <CardFrame
      title={run.runbook.title}
      aside={
        <>
          <span className="text-sm text-muted">
            {t('version', { version: run.runbook.version })}
          </span>
          <span role="status">
            <Status meaning={meanings[run.state]}>{t(`state.${run.state}`)}</Status>
          </span>
          {mayRun && (
            <RunMenu run={run} onRepeat={() => again()} onChooseAnother={onChooseAnother} />
          )}
        </>
      }
    >
      {isReadOnly ? (
        <details>
          <summary className="w-fit cursor-default rounded-sm text-sm text-muted hover:text-ink">
            {t('checks')}
          </summary>
          {body}
        </details>
      ) : (
        body
      )}
    </CardFrame>
  )
}

type RunMenuProps = {
  run: RunbookRun
  onRepeat: () => void
  onChooseAnother: () => void
}

function RunMenu({ run, onRepeat, onChooseAnother }: RunMenuProps) {
  const { t } = useTranslation('runs')
  const failureOf = useFailure()
  const [isAsked, setAsked] = useState(false)
  const abandon = useChange('abandonRun', {
    ticketId: run.ticketId,
    onDone: () => setAsked(false),
  })
  return (
    <>
      <Menu
        label={t('more')}
        placement="bottom end"
        trigger={<IconButton icon={Ellipsis} label={t('more')} />}
        groups={[
          {
            id: 'run',
            entries: [
              { id: 'repeat', label: t('repeatAll'), icon: RotateCw, onAction: onRepeat },
              { id: 'other', label: t('another'), icon: Shuffle, onAction: onChooseAnother },
              {
                id: 'abandon',
                label: t('abandon'),
                icon: CircleStop,
                onAction: () => setAsked(true),
              },
            ],
          },
        ]}
      />
      <ReasonDialog
        title={t('abandon')}
        explanation={t('abandonWhy')}
        confirm={t('abandonConfirm')}
        isOpen={isAsked}
        onOpenChange={setAsked}
        isPending={abandon.isPending}
        failure={abandon.error ? failureOf(abandon.error) : undefined}
        onConfirm={(reason) => abandon.mutate({ params: { id: run.id }, body: { reason } })}
      />
    </>
  )
}

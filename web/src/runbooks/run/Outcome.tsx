import type { RunbookRun, RunOutcome } from '@firstline/contract/runbooks'
import { ArrowUpRight, CornerDownLeft, Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { Markdown } from '#web/ui/Markdown.tsx'
import { Status } from '#web/ui/Status.tsx'
import type { OutcomeAction, RunOutlets } from './outlets.ts'

type OutcomeProps = {
  run: RunbookRun
  mayRun: boolean
  outlets: RunOutlets
}

/** The cause, what it means, and what to do about it. */
export function Outcome({ run, mayRun, outlets }: OutcomeProps) {
  if (run.state === 'unclassified')
    return <Unclassified run={run} mayRun={mayRun} outlets={outlets} />
  if (!run.outcome) return null
  return <Cause run={run} outcome={run.outcome} mayRun={mayRun} outlets={outlets} />
}

function Cause({ run, outcome, mayRun, outlets }: OutcomeProps & { outcome: RunOutcome }) {
  const { t } = useTranslation('runs')
  const words = outcome.say
  const next = mayRun ? nextStep(run, outcome, outlets) : null
  useHotkeys([
    {
      keys: 'mod+enter',
      label: next?.label ?? t('nextStep'),
      group: t('ticket'),
      isDisabled: !next,
      run: () => next?.run(),
    },
  ])
  return (
    <section aria-label={t('cause')} className="mt-2 flex flex-col gap-3 border-t border-line pt-3">
      <div role="status">
        <h3 className="font-semibold">
          {t('cause')}: {nameWords(outcome.cause)}
        </h3>
        <div className="text-muted">
          <Markdown text={outcome.explanation} />
        </div>
      </div>
      {mayRun && (
        <div className="flex flex-wrap items-center gap-2">
          {outcome.actions.map((action) => (
            <ActionStep
              key={action.id}
              action={action}
              run={run}
              outlets={outlets}
              isNext={next?.step === action}
            />
          ))}
          {outcome.escalation && (
            <EscalationStep
              escalation={outcome.escalation}
              isEscalated={outlets.isEscalated}
              isNext={next?.step === outcome.escalation}
              onEscalate={outlets.onEscalate}
            />
          )}
        </div>
      )}
      {words && (
        <div>
          <p className="mb-1 text-sm font-medium text-muted">{t('say')}</p>
          <blockquote dir="auto" className="mb-2 border-l-2 border-line pl-3 whitespace-pre-wrap">
            {words}
          </blockquote>
          {mayRun && (
            <Button
              size="small"
              icon={CornerDownLeft}
              {...(next?.step === words && primary)}
              onPress={() => outlets.onInsertReply(words)}
            >
              {t('insertReply')}
            </Button>
          )}
        </div>
      )}
    </section>
  )

  function nextStep(
    of: RunbookRun,
    found: RunOutcome,
    { standingOf, isEscalated, ...to }: RunOutlets,
  ) {
    const action = found.actions.find((candidate) => standingOf(candidate, of)?.meaning !== 'held')
    if (action)
      return { step: action, label: actionWords(action), run: () => to.onAction(action, of) }
    if (found.escalation && !isEscalated) {
      const label = t('escalateTo', { to: found.escalation.to })
      return { step: found.escalation, label, run: to.onEscalate }
    }
    if (!words) return null
    return { step: words, label: t('insertReply'), run: () => to.onInsertReply(words) }
  }
}

const primary = { variant: 'primary', shortcut: 'mod+enter' } as const

type ActionStepProps = {
  action: OutcomeAction
  run: RunbookRun
  outlets: RunOutlets
  isNext: boolean
}

function ActionStep({ action, run, outlets, isNext }: ActionStepProps) {
  const standing = outlets.standingOf(action, run)
  if (standing?.meaning === 'held') {
    return (
      <Status meaning="held">
        {actionWords(action)} · {standing.word}
      </Status>
    )
  }
  return (
    <>
      <Button icon={Zap} {...(isNext && primary)} onPress={() => outlets.onAction(action, run)}>
        {actionWords(action)}
      </Button>
      {standing && <Status meaning={standing.meaning}>{standing.word}</Status>}
    </>
  )
}

type EscalationStepProps = {
  escalation: NonNullable<RunOutcome['escalation']>
  isEscalated: boolean
  isNext: boolean
  onEscalate: () => void
}

function EscalationStep({ escalation, isEscalated, isNext, onEscalate }: EscalationStepProps) {
  const { t } = useTranslation('runs')
  const { to, because } = escalation
  if (isEscalated) return <Status meaning="escalated">{t('escalated')}</Status>
  return (
    <>
      <Button icon={ArrowUpRight} {...(isNext && primary)} onPress={onEscalate}>
        {t('escalateTo', { to })}
      </Button>
      <span className="text-sm text-muted">{because}</span>
    </>
  )
}

/** No cause, or several: the runbook does not know, and says so. */
function Unclassified({ run, mayRun, outlets }: OutcomeProps) {
  const { t } = useTranslation('runs')
  const { matchedCauses } = run
  return (
    <section aria-label={t('unclassified')} className="mt-2 border-t border-line pt-3">
      <div role="status">
        <h3 className="font-semibold">{t('unclassified')}</h3>
        <p className="mb-2 text-muted">
          {matchedCauses.length > 0
            ? t('several', { causes: matchedCauses.map(nameWords).join(', ') })
            : t('none')}
        </p>
      </div>
      {outlets.isEscalated && <Status meaning="escalated">{t('escalated')}</Status>}
      {mayRun && !outlets.isEscalated && (
        <Button icon={ArrowUpRight} onPress={outlets.onEscalate}>
          {t('escalate')}
        </Button>
      )}
    </section>
  )
}

function actionWords(action: OutcomeAction): string {
  return [action.title, ...Object.values(action.input).map(String)].join(' ')
}

/** `completed-no-mail` as words. */
function nameWords(name: string): string {
  return name.replaceAll(/[-_]+/g, ' ')
}

import type { EscalationDetail } from '@firstline/contract/escalations'
import { Link } from '@tanstack/react-router'
import { BookOpenCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { useChange } from '#web/useChange.ts'

/** What came back, and what still closes the loop. */
export function ReturnedView({ escalation }: { escalation: EscalationDetail }) {
  const { t } = useTranslation('escalations')
  const { t: lesson } = useTranslation('escalate')
  const { returned, closed } = escalation
  if (!returned) return null
  const helped = t(`helps.${returned.wouldHaveHelped}.label`)
  return (
    <div className="flex flex-col gap-5">
      <section className="flex flex-col gap-2">
        <h2 className="text-md font-semibold">{t('returned.title')}</h2>
        <p className="text-sm text-muted">
          {t('returned.by', { name: returned.by.name })} <RelativeTime at={returned.at} /> ·{' '}
          {t('returned.spent', { count: returned.minutesSpent })}
        </p>
        <DefinitionList
          items={[
            { term: lesson('lesson.was'), detail: <Words text={returned.was} /> },
            { term: lesson('lesson.fix'), detail: <Words text={returned.fix} /> },
            {
              term: lesson('lesson.helped'),
              detail: returned.detail ? `${helped}: ${returned.detail}` : helped,
            },
          ]}
        />
      </section>
      {closed ? (
        <Closed closed={closed} draft={escalation.draft} />
      ) : (
        <OpenLoop escalation={escalation} />
      )}
    </div>
  )
}

function Words({ text }: { text: string }) {
  return <span className="whitespace-pre-line">{text}</span>
}

function OpenLoop({ escalation }: { escalation: EscalationDetail }) {
  const { t } = useTranslation('escalations')
  const mayReturn = useMay('escalation:return')
  const [isWaiving, setWaiving] = useState(false)
  const { draft } = escalation
  return (
    <section className="flex flex-col gap-3 rounded-md bg-escalated-soft p-4">
      <h2 className="text-base font-semibold text-escalated">{t('loop.title')}</h2>
      <p className="max-w-[60ch] text-pretty">{draft ? t('loop.draft') : t('loop.noDraft')}</p>
      <div className="flex flex-wrap items-center gap-3">
        {draft && (
          <Link
            to="/runbooks/$runbookId"
            params={{ runbookId: draft.runbook }}
            search={{ version: draft.version }}
            className="inline-flex min-h-control items-center gap-1.5 rounded-md bg-accent-fill px-3 font-medium text-on-accent hover:bg-accent-fill-hover"
          >
            <BookOpenCheck aria-hidden size={16} />
            {t('loop.read', { title: draft.title, version: draft.version })}
          </Link>
        )}
        {mayReturn && <Button onPress={() => setWaiving(true)}>{t('waive.open')}</Button>}
      </div>
      <Waive escalation={escalation} isOpen={isWaiving} onClose={() => setWaiving(false)} />
    </section>
  )
}

type WaiveProps = {
  escalation: EscalationDetail
  isOpen: boolean
  onClose: () => void
}

function Waive({ escalation, isOpen, onClose }: WaiveProps) {
  const { t } = useTranslation('escalations')
  const failureOf = useFailure()
  const waive = useChange('waiveEscalation', {
    ticketId: escalation.ticket.id,
    event: 'escalation.closed',
    onDone: onClose,
  })
  return (
    <ReasonDialog
      title={t('waive.title')}
      explanation={t('waive.explanation')}
      confirm={t('waive.confirm')}
      leastLength={10}
      isOpen={isOpen}
      onOpenChange={onClose}
      isPending={waive.isPending}
      failure={waive.error ? failureOf(waive.error) : undefined}
      onConfirm={(reason) => waive.mutate({ params: { id: escalation.id }, body: { reason } })}
    />
  )
}

type ClosedProps = {
  closed: NonNullable<EscalationDetail['closed']>
  draft: EscalationDetail['draft']
}

function Closed({ closed, draft }: ClosedProps) {
  const { t } = useTranslation('escalations')
  return (
    <section className="flex flex-col gap-1">
      <h2 className="text-base font-semibold">{t('closed.title')}</h2>
      <p className="max-w-[60ch] text-pretty">
        {closed.how === 'waived'
          ? t('closed.waived', { reason: closed.reason ?? '' })
          : t('closed.published', { version: closed.version ?? '' })}{' '}
        {closed.how === 'published' && draft && (
          <Link
            to="/runbooks/$runbookId"
            params={{ runbookId: draft.runbook }}
            className="text-accent hover:underline"
          >
            {draft.title}
          </Link>
        )}
      </p>
      <p className="text-sm text-muted">
        {closed.by.name} · <RelativeTime at={closed.at} />
      </p>
    </section>
  )
}

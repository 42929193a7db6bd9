import type { IncidentDetail, IncidentUpdate } from '@firstline/contract/incidents'
import { Link } from '@tanstack/react-router'
import { CircleCheck, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { Countdown } from '#web/ui/Countdown.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChangeWithToast } from '#web/useChangeWithToast.ts'
import type { UpdateDraft } from './UpdateSheet.tsx'

type UpdatesProps = {
  incident: IncidentDetail
  /** What was taken back, to be written on. */
  onTakenBack: (draft: UpdateDraft) => void
}

/** What was written to all of them, and what became of it. */
export function Updates({ incident, onTakenBack }: UpdatesProps) {
  const { t } = useTranslation('incidents')
  if (incident.updates.length === 0) return null
  return (
    <section aria-labelledby="updates" className="border-b border-line">
      <h2 id="updates" className="px-4 pt-3 font-semibold sm:px-6">
        {t('update.all')}
      </h2>
      <ul>
        {incident.updates.map((update, index) => (
          <li key={update.id} className="flex flex-col gap-1 px-4 py-2 sm:px-6">
            <p className="line-clamp-2 whitespace-pre-line">{update.text}</p>
            <p className="text-sm text-muted">
              {update.by.name} · <RelativeTime at={update.at} /> ·{' '}
              {t(`update.then.${update.outcome}`)}
            </p>
            <Became update={update} isNewest={index === 0} onTakenBack={onTakenBack} />
            <Refused update={update} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type BecameProps = {
  update: IncidentUpdate
  isNewest: boolean
  onTakenBack: UpdatesProps['onTakenBack']
}

/** It is written, then held for a moment in which its writer takes all of it back, then on its way. */
function Became({ update, isNewest, onTakenBack }: BecameProps) {
  const { t } = useTranslation('incidents')
  const { tickets, leavesAt, takenBackAt } = update
  const isOwn = useMe().id === update.by.id
  const back = useTakeBack(update, onTakenBack)
  const hasLeft = leavesAt !== null && tickets.sent + tickets.takenBack >= tickets.written
  const isOpen = isOwn && isNewest && takenBackAt === null && !hasLeft
  useHotkeys([
    {
      keys: 'z',
      label: t('update.takeBack'),
      group: t('title'),
      isDisabled: !isOpen,
      run: back.takeBack,
    },
  ])
  if (takenBackAt) {
    return (
      <Status meaning="neutral" icon={Undo2}>
        {t('update.wasTakenBack', { count: tickets.takenBack })}
      </Status>
    )
  }
  const done = tickets.written + update.refused.length
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {leavesAt === null ? (
        <>
          <Status meaning="pending">{t('update.writing', { done, all: tickets.all })}</Status>
          <Progress label={t('update.title')} value={(100 * done) / tickets.all} />
        </>
      ) : hasLeft ? (
        <Status meaning="neutral" icon={CircleCheck}>
          {t('update.sent', { count: tickets.sent })}
        </Status>
      ) : (
        <Status meaning="pending">
          {t('update.leaves', { count: tickets.written })} <Countdown until={leavesAt} />
        </Status>
      )}
      {isOpen && (
        <Button
          size="small"
          icon={Undo2}
          shortcut="z"
          isPending={back.isPending}
          onPress={back.takeBack}
        >
          {t('update.takeBack')}
        </Button>
      )}
    </div>
  )
}

function useTakeBack(update: IncidentUpdate, onTakenBack: UpdatesProps['onTakenBack']) {
  const { t } = useTranslation('incidents')
  const { isPending, change } = useChangeWithToast('takeBackIncidentUpdate', {
    event: 'incident.update_taken_back',
    onDone({ takenBack, left, text, outcome, summary }) {
      onTakenBack({ text, outcome, summary: summary ?? '' })
      const count = takenBack
      toast({ text: left > 0 ? t('update.tookSome', { count, left }) : t('update.tookBack') })
    },
  })
  return {
    isPending,
    takeBack() {
      if (!isPending) change({ params: { updateId: update.id } })
    },
  }
}

function Refused({ update }: { update: IncidentUpdate }) {
  const { t } = useTranslation('incidents')
  if (update.refused.length === 0) return null
  return (
    <ul aria-label={t('update.refused')} className="text-sm">
      {update.refused.map(({ ticketId, number, why }) => (
        <li key={ticketId} className="flex flex-wrap gap-x-2">
          <Link
            to="/tickets/$ticketId"
            params={{ ticketId }}
            className="text-accent underline underline-offset-2"
          >
            #{number}
          </Link>
          <Status meaning="broken">{t(`update.why.${why}`)}</Status>
        </li>
      ))}
    </ul>
  )
}

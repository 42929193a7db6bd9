import type { Erasure } from '@firstline/contract/privacy'
import { useQuery } from '@tanstack/react-query'
import { UserX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Loaded } from '#web/Loaded.tsx'
import { useMe } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'
import { useChange } from '#web/useChange.ts'
import { ApproveDialog } from './ApproveDialog.tsx'

const meanings: Record<Erasure['state'], Meaning> = {
  asked: 'pending',
  refused: 'neutral',
  erasing: 'pending',
  erased: 'held',
}

/** Who is to be erased, and who was; the newest first. */
export function ErasureList() {
  const { t } = useTranslation('privacy')
  const list = useQuery(apiQuery('listErasures'))
  return (
    <Loaded query={list} lines={3}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon={UserX} text={t('noErasures')} />
        ) : (
          <ul aria-label={t('erasures')} className="border-t border-line">
            {items.map((erasure) => (
              <li key={erasure.id} className="border-b border-line py-2">
                <ErasureRow erasure={erasure} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function ErasureRow({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation('privacy')
  const { state, contact, reason, askedBy, askedAt, decidedBy, erasedAt } = erasure
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <span className="flex min-w-0 flex-1 basis-60 flex-col">
        <span className="wrap-anywhere">{contact.email}</span>
        <span dir="auto" className="text-sm wrap-anywhere text-muted">
          {reason}
        </span>
        <span className="text-sm text-muted">
          {t('askedBy', { name: askedBy.name })} <RelativeTime at={askedAt} />
          {decidedBy && ` · ${t(`decidedBy.${state}`, { name: decidedBy.name })}`}
        </span>
      </span>
      <span className="flex flex-col items-start gap-1 sm:items-end">
        <span>
          <Status meaning={meanings[state]}>{t(`state.${state}`)}</Status>{' '}
          {erasedAt && (
            <span className="text-sm text-muted">
              <RelativeTime at={erasedAt} />
            </span>
          )}
        </span>
        {state === 'asked' && <Decision erasure={erasure} />}
      </span>
    </div>
  )
}

function Decision({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation('privacy')
  const me = useMe()
  const failureOf = useFailure()
  const [open, setOpen] = useState<'approve' | 'refuse' | null>(null)
  const isOwn = erasure.askedBy.id === me.id
  const refuse = useChange('refuseErasure', {
    event: 'contact.erasure_refused',
    onDone: () => setOpen(null),
  })
  const words = isOwn ? 'takeBack' : 'refuse'
  const about = erasure.contact.email
  return (
    <span className="flex flex-wrap gap-2">
      {!isOwn && (
        <Button
          size="small"
          aria-label={`${t('approve.title')}: ${about}`}
          onPress={() => setOpen('approve')}
        >
          {t('approve.title')}
        </Button>
      )}
      <Button
        size="small"
        aria-label={`${t(`${words}.title`)}: ${about}`}
        onPress={() => setOpen('refuse')}
      >
        {t(`${words}.title`)}
      </Button>
      <ApproveDialog erasure={erasure} isOpen={open === 'approve'} onClose={() => setOpen(null)} />
      <ReasonDialog
        title={t(`${words}.of`, { address: about })}
        explanation={t(`${words}.what`)}
        confirm={t(`${words}.title`)}
        isOpen={open === 'refuse'}
        onOpenChange={(isOpen) => isOpen || setOpen(null)}
        isPending={refuse.isPending}
        failure={refuse.error ? failureOf(refuse.error) : undefined}
        onConfirm={(reason) =>
          refuse.mutate({ params: { erasureId: erasure.id }, body: { reason } })
        }
      />
    </span>
  )
}

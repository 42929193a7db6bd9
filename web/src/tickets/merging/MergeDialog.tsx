import { ProblemError } from '@firstline/contract/client'
import type { MergePreview } from '@firstline/contract/merging'
import type { Ticket } from '@firstline/contract/tickets'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ArrowUpDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { newKey } from '#web/under-one-key.ts'
import { MergePlan } from './MergePlan.tsx'
import { useMerge } from './useMerge.ts'
import type { Side } from './useMerge.ts'

type MergeDialogProps = {
  ticket: Ticket
  /** Null: closed. */
  other: Side | null
  onClose: () => void
}

/** What happens, before it does; the two can change their places. */
export function MergeDialog({ ticket, other, onClose }: MergeDialogProps) {
  const { t } = useTranslation('conversation')
  const [isSwapped, setSwapped] = useState(false)
  const close = () => {
    setSwapped(false)
    onClose()
  }
  const [goes, stays] = isSwapped && other ? [other, ticket] : [ticket, other]
  return (
    <Dialog
      title={t('merge.title', { goes: goes.number, stays: stays?.number ?? '' })}
      isOpen={other !== null}
      onOpenChange={close}
    >
      {stays && (
        <MergeForm
          key={goes.id}
          goes={goes}
          stays={stays}
          onSwap={() => setSwapped(!isSwapped)}
          onClose={close}
        />
      )}
    </Dialog>
  )
}

type MergeFormProps = { goes: Side; stays: Side; onSwap: () => void; onClose: () => void }

function MergeForm({ goes, stays, onSwap, onClose }: MergeFormProps) {
  const { t } = useTranslation('conversation')
  const { t: ui } = useTranslation('ui')
  const navigate = useNavigate()
  const params = { ticketId: goes.id, into: stays.id }
  const preview = useQuery({ ...apiQuery('previewMerge', { params }), retry: false })
  const { isPending, error, merge } = useMerge()
  const [key] = useState(newKey)
  const failure = error ?? preview.error
  return (
    <Form onSubmit={() => preview.data && !isPending && send(preview.data)}>
      <Shown preview={preview.data} failure={failure} />
      {(!failure || mayHelp(failure)) && (
        <div>
          <Button
            key={failure ? 'refused' : 'possible'}
            size="small"
            icon={ArrowUpDown}
            autoFocus={failure !== null}
            onPress={onSwap}
          >
            {t('merge.swap', { number: goes.number })}
          </Button>
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          key={failure ? 'refused' : 'possible'}
          autoFocus={failure !== null && !mayHelp(failure)}
          onPress={onClose}
        >
          {ui('cancel')}
        </Button>
        {!failure && (
          <SubmitButton autoFocus isPending={isPending || preview.isPending}>
            {t('merge.confirm')}
          </SubmitButton>
        )}
      </div>
    </Form>
  )

  function send({ lastEvent }: MergePreview) {
    merge(goes, stays, {
      seen: lastEvent,
      key,
      onDone() {
        onClose()
        void navigate({
          to: '/tickets/$ticketId',
          params: { ticketId: stays.id },
          search: (all) => all,
        })
      },
    })
  }
}

/** What is refused of the one that goes may be possible the other way round. */
function mayHelp(failure: Error): boolean {
  return failure instanceof ProblemError && turning.has(failure.problem.reason)
}

const turning: ReadonlySet<string> = new Set([
  'merge.resolved',
  'merge.escalated',
  'merge.action-running',
  'merge.approval-open',
  'merge.reply-leaving',
])

function Shown({ preview, failure }: { preview: MergePreview | undefined; failure: Error | null }) {
  const failureOf = useFailure()
  if (failure) return <ErrorState isCompact failure={failureOf(failure)} />
  return preview ? <MergePlan preview={preview} /> : <Skeleton lines={4} />
}

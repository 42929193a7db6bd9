import type { Ticket } from '@firstline/contract/tickets'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { aboutState } from '../about-state.ts'
import { closeToast, toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { useUnsentText } from '#web/ui/useUnsentText.ts'
import { newKey } from '#web/under-one-key.ts'
import { isBeingSaid, wasNotSaid, wasSaid } from '../drafts/keep-drafts.ts'
import { deskName } from './desk-name.ts'
import { forgetChoices, placeOf, restoreDraft, useDraft, usedReplyOf } from './draft.ts'
import { Meanwhile } from './Meanwhile.tsx'
import { missingValuesOf } from './missing-values.ts'
import { newerOf, useSeen } from './useSeen.ts'

type ResolveDialogProps = {
  ticket: Ticket
  /** What the runbook and the actions say was done. */
  suggestion: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onResolved: () => void
}

export function ResolveDialog({ isOpen, onOpenChange, ...rest }: ResolveDialogProps) {
  const { t } = useTranslation('conversation')
  return (
    <Dialog title={t('resolveTitle')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <ResolveForm {...rest} onClose={() => onOpenChange(false)} />
    </Dialog>
  )
}

type ResolveFormProps = Omit<ResolveDialogProps, 'isOpen' | 'onOpenChange'> & {
  onClose: () => void
}

function ResolveForm({ ticket, suggestion, onClose, onResolved }: ResolveFormProps) {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const summary = useUnsentText(placeOf.summary(ticket.id), suggestion)
  const [reply, setReply] = useDraft(ticket.id, 'reply')
  const resolve = useResolve(ticket, reply, () => {
    wasSaid(ticket.id, 'reply', reply.trim())
    setReply('')
    forgetChoices(ticket.id)
    summary.forget()
    onResolved()
    onClose()
  })
  const [key] = useState(newKey)
  const field = useRef<HTMLTextAreaElement>(null)
  const [isTooEarly, setTooEarly] = useState(false)
  const [hole] = ticket.contact ? missingValuesOf(reply) : []
  const { seen, readAll } = useSeen(ticket.id)
  const newer = newerOf(resolve.error)
  return (
    <Form sendKey={{ label: t('resolve') }} onSubmit={() => confirm()}>
      <TextArea
        label={t('summary')}
        description={t('summaryWhy')}
        rows={2}
        autoFocus
        isRequired
        value={summary.text}
        onChange={summary.change}
      />
      {ticket.contact && (
        <TextArea
          label={t('lastReply')}
          rows={4}
          inputRef={field}
          value={reply}
          onChange={setReply}
          errorMessage={isTooEarly && hole ? t('saved.fillIn', { name: hole.name }) : undefined}
        />
      )}
      <p className="text-sm text-muted">
        {t(whatFollows(ticket, reply), { desk: ticket.outside && deskName(ticket.outside, t) })}
      </p>
      {newer && (
        <Meanwhile
          newer={newer}
          anyway={t('meanwhile.resolveAnyway')}
          isPending={resolve.isPending}
          onAnyway={() => confirm(readAll(newer))}
          onKeep={() => {
            readAll(newer)
            resolve.reset()
          }}
        />
      )}
      {resolve.error && !newer && <ErrorState isCompact failure={failureOf(resolve.error)} />}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <SubmitButton shortcut="mod+enter" isPending={resolve.isPending}>
          {reply.trim() ? t('replyAndResolve') : t('resolve')}
        </SubmitButton>
      </div>
    </Form>
  )

  function confirm(read = seen) {
    if (resolve.isPending) return
    setTooEarly(hole !== undefined)
    if (hole) {
      field.current?.focus()
      return field.current?.setSelectionRange(hole.from, hole.to)
    }
    const last = reply.trim()
    isBeingSaid(ticket.id, 'reply')
    resolve.mutate({
      key,
      seen: read,
      params: { ticketId: ticket.id },
      body: {
        summary: summary.text.trim(),
        ...(last && { reply: last, ...usedReplyOf(ticket.id, last) }),
      },
    })
  }
}

/** What the button will do, said before it is pressed. */
function whatFollows({ contact, outside }: Ticket, reply: string) {
  if (outside) return reply.trim() ? 'willBeAskedThere' : 'isNotToldThere'
  if (!contact) return 'nobodyToAsk'
  return reply.trim() ? 'willBeAsked' : 'isNotTold'
}

/** Undone at once, the reply that told of it is a draft again, unless its mail has left by then. */
function useResolve(ticket: Ticket, reply: string, onDone: () => void) {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const { id: ticketId } = ticket
  const wasTold = reply.trim() !== ''
  const reopen = useChange('reopenTicket', {
    ticketId,
    onDone({ takenBack }) {
      if (takenBack) restoreDraft(ticketId, takenBack)
      closeToast(aboutState(ticketId))
      if (wasTold) toast({ text: t(takenBack ? 'unsent.tookBack' : 'unsent.left') })
    },
  })
  return useChange('resolveTicket', {
    ticketId,
    onRefused: (error) => wasNotSaid(ticketId, 'reply', error),
    onDone() {
      toast({
        text: t('resolved', { number: ticket.number }),
        about: aboutState(ticketId),
        undo: () =>
          reopen.mutate(
            { params: { ticketId }, body: { cause: t('undoneAtOnce') } },
            { onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }) },
          ),
      })
      onDone()
    },
  })
}

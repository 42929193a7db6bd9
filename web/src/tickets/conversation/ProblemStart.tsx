import type { Ticket } from '@firstline/contract/tickets'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useChange } from '#web/useChange.ts'
import { HeaderButton } from './HeaderButton.tsx'
import { localInputOf, timeOfLocalInput } from './local-time.ts'
import { useMayChange } from '../useMayChange.ts'

/** Since when the customer has had the problem: the true time to resolution counts from here. */
export function ProblemStart({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('conversation')
  const [isOpen, setOpen] = useState(false)
  const mayChange = useMayChange(ticket)
  const words = ticket.problemStartedAt ? (
    <>
      {t('problemBegan')} <RelativeTime at={ticket.problemStartedAt} />
    </>
  ) : (
    t('problemBeganUnknown')
  )
  if (!mayChange) return <span>{words}</span>
  return (
    <>
      <HeaderButton onPress={() => setOpen(true)}>{words}</HeaderButton>
      <Dialog title={t('changeProblemStart')} isOpen={isOpen} onOpenChange={setOpen}>
        <ProblemStartForm ticket={ticket} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function ProblemStartForm({ ticket, onDone }: { ticket: Ticket; onDone: () => void }) {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const change = useChange('setProblemStart', {
    ticketId: ticket.id,
    event: 'ticket.problem_started',
    onDone,
  })
  const [local, setLocal] = useState(localInputOf(ticket.problemStartedAt ?? ticket.openedAt))
  const at = timeOfLocalInput(local)
  return (
    <Form
      className="flex flex-col gap-3"
      onSubmit={() => {
        if (at) save(at)
      }}
    >
      <TextField
        label={t('problemBegan')}
        description={t('problemBeganWhy')}
        type="datetime-local"
        value={local}
        onChange={setLocal}
        isRequired
        validate={(typed) => (timeOfLocalInput(typed) ? null : t('noSuchTime'))}
      />
      {change.error && <ErrorState isCompact failure={failureOf(change.error)} />}
      <div className="flex justify-end gap-2">
        {ticket.problemStartedAt && (
          <Button isDisabled={change.isPending} onPress={() => save(null)}>
            {t('notKnown')}
          </Button>
        )}
        <SubmitButton isPending={change.isPending}>{t('save')}</SubmitButton>
      </div>
    </Form>
  )

  function save(value: string | null) {
    change.mutate({ params: { ticketId: ticket.id }, body: { at: value } })
  }
}

import type { Ticket } from '@firstline/contract/tickets'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { useChange } from '#web/useChange.ts'
import { AccountField } from './AccountField.tsx'

type AssignAccountProps = {
  ticket: Ticket
  onAssigned?: () => void
}

/** Finds an account in the customer's directory and says that the ticket is theirs. */
export function AssignAccount({ ticket, onAssigned }: AssignAccountProps) {
  const { t } = useTranslation('accounts')
  const failureOf = useFailure()
  const [chosen, setChosen] = useState<string | null>(null)
  const [isForGood, setForGood] = useState(false)
  const assign = useChange('setTicketAccount', {
    ticketId: ticket.id,
    event: 'account.assigned',
    ...(onAssigned && { onDone: onAssigned }),
  })
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-56 flex-1">
          <AccountField
            initialText={ticket.contact?.email.split('@')[1] ?? ''}
            onChoose={(account) => setChosen(account?.externalId ?? null)}
          />
        </div>
        <Button
          variant="primary"
          isDisabled={!chosen}
          isPending={assign.isPending}
          onPress={() =>
            chosen &&
            assign.mutate({
              params: { ticketId: ticket.id },
              body: { externalId: chosen, remember: isForGood },
            })
          }
        >
          {t('assign')}
        </Button>
      </div>
      {ticket.contact && (
        <Checkbox isSelected={isForGood} onChange={setForGood}>
          {t('assignForGood', { email: ticket.contact.email })}
        </Checkbox>
      )}
      {assign.error && <ErrorState isCompact failure={failureOf(assign.error)} />}
    </div>
  )
}

import type { Ticket } from '@firstline/contract/tickets'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { ComboBox } from '#web/ui/ComboBox.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { useChange } from '#web/useChange.ts'

interface AssignAccountProps {
  ticket: Ticket
  onAssigned?: () => void
}

/** Finds an account in the customer's directory and says that the ticket is theirs. */
export function AssignAccount({ ticket, onAssigned }: AssignAccountProps) {
  const { t } = useTranslation('accounts')
  const failureOf = useFailure()
  const [text, setText] = useState(ticket.contact?.email.split('@')[1] ?? '')
  const [chosen, setChosen] = useState<string | null>(null)
  const q = useDeferredValue(text.trim())
  const found = useQuery({
    ...apiQuery('searchAccounts', { query: { q } }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  })
  const assign = useChange('setTicketAccount', {
    ticketId: ticket.id,
    event: 'account.assigned',
    ...(onAssigned && { onDone: onAssigned }),
  })
  const options = (found.data?.items ?? []).map(({ externalId, name, domain }) => ({
    id: externalId,
    label: name,
    description: domain ? `${domain} · ${externalId}` : externalId,
  }))
  const failure = assign.error ?? found.error
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-56 flex-1">
          <ComboBox
            label={t('account')}
            isLabelHidden
            placeholder={t('searchAccounts')}
            options={options}
            inputValue={text}
            onInputChange={setText}
            value={chosen}
            onChange={(id) => {
              setChosen(id)
              const option = options.find((candidate) => candidate.id === id)
              if (option) setText(option.label)
            }}
            menuTrigger="focus"
          />
        </div>
        <Button
          variant="primary"
          isDisabled={!chosen}
          isPending={assign.isPending}
          onPress={() =>
            chosen &&
            assign.mutate({ params: { ticketId: ticket.id }, body: { externalId: chosen } })
          }
        >
          {t('assign')}
        </Button>
      </div>
      {failure && <ErrorState isCompact failure={failureOf(failure)} />}
    </div>
  )
}

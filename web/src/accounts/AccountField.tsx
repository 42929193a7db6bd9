import type { AccountRef } from '@firstline/contract/tickets'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { ComboBox } from '#web/ui/ComboBox.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'

type AccountFieldProps = {
  /** What is looked for before anybody typed. */
  initialText?: string
  onChoose: (account: Omit<AccountRef, 'id'> | null) => void
  autoFocus?: boolean
}

/** Finds an account in the customer's directory, by name, domain or id. */
export function AccountField({ initialText = '', onChoose, autoFocus }: AccountFieldProps) {
  const { t } = useTranslation('accounts')
  const failureOf = useFailure()
  const [text, setText] = useState(initialText)
  const [chosen, setChosen] = useState<string | null>(null)
  const q = useDeferredValue(text.trim())
  const found = useQuery({
    ...apiQuery('searchAccounts', { query: { q } }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  })
  const accounts = found.data?.items ?? []
  return (
    <>
      <ComboBox
        label={t('account')}
        isLabelHidden
        placeholder={t('searchAccounts')}
        options={accounts.map(({ externalId, name, domain }) => ({
          id: externalId,
          label: name,
          description: domain ? `${domain} · ${externalId}` : externalId,
        }))}
        inputValue={text}
        onInputChange={setText}
        value={chosen}
        onChange={choose}
        menuTrigger={initialText ? 'focus' : 'input'}
        {...(autoFocus && { autoFocus })}
      />
      {found.error && <ErrorState isCompact failure={failureOf(found.error)} />}
    </>
  )

  function choose(id: string | null) {
    const account = accounts.find(({ externalId }) => externalId === id) ?? null
    setChosen(id)
    if (account) setText(account.name)
    onChoose(account)
  }
}

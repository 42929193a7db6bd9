import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AccountField } from '#web/accounts/AccountField.tsx'
import { OpenAccountForm } from '#web/accounts/OpenAccountForm.tsx'

const route = getRouteApi('/signed-in/accounts')

/** The palette leads here with an account; without one it is found here. */
export function OpenAccountPage() {
  const { t } = useTranslation('accounts')
  const { externalId, name } = route.useSearch()
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('open.title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col gap-4 px-4 py-5 sm:px-6">
        <h1 className="text-lg font-semibold">
          {externalId ? t('open.titleOf', { name: name ?? externalId }) : t('open.title')}
        </h1>
        {externalId ? <OpenAccountForm externalId={externalId} /> : <ChooseAccount />}
      </div>
    </div>
  )
}

function ChooseAccount() {
  const { t } = useTranslation('accounts')
  const navigate = route.useNavigate()
  return (
    <div className="flex max-w-lg flex-col gap-4">
      <p className="text-pretty text-muted">{t('open.choose')}</p>
      <AccountField
        autoFocus
        onChoose={(account) =>
          account &&
          void navigate({ search: { externalId: account.externalId, name: account.name } })
        }
      />
    </div>
  )
}

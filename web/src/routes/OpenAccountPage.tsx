import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OpenAccountForm } from '#web/accounts/OpenAccountForm.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'

const route = getRouteApi('/signed-in/accounts')

/** Led to by the palette, with the account that was chosen there. */
export function OpenAccountPage() {
  const { t } = useTranslation('accounts')
  const { externalId, name } = route.useSearch()
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('open.title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-240 flex-col gap-4 p-4 sm:p-6">
        <h1 className="text-lg font-semibold">
          {externalId ? t('open.titleOf', { name: name ?? externalId }) : t('open.title')}
        </h1>
        {externalId ? (
          <OpenAccountForm externalId={externalId} />
        ) : (
          <EmptyState text={t('open.choose')} />
        )}
      </div>
    </div>
  )
}

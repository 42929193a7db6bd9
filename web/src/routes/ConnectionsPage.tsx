import { useTranslation } from 'react-i18next'
import { BesideDesks } from '#web/connections/BesideDesks.tsx'
import { ConnectionList } from '#web/connections/ConnectionList.tsx'

/** The company's own systems: what asks each of them, and how they answer. */
export function ConnectionsPage() {
  const { t } = useTranslation('connections')
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col">
        <header className="px-4 pt-5 pb-4 sm:px-6">
          <h1 className="text-lg font-semibold">{t('title')}</h1>
          <p className="text-sm text-pretty text-muted">{t('lead')}</p>
        </header>
        <BesideDesks />
        <ConnectionList />
      </div>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { ErasureList } from '#web/privacy/ErasureList.tsx'
import { FindPerson } from '#web/privacy/FindPerson.tsx'
import { RetentionTable } from '#web/privacy/RetentionTable.tsx'

/** What customers ask about their own data, and how long any of it is kept. */
export function PrivacyPage() {
  const { t } = useTranslation('privacy')
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col gap-8 px-4 py-5 sm:px-6">
        <header>
          <h1 className="text-lg font-semibold">{t('title')}</h1>
          <p className="text-sm text-pretty text-muted">{t('lead')}</p>
        </header>
        <section className="flex flex-col gap-2">
          <h2 className="font-semibold">{t('find')}</h2>
          <FindPerson />
        </section>
        <section className="flex flex-col gap-2">
          <h2 className="font-semibold">{t('erasures')}</h2>
          <ErasureList />
        </section>
        <section className="flex flex-col gap-2">
          <h2 className="font-semibold">{t('retention')}</h2>
          <p className="text-sm text-pretty text-muted">{t('retentionWhat')}</p>
          <RetentionTable />
        </section>
      </div>
    </div>
  )
}

import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { NewRunbookForm } from '#web/runbooks/NewRunbookForm.tsx'

const route = getRouteApi('/signed-in/runbooks/new')

export function NewRunbookPage() {
  const { t } = useTranslation(['newRunbook', 'runbooks'])
  const { type } = route.useSearch()
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('heading')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col gap-5 px-4 py-5 sm:px-6">
        <header className="max-w-140">
          <p className="text-sm">
            <Link to="/runbooks" className="text-muted hover:text-accent">
              {t('runbooks:title')}
            </Link>
          </p>
          <h1 className="text-lg font-semibold">{t('heading')}</h1>
          <p className="mt-1 text-pretty text-muted">{t('what')}</p>
        </header>
        <div className="max-w-140">
          <NewRunbookForm key={type} type={type} />
        </div>
      </div>
    </div>
  )
}

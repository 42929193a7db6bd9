import { Link, getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EscalationList } from '#web/escalations/EscalationList.tsx'
import { StateSwitch } from '#web/escalations/StateSwitch.tsx'

const route = getRouteApi('/signed-in/escalations')

export function EscalationsPage() {
  const { t } = useTranslation('escalations')
  const { state = 'open' } = route.useSearch()
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col">
        <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-5 sm:px-6">
          <div>
            <h1 className="text-lg font-semibold">{t('title')}</h1>
            <p className="text-sm text-muted">
              {t(`lead.${state}`)}{' '}
              <Link to="/learning" search={{ part: 'loop' }} className="text-accent underline">
                {t('board')}
              </Link>
            </p>
          </div>
          <StateSwitch state={state} />
        </header>
        <EscalationList key={state} state={state} />
      </div>
    </div>
  )
}

import { Link, getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ActionControls } from '#web/actions/ActionControls.tsx'
import { ApprovalList } from '#web/actions/ApprovalList.tsx'
import { cx } from '#web/ui/cx.ts'

const route = getRouteApi('/signed-in/actions')
const parts = ['waiting', 'decided', 'all'] as const

export function ActionsPage() {
  const { t } = useTranslation('actions')
  const { show = 'waiting' } = route.useSearch()
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('actions')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col">
        <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-5 sm:px-6">
          <div>
            <h1 className="text-lg font-semibold">{t('actions')}</h1>
            <p className="text-sm text-muted">{t(`lead.${show}`)}</p>
          </div>
          <nav aria-label={t('parts')} className="-mx-2 flex flex-wrap gap-x-1">
            {parts.map((part) => (
              <Link
                key={part}
                to="/actions"
                search={{ show: part }}
                aria-current={part === show ? 'page' : undefined}
                className={cx(
                  'flex min-h-control items-center rounded-md px-2 transition-colors pointer-coarse:min-h-11',
                  part === show
                    ? 'bg-selected font-medium text-ink'
                    : 'text-muted hover:bg-hover hover:text-ink',
                )}
              >
                {t(`show.${part}`)}
              </Link>
            ))}
          </nav>
        </header>
        {show === 'all' ? <ActionControls /> : <ApprovalList key={show} state={show} />}
      </div>
    </div>
  )
}

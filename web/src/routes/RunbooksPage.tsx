import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { BookOpenCheck, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { ProblemList } from '#web/runbooks/ProblemList.tsx'
import { RunbookTable } from '#web/runbooks/RunbookTable.tsx'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { TextField } from '#web/ui/TextField.tsx'

const route = getRouteApi('/signed-in/runbooks')

export function RunbooksPage() {
  const { t } = useTranslation('runbooks')
  const failureOf = useFailure()
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(apiQuery('listRunbooks'))
  const mayEdit = useMay('runbook:edit')
  const write = () => void navigate({ to: '/runbooks/new' })
  useHotkeys([{ keys: 'n', label: t('new'), group: t('title'), isDisabled: !mayEdit, run: write }])
  const words = q.toLowerCase().split(/\s+/)
  const runbooks = query.data?.items.filter(({ id, title, type, owner }) => {
    const text = `${title} ${id} ${type} ${owner}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col">
        <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-5">
          <h1 className="text-lg font-semibold">{t('title')}</h1>
          <div className="flex w-full items-center gap-2 sm:w-auto">
            <div className="min-w-0 flex-1 sm:w-72">
              <TextField
                label={t('search')}
                isLabelHidden
                type="search"
                placeholder={t('search')}
                value={q}
                onChange={(text) =>
                  void navigate({ search: { q: text || undefined }, replace: true })
                }
              />
            </div>
            {mayEdit && (
              <Button variant="primary" icon={Plus} shortcut="n" onPress={write}>
                {t('new')}
              </Button>
            )}
          </div>
        </header>
        {query.isPending && (
          <div className="px-4">
            <Skeleton lines={5} />
          </div>
        )}
        {query.error && (
          <ErrorState
            isCompact={Boolean(runbooks)}
            failure={failureOf(query.error)}
            onRetry={() => void query.refetch()}
          />
        )}
        {query.data && query.data.problems.length > 0 && (
          <section aria-label={t('refused')} className="mx-4 mb-4 rounded-md bg-broken-soft p-3">
            <h2 className="mb-1.5 font-medium">{t('refused')}</h2>
            <ProblemList problems={query.data.problems} />
          </section>
        )}
        {runbooks && runbooks.length > 0 && <RunbookTable runbooks={runbooks} />}
        {runbooks?.length === 0 && (
          <EmptyState
            icon={BookOpenCheck}
            text={q ? t('noMatch', { q }) : t('empty')}
            {...(!q && mayEdit && { action: { label: t('new'), onPress: write } })}
          />
        )}
      </div>
    </div>
  )
}

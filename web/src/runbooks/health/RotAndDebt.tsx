import { BookOpenCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { DebtList } from './DebtList.tsx'
import { HealthTable } from './HealthTable.tsx'
import { useRunbookHealth } from './useRunbookHealth.ts'

/** What of the runbooks needs a hand, what none of them covers, and how all of them fare. */
export function RotAndDebt() {
  const { t } = useTranslation('health')
  const query = useRunbookHealth()
  return (
    <Loaded query={query} lines={10}>
      {({ items, debt }) => {
        const rotting = items.filter(({ rot }) => rot.length > 0)
        const sound = items.filter(({ rot }) => rot.length === 0)
        return (
          <div className="flex flex-col gap-8 pb-8">
            <Part title={t('rot.title')} what={t('rot.what')}>
              {rotting.length > 0 ? (
                <HealthTable label={t('rot.title')} runbooks={rotting} />
              ) : (
                <p className="px-4 text-sm text-muted sm:px-6">{t('rot.none')}</p>
              )}
            </Part>
            <Part title={t('debt.title')} what={t('debt.what')}>
              <DebtList debt={debt} />
            </Part>
            {items.length === 0 && <EmptyState icon={BookOpenCheck} text={t('empty')} />}
            {sound.length > 0 && (
              <Part title={t('sound.title')} what={t('period')}>
                <HealthTable label={t('sound.title')} runbooks={sound} />
              </Part>
            )}
          </div>
        )
      }}
    </Loaded>
  )
}

function Part({ title, what, children }: { title: string; what: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <div className="px-4 sm:px-6">
        <h2 className="text-md font-semibold">{title}</h2>
        <p className="max-w-[80ch] text-sm text-pretty text-muted">{what}</p>
      </div>
      {children}
    </section>
  )
}

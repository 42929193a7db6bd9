import type { Setup } from '@firstline/contract/team'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { Button } from '#web/ui/Button.tsx'

type DemoSignIn = Setup['demoSignIns'][number]

/** Only where the example company runs: fills the form with one of its sign-ins. */
export function DemoSignIns({ onChoose }: { onChoose: (demo: DemoSignIn) => void }) {
  const { t } = useTranslation('app')
  const { data: setup } = useQuery(apiQuery('getSetup'))
  if (!setup || setup.demoSignIns.length === 0) return null
  return (
    <section
      aria-label={t('signIn.demo')}
      className="flex flex-col gap-2 border-t border-line pt-4"
    >
      <p className="text-sm text-muted">{t('signIn.demo')}</p>
      <div className="flex flex-wrap gap-2">
        {setup.demoSignIns.map((demo) => (
          <Button key={demo.email} size="small" onPress={() => onChoose(demo)}>
            {demo.name} · {t(`role.${demo.role}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}

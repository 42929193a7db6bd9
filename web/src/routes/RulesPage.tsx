import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RuleList } from '#web/rules/RuleList.tsx'
import { TryRule } from '#web/rules/TryRule.tsx'
import { firstRule } from '#web/rules/first-rule.ts'
import { Button } from '#web/ui/Button.tsx'
import { Sheet } from '#web/ui/Dialog.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'

/** What is done by itself when something happens to a ticket. */
export function RulesPage() {
  const { t } = useTranslation('rules')
  const [isTrying, setTrying] = useState(false)
  const begin = () => setTrying(true)
  useHotkeys([{ keys: 't', label: t('tryNew'), group: t('page'), run: begin }])
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('page')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col">
        <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 pt-5 pb-4 sm:px-6">
          <div className="min-w-0 flex-1 basis-80">
            <h1 className="text-lg font-semibold">{t('page')}</h1>
            <p className="text-sm text-pretty text-muted">{t('lead')}</p>
          </div>
          <Button icon={FlaskConical} shortcut="t" onPress={begin}>
            {t('tryNew')}
          </Button>
        </header>
        <RuleList />
      </div>
      <Sheet size="wide" title={t('tryNew')} isOpen={isTrying} onOpenChange={setTrying}>
        <TryRule source={firstRule} file="rules/my-rule.yaml" />
      </Sheet>
    </div>
  )
}

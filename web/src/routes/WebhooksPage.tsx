import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { WebhookList } from '#web/webhooks/WebhookList.tsx'
import { WebhookSheet } from '#web/webhooks/WebhookSheet.tsx'

/** Who outside is told of what happens here. */
export function WebhooksPage() {
  const { t } = useTranslation('webhooks')
  const mayManage = useMay('webhook:manage')
  const [isWriting, setWriting] = useState(false)
  const write = () => setWriting(true)
  useHotkeys([{ keys: 'n', label: t('new'), group: t('page'), isDisabled: !mayManage, run: write }])
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('page')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col">
        <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 pt-5 pb-4 sm:px-6">
          <div className="min-w-0 flex-1 basis-80">
            <h1 className="text-lg font-semibold">{t('page')}</h1>
            <p className="text-sm text-pretty text-muted">{t('lead')}</p>
          </div>
          {mayManage && (
            <Button variant="primary" icon={Plus} shortcut="n" onPress={write}>
              {t('new')}
            </Button>
          )}
        </header>
        <WebhookList onNew={write} />
      </div>
      <WebhookSheet webhook={null} isOpen={isWriting} onOpenChange={setWriting} />
    </div>
  )
}

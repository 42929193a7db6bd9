import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { CopyableId } from '#web/ui/CopyableId.tsx'

/** The one time the key is shown. */
export function NewKey({ value, onClose }: { value: string; onClose: () => void }) {
  const { t } = useTranslation('team')
  return (
    <div className="flex flex-col gap-4">
      <p role="status">{t('shownOnce')}</p>
      <p className="rounded-md border border-line px-3 py-2 wrap-anywhere">
        <CopyableId value={value} />
      </p>
      <div className="flex justify-end">
        <Button variant="primary" onPress={onClose}>
          {t('noted')}
        </Button>
      </div>
    </div>
  )
}

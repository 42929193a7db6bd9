import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'

/** What was done, before the dialog closes. */
export function DoneNote({ text, onClose }: { text: string; onClose: () => void }) {
  const { t } = useTranslation('ui')
  return (
    <div className="flex flex-col gap-4">
      <p role="status">{text}</p>
      <div className="flex justify-end">
        <Button variant="primary" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </div>
  )
}

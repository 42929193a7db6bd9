import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { CopyableId } from '#web/ui/CopyableId.tsx'

type NewKeyProps = {
  value: string
  text: string
  onClose: () => void
}

/** The one time a secret is shown. */
export function NewKey({ value, text, onClose }: NewKeyProps) {
  const { t } = useTranslation('team')
  return (
    <div className="flex flex-col gap-4">
      <p role="status">{text}</p>
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

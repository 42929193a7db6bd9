import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'

/** Shown this once; of each only its trace is kept. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone?: () => void }) {
  const { t } = useTranslation('signIn')
  return (
    <div className="flex flex-col gap-3">
      <p>{t('security.keepCodes')}</p>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-1 rounded-md border border-line px-3 py-2 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      {onDone && (
        <div className="flex justify-end">
          <Button variant="primary" onPress={onDone}>
            {t('security.done')}
          </Button>
        </div>
      )}
    </div>
  )
}

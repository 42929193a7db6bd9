import type { RunbookEditing } from '@firstline/contract/runbooks'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import type { KeptText } from './local-copy.ts'

type EditNoticesProps = {
  editing: RunbookEditing | undefined
  /** The version the text began with. */
  baseVersion: number
  continued: KeptText | null
  onDiscard: () => void
}

/** What one should know before going on: unsaved text that is back, and who else is writing. */
export function EditNotices({ editing, baseVersion, continued, onDiscard }: EditNoticesProps) {
  const { t } = useTranslation('editor')
  const isBehind = (editing?.latestVersion ?? 0) > baseVersion
  return (
    <>
      {continued && (
        <Notice>
          <span>
            {t('continued')} <RelativeTime at={continued.savedAt} />.
          </span>
          <Button size="small" onPress={onDiscard}>
            {t('dropContinued')}
          </Button>
        </Notice>
      )}
      {editing?.others.map(({ person, savedAt }) => (
        <Notice key={person.id}>
          <span>
            {t('otherWrites', { name: person.name })} <RelativeTime at={savedAt} />.{' '}
            {t('otherWritesWhat')}
          </span>
        </Notice>
      ))}
      {isBehind && <Notice>{t('behind', { version: editing?.latestVersion })}</Notice>}
    </>
  )
}

function Notice({ children }: { children: React.ReactNode }) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-2 rounded-md bg-pending-soft px-3 py-2 text-sm"
    >
      {children}
    </div>
  )
}

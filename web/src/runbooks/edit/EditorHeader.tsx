import type { Runbook } from '@firstline/contract/runbooks'
import { Link } from '@tanstack/react-router'
import { Save, Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { Status } from '#web/ui/Status.tsx'

type EditorHeaderProps = {
  saved: Runbook
  isChanged: boolean
  isSaving: boolean
  mayBePublished: boolean
  onDiscard: () => void
  onSave: () => void
  onPublish: () => void
}

export function EditorHeader(props: EditorHeaderProps) {
  const { saved, isChanged, isSaving, mayBePublished, onDiscard, onSave, onPublish } = props
  const { t } = useTranslation('runbooks')
  const mayPublish = useMay('runbook:publish')
  const isDraft = saved.shown.version === saved.draftVersion
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <p className="text-sm">
          <Link
            to="/runbooks/$runbookId"
            params={{ runbookId: saved.id }}
            search={isDraft ? { version: saved.shown.version } : {}}
            className="text-muted hover:text-accent"
          >
            {t('back')}
          </Link>
        </p>
        <h1 className="text-md font-semibold">{t('editTitle', { title: saved.title })}</h1>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {isChanged && <Status meaning="pending">{t('unsaved')}</Status>}
        {isChanged && (
          <Button variant="ghost" onPress={onDiscard}>
            {t('discard')}
          </Button>
        )}
        <Button
          icon={Save}
          shortcut="mod+s"
          isDisabled={!isChanged}
          isPending={isSaving}
          onPress={onSave}
        >
          {t('save')}
        </Button>
        {mayPublish && (
          <Button
            variant="primary"
            icon={Upload}
            shortcut="mod+enter"
            isDisabled={!mayBePublished}
            onPress={onPublish}
          >
            {t('publish')}
          </Button>
        )}
      </div>
    </header>
  )
}

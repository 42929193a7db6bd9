import type { Runbook } from '@firstline/contract/runbooks'
import { Link, useNavigate } from '@tanstack/react-router'
import { Pencil, Upload } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/team/useMe.ts'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'
import { Button } from '#web/ui/Button.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { RunbookState } from './RunbookState.tsx'

export function RunbookHeader({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslation('runbooks')
  const titles = useTitles()
  const { id, title, type, owner, shown, publishedVersion } = runbook
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-line pb-4">
      <div className="min-w-0">
        <p className="text-sm">
          <Link to="/runbooks" className="text-muted hover:text-accent">
            {t('title')}
          </Link>
        </p>
        <h1 className="text-lg font-semibold text-pretty">{title}</h1>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          <RunbookState runbook={runbook} />
          <code className="text-xs">{id}</code> · {titles.type(type)} · {owner}
        </p>
        {shown.escalationId && (
          <p className="mt-1 text-sm">
            <Link
              to="/escalations/$escalationId"
              params={{ escalationId: shown.escalationId }}
              className="text-escalated hover:underline"
            >
              {t('madeFrom')}
            </Link>
          </p>
        )}
        {shown.version !== publishedVersion && (
          <p className="mt-1 text-sm">
            {t('viewing', { version: shown.version })}{' '}
            {publishedVersion && (
              <Link
                to="/runbooks/$runbookId"
                params={{ runbookId: id }}
                search={{}}
                className="text-accent hover:underline"
              >
                {t('viewPublished')}
              </Link>
            )}
          </p>
        )}
      </div>
      <Tools runbook={runbook} />
    </header>
  )
}

function Tools({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslation('runbooks')
  const navigate = useNavigate()
  const mayEdit = useMay('runbook:edit')
  const mayPublish = useMay('runbook:publish')
  const [isPublishing, setPublishing] = useState(false)
  const isDraft = runbook.shown.version === runbook.draftVersion
  const edit = () =>
    void navigate({ to: '/runbooks/$runbookId/edit', params: { runbookId: runbook.id } })
  const words = runbook.draftVersion ? t('editDraft') : t('edit')
  useHotkeys([{ keys: 'e', label: words, group: t('title'), isDisabled: !mayEdit, run: edit }])
  return (
    <div className="flex flex-wrap items-center gap-2">
      {mayEdit && (
        <Button icon={Pencil} shortcut="e" onPress={edit}>
          {words}
        </Button>
      )}
      {mayPublish && isDraft && (
        <Button
          variant="primary"
          icon={Upload}
          isDisabled={runbook.problems.length > 0}
          onPress={() => setPublishing(true)}
        >
          {t('publish')}
        </Button>
      )}
      <PublishDialog
        runbook={runbook}
        version={runbook.shown.version}
        isOpen={isPublishing}
        onClose={() => setPublishing(false)}
      />
    </div>
  )
}

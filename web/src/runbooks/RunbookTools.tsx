import type { Runbook } from '@firstline/contract/runbooks'
import { useNavigate } from '@tanstack/react-router'
import { Archive, Ellipsis, GitCompareArrows, History, Pencil, Upload } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import type { MenuEntry } from '#web/ui/Menu.tsx'
import { CompareSheet } from './CompareSheet.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { RetireDialog } from './RetireDialog.tsx'
import { useRestore } from './useRestore.ts'

/** What can be done with the version that is shown. */
export function RunbookTools({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslation('runbooks')
  const navigate = useNavigate()
  const mayEdit = useMay('runbook:edit')
  const mayPublish = useMay('runbook:publish')
  const [opened, setOpened] = useState<'publish' | 'retire' | 'compare'>()
  const restore = useRestore(runbook)
  const { shown, publishedVersion, draftVersion } = runbook
  const isDraft = shown.version === draftVersion
  const edit = () =>
    void navigate({ to: '/runbooks/$runbookId/edit', params: { runbookId: runbook.id } })
  const words = draftVersion ? t('editDraft') : t('edit')
  useHotkeys([{ keys: 'e', label: words, group: t('title'), isDisabled: !mayEdit, run: edit }])
  const entries: MenuEntry[] = []
  if (runbook.versions.length > 1) {
    entries.push({
      id: 'compare',
      label: t('compare'),
      icon: GitCompareArrows,
      onAction: () => setOpened('compare'),
    })
  }
  if (mayEdit && !isDraft && shown.version !== publishedVersion) {
    entries.push({
      id: 'restore',
      label: t('restore', { version: shown.version }),
      icon: History,
      onAction: restore,
    })
  }
  if (mayPublish && publishedVersion !== null) {
    entries.push({
      id: 'retire',
      label: t('retire'),
      icon: Archive,
      onAction: () => setOpened('retire'),
    })
  }
  const close = () => setOpened(undefined)
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
          isDisabled={runbook.problems.some(({ severity }) => severity === 'error')}
          onPress={() => setOpened('publish')}
        >
          {t('publish')}
        </Button>
      )}
      {entries.length > 0 && (
        <Menu
          label={t('more')}
          placement="bottom end"
          trigger={<IconButton icon={Ellipsis} label={t('more')} />}
          groups={[{ id: 'more', entries }]}
        />
      )}
      <PublishDialog
        runbook={runbook}
        version={shown.version}
        isOpen={opened === 'publish'}
        onClose={close}
      />
      <RetireDialog runbook={runbook} isOpen={opened === 'retire'} onClose={close} />
      <CompareSheet runbook={runbook} isOpen={opened === 'compare'} onClose={close} />
    </div>
  )
}

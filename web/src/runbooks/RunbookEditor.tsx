import { ProblemError } from '@firstline/contract/client'
import type { Runbook } from '@firstline/contract/runbooks'
import { Link } from '@tanstack/react-router'
import { Save, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { Status } from '#web/ui/Status.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { EditConflict } from './EditConflict.tsx'
import { LeaveGuard } from './LeaveGuard.tsx'
import { ProblemList } from './ProblemList.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { SourceEditor, type SourceEditorHandle } from './SourceEditor.tsx'
import { useRunbookChange } from './useRunbook.ts'

/** The text of the draft, saved as the next version; problems come with each save. */
export function RunbookEditor({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslation('runbooks')
  const failureOf = useFailure()
  const mayPublish = useMay('runbook:publish')
  const editor = useRef<SourceEditorHandle>(null)
  const [saved, setSaved] = useState(runbook)
  const [text, setText] = useState(runbook.source)
  const [isPublishing, setPublishing] = useState(false)
  const save = useRunbookChange('saveRunbookDraft', (next) => {
    setSaved(next)
    toast({ text: t('saved', { version: next.shown.version }) })
  })
  const isChanged = text !== saved.source
  const isConflict =
    save.error instanceof ProblemError && save.error.problem.reason === 'runbook.edited-meanwhile'
  const isDraft = saved.shown.version === saved.draftVersion
  useHotkeys([{ keys: 'mod+s', label: t('save'), group: t('title'), run: () => saveAbove() }])
  return (
    <div className="flex h-full flex-col gap-3 p-4 sm:p-6">
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
            <Button variant="ghost" onPress={() => setText(saved.source)}>
              {t('discard')}
            </Button>
          )}
          <Button
            icon={Save}
            shortcut="mod+s"
            isDisabled={!isChanged}
            isPending={save.isPending}
            onPress={() => saveAbove()}
          >
            {t('save')}
          </Button>
          {mayPublish && (
            <Button
              variant="primary"
              icon={Upload}
              isDisabled={isChanged || !isDraft || saved.problems.length > 0}
              onPress={() => setPublishing(true)}
            >
              {t('publish')}
            </Button>
          )}
        </div>
      </header>
      {isConflict && (
        <EditConflict
          runbookId={saved.id}
          onTakeTheirs={(theirs) => {
            setSaved(theirs)
            setText(theirs.source)
            save.reset()
          }}
          onSaveAbove={(latest) => saveAbove(latest)}
        />
      )}
      {save.error && !isConflict && <ErrorState isCompact failure={failureOf(save.error)} />}
      <SourceEditor
        ref={editor}
        label={t('text')}
        value={text}
        onChange={setText}
        marked={new Set(saved.problems.flatMap(({ line }) => line ?? []))}
      />
      <section aria-label={t('savedProblems')} className="max-h-48 shrink-0 overflow-y-auto">
        <ProblemList
          problems={saved.problems}
          onGoTo={(line) => editor.current?.goTo(line)}
          allWell={t('noProblems')}
        />
      </section>
      <PublishDialog
        runbook={saved}
        version={saved.shown.version}
        isOpen={isPublishing}
        onClose={() => setPublishing(false)}
      />
      <LeaveGuard isChanged={isChanged} />
    </div>
  )

  function saveAbove(baseVersion = saved.latestVersion) {
    if (!isChanged || save.isPending) return
    save.mutate({ params: { id: saved.id }, body: { source: text, baseVersion } })
  }
}

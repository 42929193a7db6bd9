import { ProblemError } from '@firstline/contract/client'
import type { Runbook } from '@firstline/contract/runbooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { EditNotices } from './edit/EditNotices.tsx'
import { EditorHeader } from './edit/EditorHeader.tsx'
import { EditorWork } from './edit/EditorWork.tsx'
import type { KeptText } from './edit/local-copy.ts'
import { useLint, usePaused } from './edit/useChecked.ts'
import { useKeptText } from './edit/useKeptText.ts'
import { EditConflict } from './EditConflict.tsx'
import { LeaveGuard } from './LeaveGuard.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { useRunbookChange } from './useRunbook.ts'

type RunbookEditorProps = {
  runbook: Runbook
  /** Unsaved text of another time, to go on with. */
  continued: KeptText | null
}

/** One text, edited as a form and as its source, checked while it is written, saved as a version. */
export function RunbookEditor({ runbook, continued }: RunbookEditorProps) {
  const { t } = useTranslation('runbooks')
  const failureOf = useFailure()
  const mayPublish = useMay('runbook:publish')
  const [saved, setSaved] = useState(runbook)
  const [text, setText] = useState(continued?.source ?? runbook.source)
  const [baseVersion, setBaseVersion] = useState(continued?.baseVersion ?? runbook.latestVersion)
  // what is kept while this page is open is no text of another time
  const [restored] = useState(continued)
  const [isPublishing, setPublishing] = useState(false)
  const save = useRunbookChange('saveRunbookDraft', (next) => {
    take(next)
    toast({ text: t('saved', { version: next.shown.version }) })
  })
  const isChanged = text !== saved.source
  const paused = usePaused(text)
  const lint = useLint(paused)
  const editing = useQuery(apiQuery('getRunbookEditing', { params: { id: saved.id } })).data
  useKeptText({ runbookId: saved.id, text, baseVersion, isChanged, isContinued: restored !== null })
  const problems = lint.data?.problems ?? saved.problems
  const hasErrors = (isChanged ? problems : saved.problems).some(
    ({ severity }) => severity === 'error',
  )
  const mayBePublished =
    !hasErrors && !save.isPending && (isChanged || saved.shown.version === saved.draftVersion)
  const meanwhile = save.error instanceof ProblemError ? save.error.problem.meanwhile : undefined
  useHotkeys([
    { keys: 'mod+s', label: t('save'), group: t('title'), run: () => saveOn() },
    {
      keys: 'mod+enter',
      label: t('publish'),
      group: t('title'),
      isDisabled: !mayPublish || !mayBePublished,
      run: publish,
    },
  ])
  return (
    <div className="flex h-full flex-col gap-3 overflow-y-auto p-4 sm:p-6">
      <EditorHeader
        saved={saved}
        isChanged={isChanged}
        isSaving={save.isPending}
        mayBePublished={mayBePublished}
        onDiscard={() => take(saved)}
        onSave={() => saveOn()}
        onPublish={publish}
      />
      {!meanwhile && (
        <EditNotices
          editing={editing}
          baseVersion={baseVersion}
          continued={isChanged ? restored : null}
          onDiscard={() => take(saved)}
        />
      )}
      {meanwhile && (
        <EditConflict
          runbookId={saved.id}
          meanwhile={meanwhile}
          mine={text}
          onTakeTheirs={takeTheirs}
          onSaveAbove={(latest) => saveOn(latest)}
        />
      )}
      {save.error && !meanwhile && <ErrorState isCompact failure={failureOf(save.error)} />}
      <EditorWork
        text={text}
        paused={paused}
        onChange={setText}
        problems={problems}
        lintFailure={lint.data ? null : lint.error}
      />
      <PublishDialog
        runbook={saved}
        version={saved.shown.version}
        isOpen={isPublishing}
        onClose={() => setPublishing(false)}
      />
      <LeaveGuard isChanged={isChanged} />
    </div>
  )

  function take(next: Runbook) {
    setSaved(next)
    setText(next.source)
    setBaseVersion(next.latestVersion)
    save.reset()
  }

  function takeTheirs(theirs: Runbook) {
    const mine = text
    take(theirs)
    toast({ text: t('tookTheirs'), about: `text of ${saved.id}`, undo: () => setText(mine) })
  }

  function saveOn(base = baseVersion, onSaved?: () => void) {
    if (!isChanged || save.isPending) return
    const input = { params: { id: saved.id }, body: { source: text, baseVersion: base } }
    save.mutate(input, { onSuccess: () => onSaved?.() })
  }

  /** What is published is a saved version: unsaved text is saved first. */
  function publish() {
    if (isChanged) saveOn(baseVersion, () => setPublishing(true))
    else setPublishing(true)
  }
}

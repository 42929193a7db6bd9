import type { Runbook } from '@firstline/contract/runbooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { CodeText } from '#web/ui/CodeText.tsx'
import { useLatestRunbook } from './useLatestRunbook.ts'

interface EditConflictProps {
  runbookId: string
  onTakeTheirs: (theirs: Runbook) => void
  /** Saves the own text as the version after this one. */
  onSaveAbove: (latestVersion: number) => void
}

/** Somebody else saved first: both texts are there, and one decides. */
export function EditConflict({ runbookId, onTakeTheirs, onSaveAbove }: EditConflictProps) {
  const { t } = useTranslation('runbooks')
  const [isShown, setShown] = useState(false)
  const theirs = useQuery({ ...useLatestRunbook(runbookId), staleTime: 0 }).data
  if (!theirs) return null
  const version = theirs.shown.version
  return (
    <section role="alert" className="flex flex-col gap-2 rounded-md bg-pending-soft p-4">
      <h2 className="font-semibold text-pending">{t('conflictTitle', { version })}</h2>
      <p className="max-w-[68ch] text-pretty">{t('conflictText')}</p>
      <div className="flex flex-wrap gap-2">
        <Button aria-expanded={isShown} onPress={() => setShown(!isShown)}>
          {isShown ? t('hideTheirs') : t('showTheirs')}
        </Button>
        <Button onPress={() => onTakeTheirs(theirs)}>{t('takeTheirs')}</Button>
        <Button onPress={() => onSaveAbove(theirs.latestVersion)}>{t('overTheirs')}</Button>
      </div>
      {isShown && (
        <div role="region" aria-label={t('theirs', { version })} className="max-h-64 overflow-auto">
          <CodeText isBlock>{theirs.source}</CodeText>
        </div>
      )}
    </section>
  )
}

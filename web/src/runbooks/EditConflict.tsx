import type { Problem } from '@firstline/contract/problem'
import type { Runbook } from '@firstline/contract/runbooks'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { TextDiff } from './edit/lazy-code.ts'
import { useLatestRunbook } from './useLatestRunbook.ts'

type EditConflictProps = {
  runbookId: string
  meanwhile: NonNullable<Problem['meanwhile']>
  mine: string
  onTakeTheirs: (theirs: Runbook) => void
  /** Saves the own text as the version after this one. */
  onSaveAbove: (latestVersion: number) => void
}

/** Somebody else saved first: both texts are there beside each other, and one decides. */
export function EditConflict(props: EditConflictProps) {
  const { runbookId, meanwhile, mine, onTakeTheirs, onSaveAbove } = props
  const { t } = useTranslation('runbooks')
  const { version, by, at, source } = meanwhile
  const theirs = useQuery({ ...useLatestRunbook(runbookId), staleTime: 0 }).data
  return (
    <section role="alert" className="flex flex-col gap-2 rounded-md bg-pending-soft p-4">
      <h2 className="font-semibold text-pending">
        {t('conflictTitle', { version, name: by })} <RelativeTime at={at} />
      </h2>
      <p className="max-w-[68ch] text-pretty">{t('conflictText')}</p>
      <div className="flex flex-wrap gap-2">
        <Button isDisabled={!theirs} onPress={() => theirs && onTakeTheirs(theirs)}>
          {t('takeTheirs')}
        </Button>
        <Button onPress={() => onSaveAbove(version)}>{t('overTheirs')}</Button>
      </div>
      <Suspense fallback={<Skeleton lines={4} />}>
        <div className="max-h-[40vh] overflow-auto">
          <TextDiff
            from={{ label: t('theirs', { version }), text: source }}
            to={{ label: t('mine'), text: mine }}
          />
        </div>
      </Suspense>
    </section>
  )
}

import { present } from '@firstline/contract/present'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callRoute } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { CauseSection } from '#web/runbooks/CauseSection.tsx'
import { TextDiff } from '#web/runbooks/edit/lazy-code.ts'
import { ProblemList } from '#web/runbooks/ProblemList.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { cx } from '#web/ui/cx.ts'
import type { LessonDraft } from './lesson-draft.ts'
import { useSettled } from './useSettled.ts'

type DraftPreviewProps = {
  escalationId: string
  lesson: LessonDraft
}

/** The runbook draft these words make, growing as one types. */
export function DraftPreview({ escalationId, lesson }: DraftPreviewProps) {
  const { t } = useTranslation('escalations')
  const failureOf = useFailure()
  const body = useSettled(bodyOf(lesson), 400)
  const preview = useQuery({
    queryKey: ['previewEscalationDraft', escalationId, body],
    queryFn: ({ signal }) =>
      callRoute(
        'previewEscalationDraft',
        { params: { id: escalationId }, body: present(body) },
        { signal },
      ),
    enabled: body !== null,
    placeholderData: keepPreviousData,
  })
  const [wish, setWish] = useState<boolean | null>(null)
  // of a text that is there already what changes is the point
  const isSource = wish ?? preview.data?.isNew === false
  return (
    <section
      aria-label={t('preview.title')}
      className="rounded-md border border-dashed border-edge p-4"
    >
      <h3 className="text-base font-semibold">{t('preview.title')}</h3>
      {!preview.data && (
        <p className="mt-1 text-sm text-muted">
          {preview.error ? failureOf(preview.error).what : t('preview.waits')}
        </p>
      )}
      {preview.data && (
        <div
          aria-busy={preview.isFetching}
          className={cx('mt-1 flex flex-col gap-3', preview.isPlaceholderData && 'opacity-60')}
        >
          <p className="text-sm text-muted">
            {t(preview.data.isNew ? 'preview.isNew' : 'preview.adds', {
              runbook: preview.data.content?.title ?? preview.data.runbook,
              cause: preview.data.cause,
            })}
          </p>
          {!isSource &&
            preview.data.content?.causes
              .filter(({ name }) => name === preview.data.cause)
              .map((cause) => (
                <CauseSection
                  key={cause.name}
                  cause={cause}
                  escalations={preview.data.content?.escalations ?? []}
                />
              ))}
          {isSource && (
            <Suspense fallback={<Skeleton lines={6} />}>
              <TextDiff
                from={{ label: t('preview.before'), text: preview.data.before ?? '' }}
                to={{ label: t('preview.after'), text: preview.data.source }}
              />
            </Suspense>
          )}
          <ProblemList problems={preview.data.problems} allWell={t('preview.well')} />
          <div>
            <Button
              variant="ghost"
              size="small"
              aria-expanded={isSource}
              onPress={() => setWish(!isSource)}
            >
              {isSource ? t('preview.hideSource') : t('preview.showSource')}
            </Button>
          </div>
        </div>
      )}
    </section>
  )
}

/** Null until there is enough to make a draft of. */
function bodyOf({ was, fix, wouldHaveHelped, detail, say }: LessonDraft) {
  if (was.trim().length < 3 || fix.trim().length < 3) return null
  return {
    was: was.trim(),
    fix: fix.trim(),
    wouldHaveHelped: wouldHaveHelped ?? ('runbook' as const),
    detail: detail.trim(),
    say: say.trim(),
  }
}

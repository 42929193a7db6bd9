import type { LessonDetail } from '@firstline/contract/learning'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { TextDiff } from '#web/runbooks/edit/lazy-code.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'

/** The runbook before and after, or why there is no change of it. */
export function RunbookChange({ lesson }: { lesson: LessonDetail }) {
  const { t } = useTranslation('learning')
  const { runbook, before, after, loop, waivedBecause } = lesson
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3 className="font-semibold">{t('change.title')}</h3>
      {waivedBecause && (
        <p className="text-pretty">{t('change.waived', { reason: waivedBecause })}</p>
      )}
      {!runbook && loop === 'returned' && <p className="text-muted">{t('change.none')}</p>}
      {runbook && loop !== 'waived' && (
        <>
          <p className="text-sm text-pretty text-muted">
            <Link
              to="/runbooks/$runbookId"
              params={{ runbookId: runbook.id }}
              search={{ version: runbook.version }}
              className="font-medium text-accent hover:underline"
            >
              {t('change.version', { title: runbook.title, version: runbook.version })}
            </Link>{' '}
            {t(`change.${loop === 'published' ? 'published' : 'draft'}`)}
          </p>
          {after !== null && (
            <Suspense fallback={<Skeleton lines={8} />}>
              <TextDiff
                from={{
                  label: runbook.basedOn
                    ? t('change.of', { version: runbook.basedOn })
                    : t('change.new'),
                  text: before ?? '',
                }}
                to={{ label: t('change.of', { version: runbook.version }), text: after }}
              />
            </Suspense>
          )}
        </>
      )}
    </section>
  )
}

import type { IncidentDetail } from '@firstline/contract/incidents'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'

/** What was told of it, oldest first. */
export function IncidentCourse({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation('incidents')
  return (
    <section aria-labelledby="course" className="px-4 py-3 sm:px-6 lg:px-4">
      <h2 id="course" className="mb-2 font-semibold">
        {t('course')}
      </h2>
      <ol className="flex flex-col gap-2 text-sm">
        {incident.course.map((step) => (
          <li key={step.id} className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 wrap-anywhere">
              {t(`step.${step.name}`)}
              {step.title !== incident.title && (
                <span className="block text-muted">{step.title}</span>
              )}
            </span>
            <span className="shrink-0 text-xs text-muted">
              <RelativeTime at={step.at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

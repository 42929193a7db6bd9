import type { RunbookHealth } from '@firstline/contract/runbook-health'
import { useTranslation } from 'react-i18next'
import { Sparkline } from '#web/ui/Sparkline.tsx'

type OpenCourseProps = {
  health: Pick<RunbookHealth, 'title' | 'openRate'>
  width?: number
}

/** The open rate by week; the running week is not over. */
export function OpenCourse({ health: { title, openRate }, width = 96 }: OpenCourseProps) {
  const { t } = useTranslation('health')
  return (
    <Sparkline
      points={openRate.map(({ opened }) => opened.rate)}
      immatureFrom={openRate.length - 1}
      domain={[0, 1]}
      width={width}
      label={t('course', { title })}
    />
  )
}

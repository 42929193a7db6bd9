import type { Lesson } from '@firstline/contract/learning'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { cx } from '#web/ui/cx.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { lessonSearch } from './lesson-search.ts'
import { LoopState } from './LoopState.tsx'
import type { LessonState } from './useLessons.ts'

type LessonLineProps = {
  lesson: Lesson
  state: LessonState
  isChosen: boolean
}

export function LessonLine({ lesson, state, isChosen }: LessonLineProps) {
  const { t } = useTranslation('learning')
  const { id, ticket, returned, learnedAt } = lesson
  return (
    <Link
      to="/learning"
      search={lessonSearch(state, id)}
      aria-current={isChosen ? 'true' : undefined}
      className={cx(
        'flex flex-col gap-0.5 px-4 py-2.5 -outline-offset-2 hover:bg-hover',
        isChosen && 'bg-selected',
      )}
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className={cx('min-w-0 truncate', learnedAt === null && 'font-semibold')}>
          #{ticket.number} {ticket.subject}
        </span>
        <span className="shrink-0 text-sm text-faint">
          <RelativeTime at={returned.at} form="short" />
        </span>
      </span>
      <span className="line-clamp-2 text-sm text-pretty text-muted">{returned.was}</span>
      <span className="flex flex-wrap items-center gap-x-2 text-sm">
        <LoopState loop={lesson.loop} />
        {learnedAt && <span className="text-muted">{t('lesson.isLearned')}</span>}
      </span>
    </Link>
  )
}

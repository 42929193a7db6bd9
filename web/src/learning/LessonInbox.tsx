import type { Lesson } from '@firstline/contract/learning'
import { GraduationCap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { MoreButton } from '#web/MoreButton.tsx'
import { Loaded } from '#web/Loaded.tsx'
import { PartLink } from '#web/PartLink.tsx'
import { cx } from '#web/ui/cx.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { LessonLine } from './LessonLine.tsx'
import { LessonView } from './LessonView.tsx'
import { lessonStates, useLessons } from './useLessons.ts'
import type { LessonState } from './useLessons.ts'
import { useLessonKeys } from './useLessonKeys.ts'

type LessonInboxProps = {
  state: LessonState
  /** The one that is read. */
  chosen: string | undefined
}

/** What came back on one's own escalations: a list, and beside it the one that is read. */
export function LessonInbox({ state, chosen }: LessonInboxProps) {
  const { t } = useTranslation('learning')
  const list = useLessons(state)
  const isEmpty = list.data?.pages[0]?.items.length === 0
  return (
    <div className="lg:grid lg:grid-cols-[22rem_minmax(0,1fr)] lg:border-t lg:border-line">
      <div className={cx('lg:border-r lg:border-line', chosen && 'max-lg:hidden')}>
        <nav aria-label={t('lesson.states')} className="flex gap-x-1 px-2 py-2 sm:px-4">
          {lessonStates.map((each) => (
            <PartLink
              key={each}
              to="/learning"
              search={each === 'new' ? {} : { show: each }}
              isChosen={each === state}
              count={each === 'new' ? list.data?.pages[0]?.unlearned : undefined}
            >
              {t(`lesson.state.${each}`)}
            </PartLink>
          ))}
        </nav>
        <Loaded query={list}>
          {({ pages }) => (
            <Lessons lessons={pages.flatMap(({ items }) => items)} state={state} chosen={chosen} />
          )}
        </Loaded>
        <MoreButton list={list} className="p-4">
          {t('more')}
        </MoreButton>
      </div>
      <div className={cx('min-w-0', !chosen && 'max-lg:hidden')}>
        {chosen ? (
          <LessonView key={chosen} id={chosen} state={state} />
        ) : (
          !isEmpty && <EmptyState text={t('lesson.none')} />
        )}
      </div>
    </div>
  )
}

type LessonsProps = {
  lessons: readonly Lesson[]
  state: LessonState
  chosen: string | undefined
}

function Lessons({ lessons, state, chosen }: LessonsProps) {
  const { t } = useTranslation('learning')
  useLessonKeys(lessons, state, chosen)
  if (lessons.length === 0) {
    return <EmptyState icon={GraduationCap} text={t(`lesson.empty.${state}`)} />
  }
  return (
    <ul aria-label={t(`lesson.state.${state}`)}>
      {lessons.map((lesson) => (
        <li key={lesson.id} className="border-b border-line">
          <LessonLine lesson={lesson} state={state} isChosen={lesson.id === chosen} />
        </li>
      ))}
    </ul>
  )
}

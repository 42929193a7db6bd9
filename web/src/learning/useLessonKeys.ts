import type { Lesson } from '@firstline/contract/learning'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { lessonSearch } from './lesson-search.ts'
import type { LessonState } from './useLessons.ts'

/** J and K go through the lessons of the list. */
export function useLessonKeys(
  lessons: readonly Lesson[],
  state: LessonState,
  chosen: string | undefined,
): void {
  const { t } = useTranslation('learning')
  const navigate = useNavigate()
  const group = t('part.lessons')
  useHotkeys([
    { keys: 'j', label: t('lesson.next'), group, run: () => step(1) },
    { keys: 'k', label: t('lesson.previous'), group, run: () => step(-1) },
  ])

  function step(by: 1 | -1) {
    const here = lessons.findIndex(({ id }) => id === chosen)
    const next = lessons[here < 0 ? 0 : here + by]
    if (next) void navigate({ to: '/learning', search: lessonSearch(state, next.id) })
  }
}

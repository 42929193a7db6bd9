import type { LessonState } from './useLessons.ts'

/** The address of a lesson, or of its list. */
export function lessonSearch(state: LessonState, lesson?: string) {
  return { ...(state !== 'new' && { show: state }), ...(lesson && { lesson }) }
}

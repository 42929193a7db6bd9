import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiPages, apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { closeToast, toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'

export const lessonStates = ['new', 'learned', 'all'] as const
export type LessonState = (typeof lessonStates)[number]

export function useLessons(state: LessonState) {
  return useInfiniteQuery(apiPages('listLessons', { query: state === 'all' ? {} : { state } }))
}

/** How many came back that this person has not put aside yet. */
export function useUnlearnedCount(): number {
  const mayRead = useMay('learning:read')
  const { data } = useQuery({
    ...apiQuery('listLessons', { query: { state: 'new', limit: 1 } }),
    enabled: mayRead,
  })
  return data?.unlearned ?? 0
}

/** Puts a lesson aside; the notice of it takes it back. */
export function useLearn(id: string) {
  const { t } = useTranslation('learning')
  const failureOf = useFailure()
  const queryClient = useQueryClient()
  const about = `lesson ${id}`
  const change = useChange('learnLesson', {
    event: 'lesson.learned',
    onDone: (lesson) =>
      queryClient.setQueryData(apiQuery('getLesson', { params: { id } }).queryKey, lesson),
  })
  return { isPending: change.isPending, learn, putBack: () => put(false) }

  function learn() {
    const undo = () => put(false)
    put(true, () => toast({ text: t('lesson.done'), meaning: 'held', about, undo }))
  }

  function put(isLearned: boolean, onSuccess: () => void = () => {}) {
    closeToast(about)
    change.mutate(
      { params: { id }, body: { isLearned } },
      {
        onSuccess,
        onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }),
      },
    )
  }
}

import { present } from '@firstline/contract/present'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense, lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { PageOfParts } from '#web/PageOfParts.tsx'
import { PartLink } from '#web/PartLink.tsx'
import { LessonInbox } from '#web/learning/LessonInbox.tsx'
import { LoopBoard } from '#web/learning/LoopBoard.tsx'
import { useUnlearnedCount } from '#web/learning/useLessons.ts'
import { Wins } from '#web/learning/Wins.tsx'
import { useMay } from '#web/team/useMe.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'

const route = getRouteApi('/signed-in/learning')
const parts = ['lessons', 'wins', 'loop', 'time'] as const

/** Charts are as large as the rest of the page: loaded when they are first shown. */
const LearningTime = lazy(async () => ({
  default: (await import('#web/learning/LearningTime.tsx')).LearningTime,
}))

/** What comes back to the first line, what it won, and the time it has to learn. */
export function LearningPage() {
  const { t } = useTranslation('learning')
  const mayLearn = useMay('learning:read')
  const permitted = parts.filter((part) => mayLearn || part === 'loop')
  const { part: chosen = present(permitted[0]), show = 'new', lesson } = route.useSearch()
  const unlearned = useUnlearnedCount()
  const links = permitted.map((part) => (
    <PartLink
      key={part}
      to="/learning"
      search={part === 'lessons' ? {} : { part }}
      isChosen={part === chosen}
      count={part === 'lessons' && unlearned > 0 ? unlearned : undefined}
    >
      {t(`part.${part}`)}
    </PartLink>
  ))
  return (
    <PageOfParts title={t('title')} lead={t(`lead.${chosen}`)} label={t('parts')} links={links}>
      {chosen === 'lessons' && <LessonInbox state={show} chosen={lesson} />}
      {chosen === 'wins' && <Wins />}
      {chosen === 'loop' && <LoopBoard />}
      {chosen === 'time' && (
        <Suspense fallback={<Skeleton lines={10} />}>
          <LearningTime />
        </Suspense>
      )}
    </PageOfParts>
  )
}

import type { LessonDetail } from '@firstline/contract/learning'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, Check, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { apiQuery } from '#web/api.ts'
import { Button } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { RunbookChange } from './RunbookChange.tsx'
import { lessonSearch } from './lesson-search.ts'
import { LoopState } from './LoopState.tsx'
import { useLearn } from './useLessons.ts'
import type { LessonState } from './useLessons.ts'

type LessonViewProps = {
  id: string
  /** The list one comes from. */
  state: LessonState
}

/** What it was, how it was fixed, and what the desk made of it. */
export function LessonView({ id, state }: LessonViewProps) {
  const { t } = useTranslation('learning')
  const query = useQuery(apiQuery('getLesson', { params: { id } }))
  return (
    <div className="flex flex-col gap-5 p-4 sm:p-6">
      <Link
        to="/learning"
        search={lessonSearch(state)}
        className="flex min-h-6 items-center gap-1 text-sm text-muted hover:text-accent lg:hidden"
      >
        <ArrowLeft aria-hidden size={14} /> {t('lesson.back')}
      </Link>
      <Loaded query={query} lines={8}>
        {(lesson) => <Told lesson={lesson} />}
      </Loaded>
    </div>
  )
}

function Told({ lesson }: { lesson: LessonDetail }) {
  const { t } = useTranslation(['learning', 'escalate'])
  const { id, ticket, returned } = lesson
  const helped = t(`escalate:lesson.helpedBy.${returned.wouldHaveHelped}`)
  return (
    <article className="flex flex-col gap-5">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 className="text-md font-semibold text-pretty">
            <Link
              to="/escalations/$escalationId"
              params={{ escalationId: id }}
              className="hover:text-accent hover:underline"
            >
              #{ticket.number} {ticket.subject}
            </Link>
          </h2>
          <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
            <LoopState loop={lesson.loop} />
            {t('lesson.by', { name: returned.by.name })} <RelativeTime at={returned.at} />
          </p>
        </div>
        <Learn lesson={lesson} />
      </header>
      <DefinitionList
        items={[
          { term: t('escalate:lesson.was'), detail: returned.was },
          { term: t('escalate:lesson.fix'), detail: returned.fix },
          {
            term: t('escalate:lesson.helped'),
            detail: returned.detail ? `${helped}: ${returned.detail}` : helped,
          },
        ]}
      />
      <RunbookChange lesson={lesson} />
    </article>
  )
}

function Learn({ lesson: { id, learnedAt } }: { lesson: LessonDetail }) {
  const { t } = useTranslation('learning')
  const { learn, putBack, isPending } = useLearn(id)
  const isDisabled = learnedAt !== null || isPending
  useHotkeys([
    { keys: 'l', label: t('lesson.learn'), group: t('part.lessons'), isDisabled, run: learn },
  ])
  if (learnedAt === null) {
    return (
      <Button variant="primary" icon={Check} shortcut="l" isPending={isPending} onPress={learn}>
        {t('lesson.learn')}
      </Button>
    )
  }
  return (
    <div className="flex items-center gap-2 text-sm text-muted">
      <span>
        {t('lesson.isLearned')} <RelativeTime at={learnedAt} />
      </span>
      <Button size="small" icon={Undo2} isPending={isPending} onPress={putBack}>
        {t('lesson.putBack')}
      </Button>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'

/** What came back with an escalation: so that the next one is resolved here. */
export function Lesson({ escalationId }: { escalationId: string }) {
  const { t } = useTranslation('escalate')
  const { data } = useQuery(apiQuery('getEscalation', { params: { id: escalationId } }))
  if (!data?.returned) return null
  const { was, fix, wouldHaveHelped, detail } = data.returned
  const helped = t(`lesson.helpedBy.${wouldHaveHelped}`)
  return (
    <div className="mt-1.5 border-l-2 border-escalated pl-3 text-base text-ink">
      <DefinitionList
        items={[
          { term: t('lesson.was'), detail: was },
          { term: t('lesson.fix'), detail: fix },
          { term: t('lesson.helped'), detail: detail ? `${helped}: ${detail}` : helped },
        ]}
      />
    </div>
  )
}

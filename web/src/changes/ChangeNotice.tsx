import type { Change } from '@firstline/contract/changes'
import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components'
import { apiQuery } from '#web/api.ts'
import { changeWords } from './changeWords.ts'
import { useGapWords } from './useGapWords.ts'

/** One line where the account is looked at: what the ticket is about changed shortly before it began. */
export function ChangeNotice({ ticketId, onOpen }: { ticketId: string; onOpen: () => void }) {
  const { t } = useTranslation('changes')
  const gapWords = useGapWords()
  const { data } = useQuery(apiQuery('listChanges', { params: { ticketId } }))
  const suspect = data?.items
    .filter((change) => change.isBeforeProblem && change.concernsTicket && !isRecovery(change))
    .sort((a, b) => a.gapSeconds - b.gapSeconds)[0]
  if (!suspect) return null
  const { what, how } = changeWords(suspect, t)
  return (
    <Button
      onPress={onOpen}
      className="flex w-full cursor-default items-center gap-2 border-b border-line bg-pending-soft px-4 py-2 text-left text-sm text-pending -outline-offset-2"
    >
      <TriangleAlert aria-hidden size={14} className="shrink-0" />
      <span>{t('notice', { what, how, gap: gapWords(suspect.gapSeconds) })}</span>
    </Button>
  )
}

function isRecovery(change: Change): boolean {
  return change.kind === 'status' && change.to === 'operational'
}

import type { RunbookRun } from '@firstline/contract/runbooks'
import type { Ticket } from '@firstline/contract/tickets'
import { useQuery } from '@tanstack/react-query'
import { Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'

/** What goes along by itself, so that nobody copies it by hand. */
export function EvidencePreview({ ticket, run }: { ticket: Ticket; run: RunbookRun | null }) {
  const { t } = useTranslation('escalate')
  const params = { ticketId: ticket.id }
  const { data: timeline } = useQuery(apiQuery('getTimeline', { params }))
  const { data: actions } = useQuery(apiQuery('listActionRuns', { params }))
  const messages = timeline?.items.filter(({ kind }) => kind === 'message').length ?? 0
  const answered = run?.checks.filter(({ state }) => state === 'answered').length ?? 0
  const parts = [
    ticket.account
      ? t('evidence.account', { name: ticket.account.name, id: ticket.account.externalId })
      : t('evidence.noAccount'),
    t('evidence.conversation', { count: messages }),
    ...(run ? [t('evidence.checks', { count: answered, title: run.runbook.title })] : []),
    ...(actions?.items.length ? [t('evidence.actions', { count: actions.items.length })] : []),
    ...(ticket.account ? [t('evidence.logs')] : []),
    t('evidence.changes'),
  ]
  return (
    <section aria-label={t('evidence.title')} className="rounded-md bg-escalated-soft px-3 py-2.5">
      <h3 className="flex items-center gap-1.5 text-sm font-medium text-escalated">
        <Paperclip aria-hidden size={14} />
        {t('evidence.title')}
      </h3>
      <ul className="mt-1 list-disc pl-5 text-sm">
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      <p className="mt-1 text-sm text-muted">{t('evidence.masked')}</p>
    </section>
  )
}

import type { ActionApproval } from '@firstline/contract/approvals'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { CodeText } from '#web/ui/CodeText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Quoted } from '#web/ui/Quoted.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ApprovalStatus } from './ApprovalReceipt.tsx'
import { DecideApproval } from './DecideApproval.tsx'
import { ownWordsFor } from '#web/i18n/said.ts'
import { GuardList } from './GuardList.tsx'
import { ReadList } from './ReadList.tsx'
import { RequestText } from './RequestText.tsx'

/** What waits for a second person, with all one has to know to say yes or no. */
export function ApprovalList({ state }: { state: 'waiting' | 'decided' }) {
  const { t } = useTranslation('actions')
  const failureOf = useFailure()
  const list = useQuery(apiQuery('listActionApprovals', { query: { state } }))
  if (list.isPending) return <Skeleton lines={6} />
  if (!list.data) {
    return <ErrorState failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
  }
  if (list.data.items.length === 0) return <EmptyState text={t(`noApprovals.${state}`)} />
  return (
    <ul aria-label={t(`show.${state}`)} className="border-t border-line">
      {list.data.items.map((approval) => (
        <li key={approval.id} className="border-b border-line">
          <ApprovalEntry approval={approval} />
        </li>
      ))}
    </ul>
  )
}

function ApprovalEntry({ approval }: { approval: ActionApproval }) {
  const { t } = useTranslation('actions')
  const { ticket, account, action, by, requestedAt, reason } = approval
  return (
    <article
      aria-label={t('approvalOf', { title: action.title })}
      className="flex flex-col gap-3 px-4 py-4 sm:px-6"
    >
      <header>
        <h2 className="flex flex-wrap items-center gap-x-2 font-semibold">
          {action.title}
          {Object.values(approval.input).map((value) => (
            <CodeText key={String(value)}>{String(value)}</CodeText>
          ))}
          <span className="font-normal text-muted">{t('on')}</span> {account.name}
        </h2>
        <p className="text-sm text-muted">
          {t('askedBy', { name: by.name })} <RelativeTime at={requestedAt} />
          {reason && (
            <>
              {' '}
              · <Quoted text={reason} />
            </>
          )}{' '}
          ·{' '}
          <Link to="/tickets/$ticketId" params={{ ticketId: ticket.id }} className="underline">
            #{ticket.number} {ticket.subject}
          </Link>
        </p>
        <div className="mt-1">
          <ApprovalStatus approval={approval} />
        </div>
      </header>
      {approval.state === 'waiting' && <Grounds approval={approval} />}
      {approval.state === 'waiting' && <DecideApproval approval={approval} />}
    </article>
  )
}

/** What would happen and why it may; all of it is read and asked once more on approving. */
function Grounds({ approval }: { approval: ActionApproval }) {
  const { t } = useTranslation('actions')
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <section aria-label={t('willHappen')}>
        <h3 className="mb-1 text-sm font-medium text-muted">{t('willHappen')}</h3>
        <ul className="flex flex-col gap-1">
          {approval.sentences.map((sentence, index) => (
            <li key={sentence} className="wrap-anywhere">
              {ownWordsFor(approval.said?.[index], sentence)}
            </li>
          ))}
        </ul>
        <details className="mt-1">
          <summary className="w-fit cursor-default rounded-sm text-sm text-muted hover:text-ink">
            {t('exactRequest')}
          </summary>
          <RequestText request={approval.request} />
        </details>
      </section>
      <section aria-label={t('guards')}>
        <h3 className="mb-1 text-sm font-medium text-muted">{t('guards')}</h3>
        <GuardList guards={approval.guards} />
        <h3 className="mt-3 mb-1 text-sm font-medium text-muted">{t('reads')}</h3>
        <ReadList reads={approval.reads} />
      </section>
    </div>
  )
}

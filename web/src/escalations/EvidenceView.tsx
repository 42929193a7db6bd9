import type { EscalationDetail, Evidence } from '@firstline/contract/escalations'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyableId } from '#web/ui/CopyableId.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { EvidenceCheck } from './EvidenceCheck.tsx'
import { EvidenceRecords } from './EvidenceRecords.tsx'

/** Everything known when it was handed over, as it was then. */
export function EvidenceView({ escalation }: { escalation: EscalationDetail }) {
  const { t } = useTranslation('escalations')
  const { evidence, identifiers, note, because } = escalation
  return (
    <div className="flex flex-col gap-6">
      <p className="text-sm text-muted">
        {t('evidence.frozen')} <RelativeTime at={evidence.at} />
      </p>
      <Part title={t('evidence.because')}>
        <p dir="auto" className="text-pretty">
          {because}
        </p>
        {note && (
          <p dir="auto" className="mt-2 max-w-[68ch] whitespace-pre-line text-muted">
            {note}
          </p>
        )}
      </Part>
      {identifiers.length > 0 && (
        <Part title={t('evidence.identifiers')}>
          <DefinitionList
            items={identifiers.map(({ name, value }) => ({
              term: name,
              detail: <CopyableId value={value} />,
            }))}
          />
        </Part>
      )}
      <Part title={t('evidence.customer')}>
        <Customer escalation={escalation} />
      </Part>
      <Part title={t('evidence.checks')}>
        <Checks escalation={escalation} />
      </Part>
      {evidence.actionRuns.length > 0 && (
        <Part title={t('evidence.actions')}>
          <ActionRuns runs={evidence.actionRuns} />
        </Part>
      )}
      <Part title={t('evidence.logs')}>
        <EvidenceRecords
          {...evidence.logs}
          none={t('evidence.noLogs')}
          title={(item) => String(item.message ?? '')}
          lead={(item) => String(item.service ?? '')}
        />
      </Part>
      <Part title={t('evidence.changes')}>
        <EvidenceRecords
          {...evidence.changes}
          none={t('evidence.noChanges')}
          title={(item) => String(item.summary ?? item.message ?? '')}
          lead={(item) => [item.service, item.version].filter(Boolean).join(' ')}
        />
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1.5 text-base font-semibold">{title}</h2>
      {children}
    </section>
  )
}

function Customer({ escalation }: { escalation: EscalationDetail }) {
  const { t } = useTranslation('escalations')
  const { account, conversation, problemStartedAt } = escalation.evidence
  return (
    <>
      <DefinitionList
        items={[
          {
            term: t('evidence.account'),
            detail: account ? (
              <>
                {account.name} <CopyableId value={account.externalId} />
              </>
            ) : (
              t('evidence.noAccount')
            ),
          },
          {
            term: t('evidence.began'),
            detail: problemStartedAt ? (
              <RelativeTime at={problemStartedAt} />
            ) : (
              t('evidence.notSaid')
            ),
          },
          {
            term: t('evidence.conversation'),
            detail: (
              <Link
                to="/tickets/$ticketId"
                params={{ ticketId: escalation.ticket.id }}
                className="text-accent hover:underline"
              >
                {t('evidence.messages', {
                  count: conversation.customerMessages,
                  replies: conversation.replies,
                })}
              </Link>
            ),
          },
        ]}
      />
      {conversation.firstMessage && (
        <blockquote className="mt-2 max-w-[68ch] border-l-2 border-edge pl-3 whitespace-pre-line text-muted">
          {conversation.firstMessage}
        </blockquote>
      )}
    </>
  )
}

function Checks({ escalation: { evidence, runbook } }: { escalation: EscalationDetail }) {
  const { t } = useTranslation('escalations')
  if (evidence.checks.length === 0) {
    return <p className="text-muted">{t('evidence.noChecks')}</p>
  }
  return (
    <>
      {runbook && (
        <p className="mb-1 text-sm text-muted">
          <Link
            to="/runbooks/$runbookId"
            params={{ runbookId: runbook.id }}
            search={{ version: runbook.version }}
            className="text-accent hover:underline"
          >
            {runbook.title} v{runbook.version}
          </Link>{' '}
          {runbook.cause ? t('evidence.found', { cause: runbook.cause }) : t('evidence.noCause')}
        </p>
      )}
      <ul>
        {evidence.checks.map((check) => (
          <EvidenceCheck key={check.name} check={check} />
        ))}
      </ul>
    </>
  )
}

function ActionRuns({ runs }: { runs: Evidence['actionRuns'] }) {
  return (
    <ul className="flex flex-col gap-1">
      {runs.map((run) => (
        <li key={run.id} className="flex flex-wrap items-baseline gap-x-2">
          <span>{run.title}</span>
          <span className="text-sm text-muted">{run.outcome}</span>
          <span className="ml-auto text-sm text-faint">
            <RelativeTime at={run.at} />
          </span>
        </li>
      ))}
    </ul>
  )
}

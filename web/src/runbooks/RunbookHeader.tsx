import type { Runbook } from '@firstline/contract/runbooks'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'
import { RunbookState } from './RunbookState.tsx'
import { RunbookTools } from './RunbookTools.tsx'

export function RunbookHeader({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslation('runbooks')
  const titles = useTitles()
  const { id, title, type, owner, shown, publishedVersion } = runbook
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-line pb-4">
      <div className="min-w-0">
        <p className="text-sm">
          <Link to="/runbooks" className="text-muted hover:text-accent">
            {t('title')}
          </Link>
        </p>
        <h1 className="text-lg font-semibold text-pretty">{title}</h1>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          <RunbookState runbook={runbook} />
          <code className="text-xs">{id}</code>
          <span>
            {titles.type(type)} · {owner}
          </span>
        </p>
        {shown.escalationId && (
          <p className="mt-1 text-sm">
            <Link
              to="/escalations/$escalationId"
              params={{ escalationId: shown.escalationId }}
              className="text-escalated hover:underline"
            >
              {t('madeFrom')}
            </Link>
          </p>
        )}
        {shown.version !== publishedVersion && (
          <p className="mt-1 text-sm">
            {t('viewing', { version: shown.version })}{' '}
            {publishedVersion && (
              <Link
                to="/runbooks/$runbookId"
                params={{ runbookId: id }}
                search={{}}
                className="text-accent hover:underline"
              >
                {t('viewPublished')}
              </Link>
            )}
          </p>
        )}
      </div>
      <RunbookTools runbook={runbook} />
    </header>
  )
}

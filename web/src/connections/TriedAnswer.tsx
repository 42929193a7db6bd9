import type { TriedCall, TriedSource } from '@firstline/contract/connections'
import { useTranslation } from 'react-i18next'
import { PanelRows } from '#web/accounts/PanelRows.tsx'
import { ownWordsFor } from '#web/i18n/said.ts'
import { Status } from '#web/ui/Status.tsx'
import { CodeText } from '#web/ui/CodeText.tsx'

/** Each call as it was sent, then the answer as it was understood, masked. */
export function TriedAnswer({ tried }: { tried: TriedSource }) {
  const { t } = useTranslation('connections')
  const { account, calls, panel, refusal } = tried
  return (
    <section aria-label={t('try.answer')} role="status" className="mt-6 flex flex-col gap-4">
      <h3 className="font-semibold wrap-anywhere">
        <bdi>{account.name}</bdi>{' '}
        <span className="font-mono text-xs font-normal text-muted">{account.externalId}</span>
      </h3>
      {calls.map((call, index) => (
        <Call key={index} call={call} />
      ))}
      {refusal && (
        <p className="text-pretty">
          <Status meaning="broken">{ownWordsFor(refusal.said ?? undefined, refusal.detail)}</Status>
        </p>
      )}
      {panel && (
        <div className="rounded-md border border-line px-4 py-3">
          <h4 className="mb-2 font-semibold">{panel.title}</h4>
          {panel.rows.length === 0 ? (
            <p className="text-muted">{panel.emptyText || t('try.nothing')}</p>
          ) : (
            <PanelRows answer={panel} />
          )}
        </div>
      )}
    </section>
  )
}

function Call({ call }: { call: TriedCall }) {
  const { t } = useTranslation('connections')
  const { method, url, headers, body, answer, durationMs } = call
  const lines = [
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...linesOf(body),
  ]
  return (
    <div>
      <CodeText isBlock>{lines.join('\n')}</CodeText>
      <p className="mt-1 text-sm text-muted tabular-nums">
        {t('try.took', { answer: answer ?? t('try.noAnswer'), ms: durationMs })}
      </p>
    </div>
  )
}

/** A statement keeps its lines. */
function linesOf(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return body === null ? [] : ['', String(body)]
  return [
    '',
    ...Object.entries(body).map(([name, value]: [string, unknown]) =>
      typeof value === 'string' ? `${name}: ${value.trim()}` : `${name}: ${JSON.stringify(value)}`,
    ),
  ]
}

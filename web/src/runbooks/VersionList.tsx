import type { Runbook, RunbookVersion } from '@firstline/contract/runbooks'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { cx } from '#web/ui/cx.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'

/** Who wrote and who verified each version, newest first. */
export function VersionList({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslation('runbooks')
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="mb-1 text-md font-semibold">
        {t('versions')}
      </h2>
      <ol className="-mx-2">
        {runbook.versions.map((version) => (
          <li key={version.version}>
            <Version
              runbookId={runbook.id}
              version={version}
              isShown={version.version === runbook.shown.version}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

type VersionProps = {
  runbookId: string
  version: RunbookVersion
  isShown: boolean
}

function Version({ runbookId, version, isShown }: VersionProps) {
  const { t } = useTranslation('runbooks')
  const { state, origin, author, createdAt, verified, publishedAt, note, retired } = version
  return (
    <Link
      to="/runbooks/$runbookId"
      params={{ runbookId }}
      search={{ version: version.version }}
      aria-current={isShown ? 'true' : undefined}
      className={cx(
        'block rounded-md px-2 py-1.5 text-sm hover:bg-hover',
        isShown && 'bg-selected',
      )}
    >
      <span className="flex items-baseline gap-2">
        <span className="font-medium">{t('versionOf', { version: version.version })}</span>
        <span
          className={cx(
            state === 'published' && 'text-held',
            state === 'draft' && 'text-pending',
            (state === 'retired' || state === 'superseded') && 'text-faint',
          )}
        >
          {t(`state.${state}`)}
        </span>
        <span className="ml-auto text-xs text-faint">
          <RelativeTime at={publishedAt ?? createdAt} />
        </span>
      </span>
      {note && <span className="block text-pretty">{note}</span>}
      <span className="block text-muted">
        {author.name}, {t(`origin.${origin}`)}
      </span>
      {verified?.by.kind === 'person' && (
        <span className="block text-muted">{t('verifiedBy', { name: verified.by.name })}</span>
      )}
      {retired && (
        <span className="block text-muted">
          {t('retiredBy', { name: retired.by.name, reason: retired.reason })}
        </span>
      )}
    </Link>
  )
}

import { present } from '@firstline/contract/present'
import type { Runbook, RunbookVersion } from '@firstline/contract/runbooks'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Sheet } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { TextDiff } from './edit/lazy-code.ts'

type CompareSheetProps = {
  runbook: Runbook
  isOpen: boolean
  onClose: () => void
}

export function CompareSheet({ runbook, isOpen, onClose }: CompareSheetProps) {
  const { t } = useTranslation('runbooks')
  return (
    <Sheet size="wide" title={t('compareTitle')} isOpen={isOpen} onOpenChange={onClose}>
      <Compare key={runbook.shown.version} runbook={runbook} />
    </Sheet>
  )
}

/** Begins with the version that is shown and the one before it. */
function Compare({ runbook: { id, versions, shown } }: { runbook: Runbook }) {
  const { t } = useTranslation('runbooks')
  const failureOf = useFailure()
  const earlier = versions.find(({ version }) => version < shown.version)
  const [from, setFrom] = useState(earlier?.version ?? present(versions.at(-1)).version)
  const [to, setTo] = useState(earlier ? shown.version : present(versions[0]).version)
  const texts = useQuery(apiQuery('compareRunbook', { params: { id }, query: { from, to } }))
  const nameOf = ({
    version,
    state,
    author,
  }: Pick<RunbookVersion, 'version' | 'state' | 'author'>) =>
    `${t('versionOf', { version })} · ${t(`state.${state}`)} · ${author.name}`
  const options = versions.map((version) => ({
    id: String(version.version),
    label: nameOf(version),
  }))
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={t('from')}
          options={options}
          value={String(from)}
          onChange={(one) => setFrom(Number(one))}
        />
        <Select
          label={t('toVersion')}
          options={options}
          value={String(to)}
          onChange={(one) => setTo(Number(one))}
        />
      </div>
      {texts.error && (
        <ErrorState
          isCompact
          failure={failureOf(texts.error)}
          onRetry={() => void texts.refetch()}
        />
      )}
      {texts.isPending && <Skeleton lines={8} />}
      {texts.data && (
        <Suspense fallback={<Skeleton lines={8} />}>
          <TextDiff
            from={{ label: t('versionOf', { version: from }), text: texts.data.from.source }}
            to={{ label: t('versionOf', { version: to }), text: texts.data.to.source }}
          />
        </Suspense>
      )}
    </div>
  )
}

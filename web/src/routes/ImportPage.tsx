import type { ImportItem } from '@firstline/contract/imports'
import { present } from '@firstline/contract/present'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { ConfirmImport } from '#web/imports/ConfirmImport.tsx'
import { DropFiles } from '#web/imports/DropFiles.tsx'
import { ImportRow } from '#web/imports/ImportRow.tsx'
import { useImportList } from '#web/imports/useImports.ts'
import type { ImportSource } from '#web/imports/useImports.ts'
import { VendorForm } from '#web/imports/VendorForm.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

/** Another desk's history: dropped, understood, brought in. */
export function ImportPage() {
  const { t } = useTranslation('imports')
  const [source, setSource] = useState<ImportSource | null>(null)
  const done = () => setSource(null)
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col gap-8 px-4 py-5 sm:px-6">
        <header>
          <h1 className="text-lg font-semibold">{t('title')}</h1>
          <p className="max-w-[72ch] text-sm text-muted">{t('lead')}</p>
        </header>
        {source ? (
          <ConfirmImport key={keyOf(source)} source={source} onStarted={done} onCancel={done} />
        ) : (
          <>
            <DropFiles onUploaded={(uploads) => setSource({ uploads })} />
            <section className="flex flex-col gap-3">
              <h2 className="text-md font-semibold">{t('vendor.title')}</h2>
              <VendorForm onStarted={done} />
            </section>
          </>
        )}
        <Histories onChoose={(item) => setSource({ item: { ...item, id: present(item.id) } })} />
      </div>
    </div>
  )
}

function keyOf(source: ImportSource): string {
  return 'item' in source ? source.item.id : present(source.uploads[0]).id
}

function Histories({ onChoose }: { onChoose: (item: ImportItem) => void }) {
  const { t } = useTranslation('imports')
  const failureOf = useFailure()
  const { data, ...query } = useImportList()
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-md font-semibold">{t('histories')}</h2>
      {query.isPending && <Skeleton lines={3} />}
      {query.error && (
        <ErrorState
          isCompact={data !== undefined}
          failure={failureOf(query.error)}
          onRetry={() => void query.refetch()}
        />
      )}
      {data?.items.length === 0 && <EmptyState isCompact text={t('none')} />}
      {data && data.items.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line bg-surface">
          {data.items.map((item) => (
            <ImportRow key={item.id ?? item.origin} item={item} onChoose={() => onChoose(item)} />
          ))}
        </ul>
      )}
    </section>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useImportChange, useVendors } from './useImports.ts'

/** From the interface of another desk, with a key of it. */
export function VendorForm({ onStarted }: { onStarted: () => void }) {
  const { t } = useTranslation('imports')
  const failureOf = useFailure()
  const vendors = useVendors()
  const [vendor, setVendor] = useState<string | null>(null)
  const [url, setUrl] = useState('')
  const [key, setKey] = useState('')
  const [since, setSince] = useState('')
  const start = useImportChange('startImport', () => {
    setKey('')
    onStarted()
  })
  const isComplete = vendor !== null && /^https?:\/\/./.test(url) && key !== ''

  function submit() {
    if (!vendor) return
    const api = { vendor, url, key, ...(since !== '' && { since }) }
    start.mutate({ body: { name: vendor, api } })
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Select
          label={t('vendor.vendor')}
          placeholder={t('vendor.choose')}
          value={vendor}
          onChange={setVendor}
          options={vendors.data?.items.map(({ name, title }) => ({ id: name, label: title }))}
        />
        <TextField
          label={t('vendor.url')}
          value={url}
          onChange={setUrl}
          type="url"
          placeholder="https://"
        />
        <TextField
          label={t('vendor.key')}
          description={t('vendor.keyHint')}
          value={key}
          onChange={setKey}
          type="password"
          autoComplete="off"
        />
        <TextField label={t('vendor.since')} value={since} onChange={setSince} type="date" />
      </div>
      <div>
        <Button isDisabled={!isComplete} isPending={start.isPending} onPress={submit}>
          {t('vendor.start')}
        </Button>
      </div>
      {vendors.error && (
        <ErrorState
          isCompact
          failure={failureOf(vendors.error)}
          onRetry={() => void vendors.refetch()}
          isRetrying={vendors.isFetching}
        />
      )}
      {start.error && <ErrorState isCompact failure={failureOf(start.error)} />}
    </div>
  )
}

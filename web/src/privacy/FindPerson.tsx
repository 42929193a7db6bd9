import type { FoundContact } from '@firstline/contract/privacy'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { EraseDialog } from './EraseDialog.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { useFoundContacts } from './usePrivacy.ts'

/** Whoever asks says their address whole: nobody is found by a part of it. */
export function FindPerson() {
  const { t } = useTranslation('privacy')
  const [address, setAddress] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const found = useFoundContacts(asked)
  return (
    <div className="flex flex-col gap-3">
      <Form
        role="search"
        aria-label={t('find')}
        className="flex max-w-lg flex-wrap items-end gap-2"
        onSubmit={() => setAsked(address.trim())}
      >
        <div className="min-w-0 flex-1 basis-60">
          <TextField
            label={t('address')}
            type="email"
            isRequired
            leastLength={3}
            maxLength={254}
            value={address}
            onChange={setAddress}
          />
        </div>
        <SubmitButton isPending={found.isFetching}>{t('look')}</SubmitButton>
      </Form>
      {asked !== null && (
        <Loaded query={found} lines={2} isCompact>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState isCompact text={t('nobody', { address: asked })} />
            ) : (
              <ul aria-label={t('found')} className="border-t border-line">
                {items.map((contact) => (
                  <li key={contact.id} className="border-b border-line py-2">
                    <Person contact={contact} />
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
    </div>
  )
}

function Person({ contact }: { contact: FoundContact }) {
  const { t } = useTranslation('privacy')
  const [open, setOpen] = useState<'export' | 'erase' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="flex min-w-0 flex-1 basis-60 flex-col">
        <span className="wrap-anywhere">{contact.name ?? contact.email}</span>
        <span className="text-sm wrap-anywhere text-muted">
          {contact.email}
          {contact.account && ` · ${contact.account.name}`}
        </span>
        <span className="text-sm text-muted">
          {t('knownSince')} <RelativeTime at={contact.createdAt} />
        </span>
      </span>
      {contact.erasedAt !== null ? (
        <Status meaning="neutral">{t('state.erased')}</Status>
      ) : (
        <span className="flex flex-wrap gap-2">
          <Button onPress={() => setOpen('export')}>{t('export.title')}</Button>
          <Button onPress={() => setOpen('erase')}>{t('erase.title')}</Button>
        </span>
      )}
      <ExportDialog contact={contact} isOpen={open === 'export'} onClose={close} />
      <EraseDialog contact={contact} isOpen={open === 'erase'} onClose={close} />
    </div>
  )
}

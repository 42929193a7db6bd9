import type { Webhook } from '@firstline/contract/webhooks'
import { Ellipsis, KeyRound, Pencil, Power, PowerOff, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChangeWithToast } from '#web/useChangeWithToast.ts'
import { DeleteWebhook } from './DeleteWebhook.tsx'
import { RotateSecret } from './RotateSecret.tsx'
import { WebhookSheet } from './WebhookSheet.tsx'

type Asked = 'edit' | 'rotate' | 'delete'

/** What can be done with an endpoint, by whoever may. */
export function WebhookMenu({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const [asked, setAsked] = useState<Asked | null>(null)
  const { test, disable, enable } = useSwitches(webhook)
  const isOff = webhook.state === 'off'
  const ask = (what: Asked) => () => setAsked(what)
  const onOpenChange = (isOpen: boolean) => isOpen || setAsked(null)
  const address = shortAddress(webhook)
  return (
    <>
      <Menu
        label={t('actionsOf', { address })}
        placement="bottom end"
        trigger={<IconButton icon={Ellipsis} label={t('actionsOf', { address })} />}
        groups={[
          {
            id: 'use',
            entries: [
              { id: 'test', label: t('test'), icon: Send, isDisabled: isOff, onAction: test },
              { id: 'edit', label: t('edit'), icon: Pencil, onAction: ask('edit') },
              { id: 'rotate', label: t('rotate'), icon: KeyRound, onAction: ask('rotate') },
              isOff
                ? { id: 'enable', label: t('enable'), icon: Power, onAction: enable }
                : { id: 'disable', label: t('disable'), icon: PowerOff, onAction: disable },
            ],
          },
          {
            id: 'end',
            entries: [{ id: 'delete', label: t('delete'), icon: Trash2, onAction: ask('delete') }],
          },
        ]}
      />
      <WebhookSheet webhook={webhook} isOpen={asked === 'edit'} onOpenChange={onOpenChange} />
      <RotateSecret webhook={webhook} isOpen={asked === 'rotate'} onOpenChange={onOpenChange} />
      <DeleteWebhook webhook={webhook} isOpen={asked === 'delete'} onOpenChange={onOpenChange} />
    </>
  )
}

/** As it is called where there is little room. */
function shortAddress({ address, description }: Pick<Webhook, 'address' | 'description'>) {
  return description || new URL(address).host
}

function useSwitches({ id }: Webhook) {
  const { t } = useTranslation('webhooks')
  const params = { webhookId: id }
  const about = `webhook ${id}`
  const test = useChangeWithToast('testWebhook', {
    event: 'webhook.tested',
    onDone: () => toast({ text: t('tested'), about }),
  })
  const disable = useChangeWithToast('disableWebhook', {
    event: 'webhook.disabled',
    onDone: () => toast({ text: t('disabled'), about, undo: () => enable.change({ params }) }),
  })
  const enable = useChangeWithToast('enableWebhook', {
    event: 'webhook.enabled',
    onDone: () => toast({ text: t('enabled'), about }),
  })
  return {
    test: () => test.change({ params }),
    disable: () => disable.change({ params }),
    enable: () => enable.change({ params }),
  }
}

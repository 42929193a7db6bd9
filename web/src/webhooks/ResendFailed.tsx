import type { Webhook } from '@firstline/contract/webhooks'
import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { Select } from '#web/ui/Select.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'

const hours = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 } as const
type Span = keyof typeof hours
const spans = ['hour', 'day', 'week', 'month'] as const

/** All that failed since a time, sent again. */
export function ResendFailed({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const [isOpen, setOpen] = useState(false)
  if (webhook.failed === 0 || webhook.state === 'off') return null
  return (
    <>
      <Button icon={RotateCw} onPress={() => setOpen(true)}>
        {t('resendFailed')}
      </Button>
      <Dialog title={t('resendFailed')} isOpen={isOpen} onOpenChange={setOpen}>
        <ResendForm webhookId={webhook.id} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function ResendForm({ webhookId, onClose }: { webhookId: string; onClose: () => void }) {
  const { t } = useTranslation('webhooks')
  const failureOf = useFailure()
  const [span, setSpan] = useState<Span>('day')
  const resend = useChange('resendFailedDeliveries', {
    event: 'webhook.resent',
    onDone: ({ count, isMore }) => {
      toast({ text: isMore ? t('resentSome', { count }) : t('resentAll', { count }) })
      onClose()
    },
  })
  return (
    <Form
      onSubmit={() => {
        const since = new Date(Date.now() - hours[span] * 3_600_000).toISOString()
        resend.mutate({ params: { webhookId }, body: { since } })
      }}
    >
      <Select
        label={t('since')}
        options={spans.map((id) => ({ id, label: t(`span.${id}`) }))}
        value={span}
        onChange={setSpan}
      />
      {resend.error && <ErrorState isCompact failure={failureOf(resend.error)} />}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <SubmitButton isPending={resend.isPending}>{t('resendFailed')}</SubmitButton>
      </div>
    </Form>
  )
}

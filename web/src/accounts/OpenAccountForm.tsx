import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callRoute } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'

/** Why somebody reads an account that nobody asked about: on record before anything is shown. */
export function OpenAccountForm({ externalId }: { externalId: string }) {
  const { t } = useTranslation('accounts')
  const failureOf = useFailure()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const open = useMutation({
    mutationFn: () => callRoute('openAccount', { body: { externalId, reason: reason.trim() } }),
    onSuccess: ({ id }) =>
      void navigate({ to: '/accounts/$openingId', params: { openingId: id }, replace: true }),
  })
  return (
    <Form
      className="flex max-w-lg flex-col gap-4"
      onSubmit={() => {
        if (!open.isPending) open.mutate()
      }}
    >
      <p className="text-pretty text-muted">{t('open.why')}</p>
      <TextArea
        label={t('open.reason')}
        autoFocus
        rows={2}
        leastLength={3}
        value={reason}
        onChange={setReason}
      />
      {open.error && <ErrorState isCompact failure={failureOf(open.error)} />}
      <div>
        <SubmitButton isPending={open.isPending}>{t('open.confirm')}</SubmitButton>
      </div>
    </Form>
  )
}

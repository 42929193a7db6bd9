import type { Opportunity, Thing } from '@firstline/contract/opportunities'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useDecide } from './useOpportunities.ts'

type StartFormProps = {
  opportunity: Opportunity
  onDone: () => void
}

/** A defect becomes nothing that the project would have. */
const kindOf = { action: 'action', access: 'source', runbook: 'runbook', defect: null } as const

/** Where it is being built, and the id it will have: that is how the desk sees that it is there. */
export function StartForm({ opportunity, onDone }: StartFormProps) {
  const { t } = useTranslation('opportunities')
  const failureOf = useFailure()
  const { id, missing, decided, thing } = opportunity
  const [link, setLink] = useState(decided?.link ?? '')
  const [thingId, setThingId] = useState(thing?.id ?? '')
  const start = useDecide('startOpportunity', onDone)
  const kind = kindOf[missing]
  return (
    <Form
      className="flex flex-col gap-3 border-t border-line pt-4"
      onSubmit={() => {
        if (!start.isPending) submit()
      }}
    >
      <h3 className="font-semibold">{t('startTitle')}</h3>
      <TextField
        label={t('link')}
        type="url"
        placeholder="https://"
        value={link}
        onChange={setLink}
        validate={(typed) => (typed.trim() === '' || isHttp(typed.trim()) ? null : t('linkWrong'))}
      />
      {kind && (
        <TextField
          label={t(`idOf.${kind}`)}
          description={t('idWhy')}
          isMono
          value={thingId}
          onChange={setThingId}
        />
      )}
      {start.error && <ErrorState isCompact failure={failureOf(start.error)} />}
      <div className="flex justify-end">
        <SubmitButton isPending={start.isPending}>{t('markStarted')}</SubmitButton>
      </div>
    </Form>
  )

  function submit() {
    const named: Thing | undefined =
      kind && thingId.trim() ? { kind, id: thingId.trim() } : undefined
    start.mutate({
      params: { id },
      body: { ...(link.trim() && { link: link.trim() }), ...(named && { thing: named }) },
    })
  }
}

function isHttp(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

import type { SourceText } from '@firstline/contract/connections'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { TriedAnswer } from './TriedAnswer.tsx'
import { typedAs } from './typed-as.ts'
import { useTrial } from './useConnections.ts'

/** Reads the source for one account; who does and why is on record before anything is read. */
export function TrySource({ source }: { source: SourceText }) {
  const { t } = useTranslation('connections')
  const mayOpen = useMay('account:open')
  return (
    <section aria-label={t('try.title')} className="py-4">
      <h2 className="text-base font-semibold">{t('try.title')}</h2>
      <p className="mb-3 max-w-[70ch] text-sm text-pretty text-muted">
        {t(mayOpen ? 'try.why' : 'try.notYou')}
      </p>
      {mayOpen && <TrialForm source={source} />}
    </section>
  )
}

function TrialForm({ source: { id, params } }: { source: SourceText }) {
  const { t } = useTranslation('connections')
  const failureOf = useFailure()
  const trial = useTrial(id)
  const [account, setAccount] = useState('')
  const [reason, setReason] = useState('')
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map())
  return (
    <>
      <Form
        className="flex max-w-lg flex-col gap-4"
        sendKey={{ label: t('try.send'), group: t('title') }}
        onSubmit={() => {
          if (trial.isPending) return
          const given = Object.entries(params).map(([name, schema]) => [
            name,
            typedAs(schema, texts.get(name) ?? ''),
          ])
          const body = { account: account.trim(), reason: reason.trim() }
          trial.mutate({ ...body, params: Object.fromEntries(given) })
        }}
      >
        <TextField label={t('try.account')} isRequired value={account} onChange={setAccount} />
        {Object.keys(params).map((name) => (
          <TextField
            key={name}
            label={name}
            isRequired
            isMono
            value={texts.get(name) ?? ''}
            onChange={(text) => setTexts(new Map([...texts, [name, text]]))}
          />
        ))}
        <TextArea
          label={t('try.reason')}
          description={t('try.recorded')}
          rows={2}
          leastLength={3}
          value={reason}
          onChange={setReason}
        />
        {trial.error && <ErrorState isCompact failure={failureOf(trial.error)} />}
        <div>
          <SubmitButton isPending={trial.isPending} shortcut="mod+enter">
            {t('try.send')}
          </SubmitButton>
        </div>
      </Form>
      {trial.data && !trial.isPending && <TriedAnswer tried={trial.data} />}
    </>
  )
}

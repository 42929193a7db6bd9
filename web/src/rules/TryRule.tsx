import { ProblemError } from '@firstline/contract/client'
import type { RuleTrial } from '@firstline/contract/rules'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callRoute } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { CopyableId } from '#web/ui/CopyableId.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { useChangeWords } from './useChangeWords.ts'

type TryRuleProps = {
  /** What it begins with. */
  source: string
  /** Where it belongs in the project folder. */
  file: string
}

/** Its text, to be changed and tried on the newest tickets; what is in force stands in the file. */
export function TryRule({ source, file }: TryRuleProps) {
  const { t } = useTranslation('rules')
  const [text, setText] = useState(source)
  const trial = useMutation({ mutationFn: () => callRoute('tryRule', { body: { source: text } }) })
  return (
    <div className="flex flex-col gap-3">
      <Form onSubmit={() => trial.mutate()}>
        <TextArea
          label={t('text')}
          description={t('textWhat', { file })}
          isMono
          rows={8}
          isRequired
          maxLength={20_000}
          value={text}
          onChange={setText}
        />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton isPending={trial.isPending}>{t('try')}</SubmitButton>
          <CopyableId value={text} label={t('copyFor', { file })} />
        </div>
      </Form>
      {trial.error && <Refused error={trial.error} />}
      {trial.data && <Tried trial={trial.data} />}
    </div>
  )
}

function Refused({ error }: { error: Error }) {
  const { t } = useTranslation('rules')
  const failureOf = useFailure()
  const faults = error instanceof ProblemError ? (error.problem.errors ?? []) : []
  return (
    <div>
      <ErrorState isCompact failure={failureOf(error)} />
      <ul className="list-disc ps-8 text-sm">
        {faults.map(({ path, message }) => (
          <li key={`${path} ${message}`} className="wrap-anywhere">
            {t('fault', { line: path, message })}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Tried({ trial }: { trial: RuleTrial }) {
  const { t } = useTranslation('rules')
  const wordsOf = useChangeWords()
  const { tickets, withEvent, holds, touched, items } = trial
  return (
    <div role="status">
      <p className="font-semibold">{t('touched', { count: touched })}</p>
      <p className="text-sm text-muted">{t('triedOn', { tickets, withEvent, holds })}</p>
      <ul aria-label={t('touchedList')} className="mt-2 border-t border-line">
        {items.map(({ ticket, changes }) => (
          <li key={ticket.id} className="border-b border-line py-1.5">
            <Link
              to="/tickets/$ticketId"
              params={{ ticketId: ticket.id }}
              className="block truncate underline-offset-2 hover:underline"
            >
              <span className="text-muted tabular-nums">#{ticket.number}</span> {ticket.subject}
            </Link>
            <span className="text-sm wrap-anywhere text-muted">
              {changes.length === 0 ? t('isSo') : changes.map(wordsOf).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

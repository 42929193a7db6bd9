import type { RunbookRun, RunCheck } from '@firstline/contract/runbooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { cx } from '#web/ui/cx.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useChange } from '#web/useChange.ts'
import { revealCard } from './reveal-card.ts'

type AskCheckProps = {
  run: RunbookRun
  check: RunCheck
  mayRun: boolean
}

/** A question only a person can answer; the answer can be corrected. */
export function AskCheck({ run, check, mayRun }: AskCheckProps) {
  const { t } = useTranslation('runs')
  const failureOf = useFailure()
  const answer = useChange('answerCheck', { ticketId: run.ticketId, onDone: revealCard })
  const { ask } = check
  if (!ask || (check.state !== 'open' && check.state !== 'answered')) return null
  if (!mayRun) {
    return check.state === 'answered' ? <p className="text-sm">{wordsOf(check.value)}</p> : null
  }
  return (
    <div className="mt-1">
      {ask.type === 'text' ? (
        <TextAnswer check={check} isPending={answer.isPending} onAnswer={send} />
      ) : (
        <div role="group" aria-label={check.title} className="flex flex-wrap gap-2">
          {choicesOf(ask).map((value) => (
            <Button
              key={String(value)}
              size="small"
              isDisabled={answer.isPending}
              aria-pressed={check.value === value}
              onPress={() => send(value)}
            >
              <span className={cx(check.value === value && 'text-accent')}>{wordsOf(value)}</span>
            </Button>
          ))}
        </div>
      )}
      {answer.error && <ErrorState isCompact failure={failureOf(answer.error)} />}
    </div>
  )

  function send(value: boolean | string) {
    answer.mutate({
      params: { id: run.id, check: check.name },
      body: { value, revision: run.revision },
    })
  }

  function wordsOf(value: unknown): string {
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    return String(value)
  }
}

function choicesOf(ask: NonNullable<RunCheck['ask']>): readonly (boolean | string)[] {
  return ask.type === 'boolean' ? [true, false] : ask.options
}

type TextAnswerProps = {
  check: RunCheck
  isPending: boolean
  onAnswer: (text: string) => void
}

function TextAnswer({ check, isPending, onAnswer }: TextAnswerProps) {
  const { t } = useTranslation('runs')
  const [text, setText] = useState(typeof check.value === 'string' ? check.value : '')
  return (
    <Form className="flex items-end gap-2" onSubmit={() => onAnswer(text.trim())}>
      <TextField label={check.title} isLabelHidden isRequired value={text} onChange={setText} />
      <SubmitButton variant="quiet" size="small" isPending={isPending}>
        {t('answer')}
      </SubmitButton>
    </Form>
  )
}

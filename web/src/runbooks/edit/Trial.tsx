import { useMutation } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callRoute } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { TrialResult } from './TrialResult.tsx'

type Answers = Record<string, string | boolean>

/** The text as it stands, on a real ticket: its account is read, nothing is done and nothing kept. */
export function Trial({ source }: { source: string }) {
  const { t } = useTranslation('editor')
  const failureOf = useFailure()
  const [ticket, setTicket] = useState('')
  const [picks, setPicks] = useState<Record<string, string>>({})
  const [answers, setAnswers] = useState<Answers>({})
  const trial = useMutation({
    mutationFn: (given: { picks: Record<string, string>; answers: Answers }) =>
      callRoute('tryRunbook', { body: { source, ticketNumber: numberOf(ticket), ...given } }),
  })
  return (
    <div className="flex flex-col gap-3">
      <Form
        className="flex flex-wrap items-end gap-2"
        onSubmit={() => {
          begin({}, {})
        }}
      >
        <div className="w-36">
          <TextField
            label={t('ticketNumber')}
            placeholder="#1042"
            value={ticket}
            onChange={setTicket}
            isRequired
            validate={(typed) => (isTicketNumber(numberOf(typed)) ? null : t('notATicket'))}
          />
        </div>
        <SubmitButton variant="quiet" icon={FlaskConical} isPending={trial.isPending}>
          {t('try')}
        </SubmitButton>
      </Form>
      <p className="text-sm text-muted">{t('tryWhat')}</p>
      {trial.isPending && <Progress label={t('trying')} />}
      {trial.error && <ErrorState isCompact failure={failureOf(trial.error)} />}
      {trial.data && (
        <TrialResult
          trial={trial.data}
          onPick={(name, value) => begin({ ...picks, [name]: value }, answers)}
          onAnswer={(name, value) => begin(picks, { ...answers, [name]: value })}
        />
      )}
    </div>
  )

  function begin(nextPicks: Record<string, string>, nextAnswers: Answers) {
    setPicks(nextPicks)
    setAnswers(nextAnswers)
    trial.mutate({ picks: nextPicks, answers: nextAnswers })
  }
}

function numberOf(typed: string): number {
  return Number(typed.replace(/^\s*#/, ''))
}

function isTicketNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0
}

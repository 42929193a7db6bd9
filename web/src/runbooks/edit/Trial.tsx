import { useMutation } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callRoute } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
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
  const number = Number(ticket.replace(/^\s*#/, ''))
  const isNumber = Number.isInteger(number) && number > 0
  const trial = useMutation({
    mutationFn: (given: { picks: Record<string, string>; answers: Answers }) =>
      callRoute('tryRunbook', { body: { source, ticketNumber: number, ...given } }),
  })
  return (
    <div className="flex flex-col gap-3">
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (isNumber) begin({}, {})
        }}
      >
        <div className="w-36">
          <TextField
            label={t('ticketNumber')}
            placeholder="#1042"
            value={ticket}
            onChange={setTicket}
            errorMessage={ticket !== '' && !isNumber ? t('notATicket') : undefined}
          />
        </div>
        <Button
          type="submit"
          icon={FlaskConical}
          isDisabled={!isNumber}
          isPending={trial.isPending}
        >
          {t('try')}
        </Button>
      </form>
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

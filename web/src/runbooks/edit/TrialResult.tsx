import type { CauseVerdict, RunbookTrial, RunCheck, RunPick } from '@firstline/contract/runbooks'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Markdown } from '#web/ui/Markdown.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { SourceRecord } from '#web/accounts/SourceRecord.tsx'
import { useSourceColumns } from '#web/accounts/useSourceColumns.ts'
import { Status } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'
import { useRowWords } from '#web/ui/useRowWords.ts'

type TrialResultProps = {
  trial: RunbookTrial
  onPick: (name: string, value: string) => void
  onAnswer: (name: string, value: boolean | string) => void
}

/** What it read, which cause it gives and why not the others. */
export function TrialResult({ trial, onPick, onAnswer }: TrialResultProps) {
  const { t } = useTranslation('editor')
  const { ticket, outcome } = trial
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p role="status">
        <Link
          to="/tickets/$ticketId"
          params={{ ticketId: ticket.id }}
          search={{}}
          className="text-accent hover:underline"
        >
          #{ticket.number} {ticket.subject}
        </Link>
        {': '}
        <strong>
          {trial.state === 'cause_found'
            ? t('causeFound', { cause: outcome?.cause ?? trial.matchedCauses.join(', ') })
            : t(`trial.${trial.state}`)}
        </strong>
      </p>
      {trial.picks.map((pick) => (
        <Pick key={pick.name} pick={pick} onPick={(value) => onPick(pick.name, value)} />
      ))}
      <ul aria-label={t('checks')} className="flex flex-col">
        {trial.checks.map((check) => (
          <Check key={check.name} check={check} onAnswer={(value) => onAnswer(check.name, value)} />
        ))}
      </ul>
      <ul aria-label={t('causes')} className="flex flex-col">
        {trial.causes.map((verdict) => (
          <Verdict key={verdict.cause} verdict={verdict} />
        ))}
      </ul>
      {outcome && <Markdown text={outcome.explanation} />}
      {outcome?.say && (
        <p dir="auto" className="rounded-md bg-hover p-2 whitespace-pre-wrap">
          {outcome.say}
        </p>
      )}
    </div>
  )
}

/** The same in every row of an account, or of no help to a person. */
const noise = ['account_id', 'trace_id']

function Pick({ pick, onPick }: { pick: RunPick; onPick: (value: string) => void }) {
  const rowWords = useRowWords()
  const columns = useSourceColumns(pick.source)
  if (pick.state !== 'open') {
    return (
      <p>
        {pick.sourceTitle} <code>{pick.value ?? pick.error ?? '–'}</code>
      </p>
    )
  }
  return (
    <RadioGroup
      label={pick.sourceTitle}
      options={pick.candidates.map(({ value, row }) => ({
        id: value,
        label: value,
        description: rowWords(row, noise, columns),
      }))}
      onChange={onPick}
    />
  )
}

type CheckProps = {
  check: RunCheck
  onAnswer: (value: boolean | string) => void
}

function Check({ check, onAnswer }: CheckProps) {
  const { t } = useTranslation('runs')
  const choices = check.ask?.type === 'boolean' ? [true, false] : (check.ask?.options ?? [])
  return (
    <li className="border-b border-line py-1 last:border-b-0">
      <code className="text-muted">{check.name}</code>{' '}
      {check.state === 'answered' && check.kind === 'source' ? (
        <SourceRecord
          source={check.source}
          value={check.value}
          fields={4}
          without={['account_id']}
        />
      ) : (
        <span className="text-muted">
          {check.state === 'answered' ? String(check.value) : t(`checkState.${check.state}`)}
          {check.error && `: ${check.error}`}
        </span>
      )}
      {check.state === 'open' && (
        <span
          role="group"
          aria-label={check.title}
          className="mt-1 flex flex-wrap items-center gap-2"
        >
          {check.title}
          {choices.map((value) => (
            <Button key={String(value)} size="small" onPress={() => onAnswer(value)}>
              {typeof value === 'boolean' ? t(value ? 'yes' : 'no') : value}
            </Button>
          ))}
        </span>
      )}
    </li>
  )
}

const meanings: Record<CauseVerdict['verdict'], Meaning> = {
  matches: 'held',
  does_not_match: 'neutral',
  undecided: 'pending',
}

function Verdict({ verdict }: { verdict: CauseVerdict }) {
  const { t } = useTranslation('editor')
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 border-b border-line py-1 last:border-b-0">
      <code className="font-medium">{verdict.cause}</code>
      <Status meaning={meanings[verdict.verdict]}>{t(`verdict.${verdict.verdict}`)}</Status>
      <span className="min-w-0 text-muted wrap-anywhere">{verdict.because}</span>
    </li>
  )
}

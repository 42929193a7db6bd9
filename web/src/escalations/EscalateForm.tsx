import { ProblemError } from '@firstline/contract/client'
import type { RunbookRun } from '@firstline/contract/runbooks'
import type { Ticket } from '@firstline/contract/tickets'
import { ArrowUpRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownWordsFor } from '#web/i18n/said.ts'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import type { Failure } from '#web/ui/ErrorState.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useUnsentText } from '#web/ui/useUnsentText.ts'
import { Meanwhile } from '#web/tickets/conversation/Meanwhile.tsx'
import { newerOf, useSeen } from '#web/tickets/conversation/useSeen.ts'
import { EvidencePreview } from './EvidencePreview.tsx'
import { TeamField } from './TeamField.tsx'

type EscalateInput = {
  to: string
  because: string
  identifiers: Record<string, string>
  note: string
  runbookRunId?: string
}

type EscalateFormProps = {
  ticket: Ticket
  run: RunbookRun | null
  isPending: boolean
  error: Error | null
  failure: Failure | undefined
  onCancel: () => void
  /** @param seen up to where its writer has read @param onDone once it was taken */
  onEscalate: (input: EscalateInput, seen: string | undefined, onDone: () => void) => void
  /** Forgets the refusal. */
  onKeep: () => void
}

export function EscalateForm(props: EscalateFormProps) {
  const { ticket, run, isPending, error, failure, onCancel, onEscalate, onKeep } = props
  const { t } = useTranslation('escalate')
  const rule = run?.outcome?.escalation ?? null
  const [to, setTo] = useState(rule?.to ?? '')
  const initial = rule?.because ?? reasonOf(run, t('noCause'))
  const because = useUnsentText(`escalate.because.${ticket.id}`, initial)
  const [identifiers, setIdentifiers] = useState(() => prefilled(run))
  const note = useUnsentText(`escalate.note.${ticket.id}`)
  const { seen, readAll } = useSeen(ticket.id)
  const newer = newerOf(error)
  return (
    <Form sendKey={{ label: t('confirm') }} onSubmit={() => confirm()}>
      <p className="text-muted">{t('lead')}</p>
      <TeamField value={to} onChange={setTo} />
      <TextArea
        label={t('because')}
        rows={2}
        leastLength={3}
        value={because.text}
        onChange={because.change}
        errorMessage={problemAt(error, 'because')}
      />
      {Object.keys(identifiers).length > 0 && (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-medium">{t('identifiers')}</legend>
          {Object.entries(identifiers).map(([name, value]) => (
            <TextField
              key={name}
              label={name}
              isMono
              isRequired
              value={value}
              onChange={(text) => setIdentifiers({ ...identifiers, [name]: text })}
              description={value.trim() ? undefined : t('identifierMissing')}
              errorMessage={problemAt(error, name)}
            />
          ))}
        </fieldset>
      )}
      <TextArea
        label={rule ? t('noteOptional') : t('note')}
        description={rule ? undefined : t('noteWhy')}
        rows={3}
        isRequired={!rule}
        value={note.text}
        onChange={note.change}
      />
      <EvidencePreview ticket={ticket} run={run} />
      {newer && (
        <Meanwhile
          newer={newer}
          anyway={t('anyway')}
          isPending={isPending}
          onAnyway={() => confirm(readAll(newer))}
          onKeep={() => {
            readAll(newer)
            onKeep()
          }}
        />
      )}
      {failure && !newer && <ErrorState isCompact failure={failure} />}
      <div className="flex justify-end gap-2">
        <Button onPress={onCancel}>{t('cancel')}</Button>
        <SubmitButton icon={ArrowUpRight} shortcut="mod+enter" isPending={isPending}>
          {t('confirm')}
        </SubmitButton>
      </div>
    </Form>
  )

  function confirm(read = seen) {
    if (isPending) return
    const input = {
      to: to.trim(),
      because: because.text.trim(),
      identifiers: trimmed(identifiers),
      note: note.text.trim(),
      ...(run && { runbookRunId: run.id }),
    }
    onEscalate(input, read, () => {
      because.forget()
      note.forget()
    })
  }
}

function prefilled(run: RunbookRun | null): Record<string, string> {
  const required = run?.outcome?.escalation?.identifiers ?? []
  return Object.fromEntries(required.map(({ name, value }) => [name, value ?? '']))
}

function reasonOf(run: RunbookRun | null, noCause: string): string {
  return run?.state === 'unclassified' ? `${run.runbook.title}: ${noCause}` : ''
}

function trimmed(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]))
}

/** What the server says about one input. */
function problemAt(error: Error | null, name: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined
  const { errors = [] } = error.problem
  const found = errors.find(({ path }) => path === name || path.endsWith(`.${name}`))
  return found && ownWordsFor(undefined, found.message)
}

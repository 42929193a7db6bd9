import type { EscalationDetail } from '@firstline/contract/escalations'
import { CornerDownLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { DraftPreview } from './DraftPreview.tsx'
import { useLessonDraft } from './lesson-draft.ts'

const helps = ['runbook', 'action', 'access', 'defect'] as const

/** Three answers, so that the second occurrence is a ticket of the first line. */
export function ReturnForm({ escalation }: { escalation: EscalationDetail }) {
  const { t } = useTranslation('escalations')
  const failureOf = useFailure()
  const { draft, change, forget } = useLessonDraft(escalation.id)
  const { was, fix, wouldHaveHelped, detail, say, minutes } = draft
  const giveBack = useChange('returnEscalation', {
    ticketId: escalation.ticket.id,
    event: 'escalation.returned',
    onDone() {
      forget()
      toast({ text: t('return.done', { number: escalation.ticket.number }), meaning: 'held' })
    },
  })
  return (
    <Form sendKey={{ label: t('return.submit'), group: t('title') }} onSubmit={submit}>
      <h2 className="text-md font-semibold">{t('return.title')}</h2>
      <TextArea
        label={t('return.was')}
        description={t('return.wasWhy')}
        rows={2}
        leastLength={3}
        value={was}
        onChange={(text) => change({ was: text })}
      />
      <TextArea
        label={t('return.fix')}
        rows={2}
        leastLength={3}
        value={fix}
        onChange={(text) => change({ fix: text })}
      />
      <RadioGroup
        label={t('return.helped')}
        isRequired
        value={wouldHaveHelped}
        onChange={(id) => change({ wouldHaveHelped: id })}
        orientation="horizontal"
        description={wouldHaveHelped && t(`helps.${wouldHaveHelped}.description`)}
        options={helps.map((id) => ({ id, label: t(`helps.${id}.label`) }))}
      />
      {wouldHaveHelped && (
        <TextField
          label={t(`helps.${wouldHaveHelped}.which`)}
          value={detail}
          onChange={(text) => change({ detail: text })}
        />
      )}
      <TextArea
        label={t('return.say')}
        description={t('return.sayWhy')}
        rows={2}
        value={say}
        onChange={(text) => change({ say: text })}
      />
      <div className="w-40">
        <TextField
          label={t('return.minutes')}
          isRequired
          inputMode="numeric"
          value={minutes}
          onChange={(text) => change({ minutes: text })}
          validate={(typed) => (/^\d{1,4}$/.test(typed.trim()) ? null : t('return.minutesWrong'))}
        />
      </div>
      <DraftPreview escalationId={escalation.id} lesson={draft} />
      {giveBack.error && <ErrorState isCompact failure={failureOf(giveBack.error)} />}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton icon={CornerDownLeft} shortcut="mod+enter" isPending={giveBack.isPending}>
          {t('return.submit')}
        </SubmitButton>
        <span className="text-sm text-muted">{t('return.follows')}</span>
      </div>
    </Form>
  )

  function submit() {
    if (wouldHaveHelped === null || giveBack.isPending) return
    giveBack.mutate({
      params: { id: escalation.id },
      body: {
        was: was.trim(),
        fix: fix.trim(),
        wouldHaveHelped,
        detail: detail.trim(),
        say: say.trim(),
        minutesSpent: Number(minutes),
      },
    })
  }
}

import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { AboutFields, SymptomFields } from './AboutFields.tsx'
import { CauseFields } from './CauseFields.tsx'
import { CheckFields, PickFields } from './CheckFields.tsx'
import { readHead } from './edit-head.ts'
import { EscalationFields, FixtureFields } from './EndFields.tsx'
import { writerOf } from './writer.ts'
import type { Writer } from './writer.ts'
import { Form } from '#web/ui/Form.tsx'

type RunbookFormProps = {
  text: string
  onChange: Writer['change']
}

/**
 * The text as fields. Each writes its own place in the text and leaves the rest as it is. They are many:
 * drawn again for another text only.
 */
export const RunbookForm = memo(function RunbookForm({ text, onChange }: RunbookFormProps) {
  const { t } = useTranslation('editor')
  const head = readHead(text)
  if (!head) {
    return (
      <p role="status" className="rounded-md bg-pending-soft p-3">
        {t('unreadable')}
      </p>
    )
  }
  const fields = { head, writer: writerOf(text, onChange) }
  return (
    <Form aria-label={t('form')} onSubmit={() => undefined} className="flex flex-col gap-8">
      <AboutFields {...fields} />
      <SymptomFields {...fields} />
      <PickFields {...fields} />
      <CheckFields {...fields} />
      <CauseFields {...fields} />
      <EscalationFields {...fields} />
      <FixtureFields {...fields} />
    </Form>
  )
})

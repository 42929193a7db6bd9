import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Select } from '#web/ui/Select.tsx'
import { DraftText } from './DraftText.tsx'
import { readIntro, setIntro } from './edit-prose.ts'
import { FormPart } from './FormPart.tsx'
import { listAt, wordAt } from './head-values.ts'
import type { Head } from './head-values.ts'
import type { Writer } from './writer.ts'

type FieldsProps = {
  head: Head
  writer: Writer
}

export function AboutFields({ head, writer }: FieldsProps) {
  const { t } = useTranslation('editor')
  const { data } = useQuery({ ...apiQuery('listTicketTypes'), staleTime: 600_000 })
  const type = wordAt(head, 'type')
  const known = data?.items.map(({ id, title }) => ({ id, label: title, description: id }))
  const options =
    type === '' || known?.some(({ id }) => id === type)
      ? known
      : [{ id: type, label: type }, ...(known ?? [])]
  return (
    <FormPart title={t('about')}>
      <DraftText
        label={t('title')}
        value={wordAt(head, 'title')}
        onChange={(word) => writer.setWord(['title'], word)}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={t('type')}
          options={options}
          value={type || null}
          onChange={(id) => writer.set(['type'], id)}
        />
        <DraftText
          label={t('owner')}
          value={wordAt(head, 'owner')}
          onChange={(word) => writer.set(['owner'], word)}
        />
      </div>
      <DraftText
        label={t('intro')}
        rows={3}
        value={readIntro(writer.text)}
        onChange={(intro) => writer.change((text) => setIntro(text, intro.trim()))}
      />
    </FormPart>
  )
}

/** As customers say it: what tickets are matched by. */
export function SymptomFields({ head, writer }: FieldsProps) {
  const { t } = useTranslation('editor')
  const symptoms = listAt(head, 'symptom').map(String)
  return (
    <FormPart
      title={t('symptoms')}
      add={{
        label: t('addSymptom'),
        onPress: () => writer.set(['symptom', symptoms.length], t('newSymptom')),
      }}
    >
      {symptoms.map((symptom, index) => (
        <div key={index} className="flex items-center gap-2">
          <DraftText
            label={t('symptom', { number: index + 1 })}
            isLabelHidden
            value={symptom}
            onChange={(word) => writer.set(['symptom', index], word)}
          />
          <IconButton
            icon={Trash2}
            label={t('remove', { name: symptom })}
            onPress={() => writer.remove(['symptom', index])}
          />
        </div>
      ))}
    </FormPart>
  )
}

import { useTranslation } from 'react-i18next'
import { Select } from '#web/ui/Select.tsx'
import { DraftText, NameText } from './DraftText.tsx'
import { FormItem, FormPart } from './FormPart.tsx'
import { entriesAt, freeName, listAt, valueAt, wordAt } from './head-values.ts'
import type { Head } from './head-values.ts'
import type { Writer } from './writer.ts'
import { YamlText } from './YamlText.tsx'

type FieldsProps = {
  head: Head
  writer: Writer
}

export function EscalationFields({ head, writer }: FieldsProps) {
  const { t } = useTranslation('editor')
  const escalations = entriesAt(head, 'escalate')
  const names = escalations.map(([name]) => name)
  return (
    <FormPart
      title={t('escalations')}
      add={{
        label: t('addEscalation'),
        onPress: () =>
          writer.set(['escalate', freeName('hand-over', names)], {
            to: 'team',
            send: [],
            because: t('newBecause'),
          }),
      }}
    >
      {escalations.map(([name, escalation]) => (
        <FormItem
          key={name}
          name={name}
          removeLabel={t('remove', { name })}
          onRemove={() => writer.remove(['escalate', name])}
        >
          <div className="grid gap-2 sm:grid-cols-2">
            <NameText
              label={t('name')}
              value={name}
              onChange={(next) => writer.rename(['escalate', name], next)}
            />
            <DraftText
              label={t('to')}
              value={wordAt(escalation, 'to')}
              onChange={(word) => writer.set(['escalate', name, 'to'], word)}
            />
          </div>
          <DraftText
            label={t('because')}
            value={wordAt(escalation, 'because')}
            onChange={(word) => writer.set(['escalate', name, 'because'], word)}
          />
          <YamlText
            label={t('send')}
            value={valueAt(escalation, 'send')}
            onChange={(value) => writer.set(['escalate', name, 'send'], value ?? [])}
          />
        </FormItem>
      ))}
    </FormPart>
  )
}

export function FixtureFields({ head, writer }: FieldsProps) {
  const { t } = useTranslation('editor')
  const fixtures = listAt(head, 'fixtures')
  const causes = entriesAt(head, 'causes').map(([id]) => ({ id, label: id }))
  const fresh = { given: {}, expect: causes[0]?.id ?? 'cause' }
  return (
    <FormPart
      title={t('fixtures')}
      add={{
        label: t('addFixture'),
        onPress: () => writer.set(['fixtures', fixtures.length], fresh),
      }}
    >
      {fixtures.map((fixture, index) => (
        <FormItem
          key={index}
          name={t('fixture', { number: index + 1 })}
          removeLabel={t('remove', { name: t('fixture', { number: index + 1 }) })}
          onRemove={() => writer.remove(['fixtures', index])}
        >
          <YamlText
            label={t('given')}
            value={valueAt(fixture, 'given')}
            onChange={(value) => writer.set(['fixtures', index, 'given'], value ?? {})}
          />
          <Select
            label={t('expect')}
            options={causes}
            value={wordAt(fixture, 'expect') || null}
            onChange={(id) => writer.set(['fixtures', index, 'expect'], id)}
          />
        </FormItem>
      ))}
    </FormPart>
  )
}

import { answerTypes } from '@firstline/contract/formats/runbook'
import { useTranslation } from 'react-i18next'
import { Select } from '#web/ui/Select.tsx'
import { DraftText, NameText } from './DraftText.tsx'
import { FormItem, FormPart } from './FormPart.tsx'
import { entriesAt, freeName, valueAt, wordAt } from './head-values.ts'
import type { Head } from './head-values.ts'
import { SuggestText } from './SuggestText.tsx'
import { useFieldOptions, useSourceOptions } from './useProjectNames.ts'
import type { Writer } from './writer.ts'
import { YamlText } from './YamlText.tsx'

type FieldsProps = {
  head: Head
  writer: Writer
}

export function PickFields({ head, writer }: FieldsProps) {
  const { t } = useTranslation('editor')
  const fields = useFieldOptions()
  const picks = entriesAt(head, 'pick')
  const name = freeName(
    'record_id',
    picks.map(([taken]) => taken),
  )
  return (
    <FormPart
      title={t('picks')}
      add={{ label: t('addPick'), onPress: () => writer.set(['pick', name], 'source.id') }}
    >
      {picks.map(([pick, from]) => (
        <FormItem
          key={pick}
          name={pick}
          removeLabel={t('remove', { name: pick })}
          onRemove={() => writer.remove(['pick', pick])}
        >
          <div className="grid gap-2 sm:grid-cols-2">
            <NameText
              label={t('name')}
              value={pick}
              onChange={(next) => writer.rename(['pick', pick], next)}
            />
            <SuggestText
              label={t('pickFrom')}
              options={fields}
              value={typeof from === 'string' ? from : ''}
              onChange={(word) => writer.set(['pick', pick], word)}
            />
          </div>
        </FormItem>
      ))}
    </FormPart>
  )
}

export function CheckFields({ head, writer }: FieldsProps) {
  const { t } = useTranslation('editor')
  const checks = entriesAt(head, 'checks')
  const names = checks.map(([name]) => name)
  return (
    <FormPart
      title={t('checks')}
      add={{
        label: t('addCheck'),
        onPress: () => writer.set(['checks', freeName('check', names)], { source: 'source.id' }),
      }}
    >
      {checks.map(([name, check]) => (
        <FormItem
          key={name}
          name={name}
          removeLabel={t('remove', { name })}
          onRemove={() => writer.remove(['checks', name])}
        >
          <div className="grid gap-2 sm:grid-cols-2">
            <NameText
              label={t('name')}
              value={name}
              onChange={(next) => writer.rename(['checks', name], next)}
            />
            <Select
              label={t('checkKind')}
              options={[
                { id: 'source', label: t('kindSource') },
                { id: 'ask', label: t('kindAsk') },
              ]}
              value={valueAt(check, 'ask') === undefined ? 'source' : 'ask'}
              onChange={(kind) =>
                writer.set(
                  ['checks', name],
                  kind === 'ask'
                    ? { ask: t('newQuestion'), type: 'boolean' }
                    : { source: 'source.id' },
                )
              }
            />
          </div>
          {valueAt(check, 'ask') === undefined ? (
            <SourceCheck name={name} check={check} writer={writer} />
          ) : (
            <AskCheck name={name} check={check} writer={writer} />
          )}
        </FormItem>
      ))}
    </FormPart>
  )
}

type CheckProps = {
  name: string
  check: unknown
  writer: Writer
}

function SourceCheck({ name, check, writer }: CheckProps) {
  const { t } = useTranslation('editor')
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <SuggestText
        label={t('source')}
        options={useSourceOptions()}
        value={wordAt(check, 'source')}
        onChange={(word) => writer.set(['checks', name, 'source'], word)}
      />
      <YamlText
        label={t('with')}
        value={valueAt(check, 'with')}
        onChange={(value) => writer.set(['checks', name, 'with'], value)}
      />
    </div>
  )
}

function AskCheck({ name, check, writer }: CheckProps) {
  const { t } = useTranslation('editor')
  const type = answerTypes.find((one) => one === wordAt(check, 'type')) ?? null
  return (
    <>
      <DraftText
        label={t('question')}
        value={wordAt(check, 'ask')}
        onChange={(word) => writer.set(['checks', name, 'ask'], word)}
      />
      <div className="grid gap-2 sm:grid-cols-2">
        <Select
          label={t('answer')}
          options={answerTypes.map((id) => ({ id, label: t(`answerType.${id}`) }))}
          value={type}
          onChange={(id) => writer.set(['checks', name, 'type'], id)}
        />
        {type === 'enum' && (
          <YamlText
            label={t('options')}
            value={valueAt(check, 'options')}
            onChange={(value) => writer.set(['checks', name, 'options'], value)}
          />
        )}
      </div>
      <DraftText
        label={t('askWhen')}
        isMono
        value={wordAt(check, 'when')}
        onChange={(word) => writer.setWord(['checks', name, 'when'], word)}
      />
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { Select } from '#web/ui/Select.tsx'
import { ActionNames } from './ActionNames.tsx'
import { DraftText, NameText } from './DraftText.tsx'
import { readHead, removeFromHead, renameInHead, setInHead } from './edit-head.ts'
import {
  readProse,
  removeCauseProse,
  renameCauseProse,
  setExplanation,
  setSay,
} from './edit-prose.ts'
import { FormItem, FormPart } from './FormPart.tsx'
import { entriesAt, freeName, listAt, valueAt, wordAt } from './head-values.ts'
import type { Head } from './head-values.ts'
import type { Writer } from './writer.ts'

type FieldsProps = {
  head: Head
  writer: Writer
}

export function CauseFields({ head, writer }: FieldsProps) {
  const { t } = useTranslation('editor')
  const causes = entriesAt(head, 'causes')
  const names = causes.map(([name]) => name)
  return (
    <FormPart
      title={t('causes')}
      add={{
        label: t('addCause'),
        onPress: () =>
          writer.set(['causes', freeName('cause', names)], { when: 'false', reply: 'answer' }),
      }}
    >
      {causes.map(([name, cause]) => (
        <FormItem
          key={name}
          name={name}
          removeLabel={t('remove', { name })}
          onRemove={() =>
            writer.change((text) => removeCauseProse(removeFromHead(text, ['causes', name]), name))
          }
        >
          <Cause head={head} name={name} cause={cause} writer={writer} />
        </FormItem>
      ))}
    </FormPart>
  )
}

type CauseProps = {
  name: string
  cause: unknown
} & FieldsProps

const nothing = 'nothing'

function Cause({ head, name, cause, writer }: CauseProps) {
  const { t } = useTranslation('editor')
  const prose = readProse(writer.text, name)
  const escalations = entriesAt(head, 'escalate').map(([id]) => ({ id, label: id }))
  return (
    <>
      <NameText
        label={t('name')}
        value={name}
        onChange={(next) => writer.change((text) => renameCause(text, name, next))}
      />
      <DraftText
        label={t('when')}
        rows={1}
        isMono
        value={wordAt(cause, 'when')}
        onChange={(word) => writer.set(['causes', name, 'when'], word)}
      />
      <div className="grid gap-2 sm:grid-cols-[2fr_1fr_1fr]">
        <ActionNames
          value={valueAt(cause, 'action')}
          onChange={(value) => writer.set(['causes', name, 'action'], value)}
        />
        <DraftText
          label={t('reply')}
          isMono
          value={wordAt(cause, 'reply')}
          onChange={(word) => writer.setWord(['causes', name, 'reply'], word)}
        />
        <Select
          label={t('escalate')}
          options={[{ id: nothing, label: t('noEscalation') }, ...escalations]}
          value={wordAt(cause, 'escalate') || nothing}
          onChange={(id) =>
            writer.set(['causes', name, 'escalate'], id === nothing ? undefined : id)
          }
        />
      </div>
      <DraftText
        label={t('explanation')}
        rows={2}
        value={prose.explanation}
        onChange={(words) => writer.change((text) => setExplanation(text, name, words.trim()))}
      />
      <DraftText
        label={t('say')}
        rows={2}
        value={prose.say}
        onChange={(words) => writer.change((text) => setSay(text, name, words.trim()))}
      />
    </>
  )
}

/** Everywhere it stands: the head, its heading, and what fixtures expect. */
function renameCause(text: string, name: string, next: string): string {
  const renamed = renameInHead(text, ['causes', name], next)
  if (renamed === text) return text
  const fixtures = listAt(readHead(text), 'fixtures').entries()
  return fixtures
    .filter(([, fixture]) => wordAt(fixture, 'expect') === name)
    .reduce(
      (now, [index]) => setInHead(now, ['fixtures', index, 'expect'], next),
      renameCauseProse(renamed, name, next),
    )
}

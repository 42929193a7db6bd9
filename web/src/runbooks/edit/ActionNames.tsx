import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { SuggestText } from './SuggestText.tsx'
import { useActionOptions } from './useProjectNames.ts'
import { YamlText } from './YamlText.tsx'

type ActionNamesProps = {
  /** A name, or a list of them in their order. */
  value: unknown
  onChange: (value: string | string[] | undefined) => void
}

/** What is done for a cause, one after another. */
export function ActionNames({ value, onChange }: ActionNamesProps) {
  const { t } = useTranslation('editor')
  const options = useActionOptions()
  const [isAdding, setAdding] = useState(false)
  const names = namesOf(value)
  if (!names) return <YamlText label={t('action')} value={value} onChange={onChange as never} />
  const fields = names.length === 0 || isAdding ? [...names, ''] : names
  return (
    <div className="flex flex-col items-start gap-1">
      {fields.map((name, index) => (
        <SuggestText
          key={index}
          label={index === 0 ? t('action') : t('nextAction', { number: index + 1 })}
          value={name}
          options={options}
          {...(isAdding && name === '' && { autoFocus: true })}
          onChange={(next) => {
            setAdding(false)
            write(fields.with(index, next))
          }}
          onBlur={() => {
            setAdding(false)
            if (names.includes('')) write(names.filter(Boolean))
          }}
        />
      ))}
      {names.length > 0 && !fields.includes('') && (
        <Button size="small" variant="ghost" icon={Plus} onPress={() => setAdding(true)}>
          {t('addAction')}
        </Button>
      )}
    </div>
  )

  /** One name stands as a word, as one would write it. */
  function write(next: string[]) {
    const [only, ...rest] = next
    onChange(rest.length > 0 ? next : only || undefined)
  }
}

function namesOf(value: unknown): string[] | null {
  if (value === undefined || value === null) return []
  if (typeof value === 'string') return [value]
  const isList = Array.isArray(value) && value.every((name) => typeof name === 'string')
  return isList ? value : null
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseDocument } from 'yaml'
import { TextField } from '#web/ui/TextField.tsx'
import { inFlow } from './write-yaml.ts'

type YamlTextProps = {
  label: string
  value: unknown
  /** `undefined` where it was emptied. */
  onChange: (value: unknown) => void
  description?: string
}

/** A value that may be a word, a list or a map, as the source writes it on one line. */
export function YamlText({ label, value, onChange, description }: YamlTextProps) {
  const { t } = useTranslation('editor')
  const [own, setOwn] = useState<string | null>(null)
  const isWrong = own !== null && read(own) === null
  return (
    <TextField
      label={label}
      isMono
      {...(description && { description })}
      value={own ?? (value === undefined ? '' : inFlow(value))}
      errorMessage={isWrong ? t('notYaml') : undefined}
      onChange={(text) => {
        setOwn(text)
        const next = read(text)
        if (next) onChange(next.value)
      }}
      onBlur={() => !isWrong && setOwn(null)}
    />
  )
}

function read(text: string): { value: unknown } | null {
  if (text.trim() === '') return { value: undefined }
  const document = parseDocument(text)
  return document.errors.length > 0 ? null : { value: document.toJS() as unknown }
}

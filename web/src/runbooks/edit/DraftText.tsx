import { useState } from 'react'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'

type DraftTextProps = {
  label: string
  isLabelHidden?: boolean
  value: string
  onChange: (text: string) => void
  rows?: number
  isMono?: boolean
  description?: string
}

/** Writes through at once, yet keeps the spaces at the edges that the text itself leaves out. */
export function DraftText({ value, onChange, rows, ...field }: DraftTextProps) {
  const [own, setOwn] = useState<string | null>(null)
  const shown = own !== null && own.trim() === value.trim() ? own : value
  const props = {
    ...field,
    value: shown,
    onChange(text: string) {
      setOwn(text)
      onChange(text)
    },
  }
  return rows ? <TextArea rows={rows} {...props} /> : <TextField {...props} />
}

/** A name changes when it is left or Enter is pressed, not with every letter. */
export function NameText({ value, onChange, ...field }: DraftTextProps) {
  const [own, setOwn] = useState<string | null>(null)
  return (
    <TextField
      {...field}
      isMono
      value={own ?? value}
      onChange={setOwn}
      onBlur={finish}
      onKeyDown={(event) => event.key === 'Enter' && finish()}
    />
  )

  function finish() {
    if (own !== null && own.trim() !== '' && own.trim() !== value) onChange(own.trim())
    setOwn(null)
  }
}

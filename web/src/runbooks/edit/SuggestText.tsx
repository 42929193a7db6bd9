import { ComboBox } from '#web/ui/ComboBox.tsx'
import type { Option } from '#web/ui/options.tsx'

type SuggestTextProps = {
  label: string
  value: string
  options: readonly Option[]
  onChange: (word: string) => void
  onBlur?: () => void
  autoFocus?: boolean
}

/** A name of the project: offered while one types, and free for what is still to be made. */
export function SuggestText({ value, options, onChange, ...field }: SuggestTextProps) {
  return (
    <ComboBox
      {...field}
      isMono
      allowsCustomValue
      options={offered(options, value)}
      inputValue={value}
      onInputChange={(text) => text.trim() !== value && onChange(text.trim())}
    />
  )
}

/** All of them beside a name that stands: to choose another one must see the others. */
function offered(options: readonly Option[], typed: string): readonly Option[] {
  if (options.some(({ id }) => id === typed)) return options
  const words = typed.toLowerCase()
  const byName = options.filter(({ id }) => id.toLowerCase().includes(words))
  const byTitle = options.filter(({ description }) => description?.toLowerCase().includes(words))
  return [...new Set([...byName, ...byTitle])]
}

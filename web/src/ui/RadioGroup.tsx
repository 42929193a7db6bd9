import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components'
import type { RadioGroupProps as AriaRadioGroupProps } from 'react-aria-components'
import { cx } from './cx.ts'
import { FieldFrame, fieldLayout, refused } from './Field.tsx'
import type { FieldTexts } from './Field.tsx'
import type { Option } from './options.tsx'

export type RadioGroupProps<Id extends string> = {
  options: readonly Option<Id>[]
  value?: Id | null
  onChange?: (id: Id) => void
} & Omit<AriaRadioGroupProps, 'className' | 'style' | 'children' | 'onChange' | 'value'> &
  FieldTexts

export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, isLabelHidden, description, errorMessage, options, onChange, ...rest } = props
  const texts = { label, isLabelHidden: isLabelHidden ?? false, description, errorMessage }
  return (
    <AriaRadioGroup
      {...rest}
      onChange={(id) => onChange?.(id as Id)}
      {...refused(errorMessage)}
      className={fieldLayout}
    >
      <FieldFrame {...texts}>
        <div
          className={cx('flex flex-wrap gap-x-4', rest.orientation !== 'horizontal' && 'flex-col')}
        >
          {options.map((option) => (
            <RadioOption key={option.id} option={option} />
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  )
}

function RadioOption({ option }: { option: Option }) {
  return (
    <Radio
      value={option.id}
      className="group flex min-h-7 items-start gap-2 rounded-sm py-1 disabled:opacity-50 pointer-coarse:min-h-11 pointer-coarse:py-3"
    >
      <span
        aria-hidden
        className="mt-0.5 size-4 shrink-0 rounded-full border border-control bg-surface transition-all group-selected:border-5 group-selected:border-accent-fill"
      />
      <span>
        {option.label}
        {option.description && (
          <span className="block text-sm text-muted">{option.description}</span>
        )}
      </span>
    </Radio>
  )
}

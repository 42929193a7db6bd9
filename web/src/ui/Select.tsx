import { ChevronsUpDown } from 'lucide-react'
import { Select as AriaSelect, Button, ListBox, Popover, SelectValue } from 'react-aria-components'
import type { SelectProps as AriaSelectProps } from 'react-aria-components'
import { FieldFrame, fieldLayout, refused } from './Field.tsx'
import type { FieldTexts } from './Field.tsx'
import { OptionItem, optionList } from './options.tsx'
import type { Option } from './options.tsx'

export type SelectProps<Id extends string> = {
  options: readonly Option<Id>[]
  value?: Id | null
  defaultValue?: Id
  onChange?: (id: Id) => void
} & Omit<
  AriaSelectProps<Option<Id>>,
  'className' | 'style' | 'children' | 'value' | 'defaultValue' | 'onChange'
> &
  FieldTexts

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, isLabelHidden, description, errorMessage, options, onChange, ...rest } = props
  const texts = { label, isLabelHidden: isLabelHidden ?? false, description, errorMessage }
  return (
    <AriaSelect
      {...rest}
      onChange={(key) => key !== null && onChange?.(String(key) as Id)}
      {...refused(errorMessage)}
      className={fieldLayout}
    >
      <FieldFrame {...texts}>
        <Button className="field flex items-center gap-2 text-left">
          <SelectValue className="min-w-0 flex-1 truncate placeholder-shown:text-faint">
            {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
          </SelectValue>
          <ChevronsUpDown aria-hidden size={14} className="shrink-0 text-muted" />
        </Button>
      </FieldFrame>
      <Popover className="floating fade min-w-(--trigger-width)">
        <ListBox items={options} className={optionList}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

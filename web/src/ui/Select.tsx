import { ChevronsUpDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Select as AriaSelect, Button, ListBox, Popover, SelectValue } from 'react-aria-components'
import type { SelectProps as AriaSelectProps } from 'react-aria-components'
import { FieldFrame, fieldLayout, refused } from './Field.tsx'
import type { FieldTexts } from './Field.tsx'
import { OptionItem, optionList } from './options.tsx'
import type { Option } from './options.tsx'

export type SelectProps<Id extends string> = {
  /** Undefined while they are read: the list opens and says so, a press is never without an answer. */
  options: readonly Option<Id>[] | undefined
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
  const { t } = useTranslation('ui')
  const texts = { label, isLabelHidden: isLabelHidden ?? false, description, errorMessage }
  return (
    <AriaSelect
      {...rest}
      allowsEmptyCollection
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
        <ListBox
          items={options ?? []}
          className={optionList}
          renderEmptyState={() => (
            <p className="px-2 py-1 text-sm text-muted">{options ? t('nothing') : t('loading')}</p>
          )}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

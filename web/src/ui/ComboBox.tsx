import { ChevronsUpDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ComboBox as AriaComboBox, Button, Input, ListBox, Popover } from 'react-aria-components'
import type { ComboBoxProps as AriaComboBoxProps } from 'react-aria-components'
import { cx } from './cx.ts'
import { FieldFrame, fieldLayout, refused } from './Field.tsx'
import type { FieldTexts } from './Field.tsx'
import { OptionItem, optionList } from './options.tsx'
import type { Option } from './options.tsx'

export type ComboBoxProps = {
  /** Filtered by what is typed; give already filtered ones together with `onInputChange`. */
  options: readonly Option[]
  value?: string | null
  defaultValue?: string
  onChange?: (id: string | null) => void
  placeholder?: string
  isMono?: boolean
} & Omit<
  AriaComboBoxProps<Option>,
  'className' | 'style' | 'children' | 'value' | 'defaultValue' | 'onChange' | 'items'
> &
  FieldTexts

export function ComboBox(props: ComboBoxProps) {
  const { label, isLabelHidden, description, errorMessage, options, onChange, ...others } = props
  const { placeholder, isMono, ...rest } = others
  const { t } = useTranslation('ui')
  const texts = { label, isLabelHidden: isLabelHidden ?? false, description, errorMessage }
  const items = rest.inputValue === undefined ? { defaultItems: options } : { items: options }
  return (
    <AriaComboBox
      {...rest}
      {...items}
      allowsEmptyCollection
      onChange={(key) => onChange?.(key === null ? null : String(key))}
      {...refused(errorMessage)}
      className={fieldLayout}
    >
      <FieldFrame {...texts}>
        <div className="relative">
          <Input
            {...(placeholder && { placeholder })}
            className={cx('field pr-8', isMono && 'font-mono text-sm')}
          />
          <Button className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-muted">
            <ChevronsUpDown aria-hidden size={14} />
          </Button>
        </div>
      </FieldFrame>
      <Popover className="floating fade w-(--trigger-width) min-w-56">
        <ListBox
          className={optionList}
          renderEmptyState={() => <p className="px-2 py-1 text-sm text-muted">{t('noMatch')}</p>}
        >
          {(option: Option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

import { TextField as AriaTextField, Input } from 'react-aria-components'
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components'
import { cx } from './cx.ts'
import { FieldFrame, fieldLayout, refused } from './Field.tsx'
import type { FieldTexts } from './Field.tsx'

export type TextFieldProps = {
  placeholder?: string
  isMono?: boolean
} & Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> &
  FieldTexts

export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden, description, errorMessage, placeholder, isMono, ...rest } = props
  const texts = { label, isLabelHidden: isLabelHidden ?? false, description, errorMessage }
  return (
    <AriaTextField {...rest} {...refused(errorMessage)} className={fieldLayout}>
      <FieldFrame {...texts}>
        <Input
          {...(placeholder && { placeholder })}
          className={cx('field', isMono && 'font-mono text-sm')}
        />
      </FieldFrame>
    </AriaTextField>
  )
}

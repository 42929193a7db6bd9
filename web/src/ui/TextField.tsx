import { TextField as AriaTextField, Input } from 'react-aria-components'
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components'
import { cx } from './cx.ts'
import { FieldFrame, fieldLayout, refused, useNeeded } from './Field.tsx'
import type { FieldTexts, Needed } from './Field.tsx'

export type TextFieldProps = {
  placeholder?: string
  isMono?: boolean
} & Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isRequired' | 'validate'> &
  FieldTexts &
  Needed

export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden, description, errorMessage, ...others } = props
  const { placeholder, isMono, isRequired, leastLength, validate, ...rest } = others
  const needed = useNeeded({
    isRequired,
    ...(leastLength !== undefined && { leastLength }),
    validate,
  })
  const texts = { label, isLabelHidden: isLabelHidden ?? false, description, errorMessage }
  return (
    <AriaTextField {...rest} {...needed} {...refused(errorMessage)} className={fieldLayout}>
      <FieldFrame {...texts}>
        <Input
          dir={rest.type === undefined || rest.type === 'text' ? 'auto' : undefined}
          {...(placeholder && { placeholder })}
          className={cx('field', isMono && 'font-mono text-sm')}
        />
      </FieldFrame>
    </AriaTextField>
  )
}

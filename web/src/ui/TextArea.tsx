import type { Ref } from 'react'
import { TextArea as AriaTextArea, TextField } from 'react-aria-components'
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components'
import { cx } from './cx.ts'
import { FieldFrame, fieldLayout, refused, useNeeded } from './Field.tsx'
import type { FieldTexts, Needed } from './Field.tsx'

export type TextAreaProps = {
  placeholder?: string
  rows?: number
  isMono?: boolean
  inputRef?: Ref<HTMLTextAreaElement>
} & Omit<
  AriaTextFieldProps,
  'className' | 'style' | 'children' | 'isRequired' | 'validate' | 'type'
> &
  FieldTexts &
  Needed

/** Grows with what is written, from `rows` up to half the window. */
export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden, description, errorMessage, ...others } = props
  const {
    placeholder,
    rows = 3,
    isMono,
    inputRef,
    isRequired,
    leastLength,
    validate,
    ...rest
  } = others
  const needed = useNeeded({
    isRequired,
    ...(leastLength !== undefined && { leastLength }),
    validate,
  })
  const texts = { label, isLabelHidden: isLabelHidden ?? false, description, errorMessage }
  return (
    <TextField {...rest} {...needed} {...refused(errorMessage)} className={fieldLayout}>
      <FieldFrame {...texts}>
        <AriaTextArea
          ref={inputRef ?? null}
          dir="auto"
          // Growing with its content makes the browser ignore `rows`.
          style={{ minHeight: `calc(${rows} * 1lh + 0.75rem)` }}
          {...(placeholder && { placeholder })}
          className={cx(
            'field field-sizing-content max-h-[50vh] resize-y leading-normal',
            isMono && 'font-mono text-sm',
          )}
        />
      </FieldFrame>
    </TextField>
  )
}

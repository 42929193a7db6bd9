import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { cx } from './cx.ts'

/** What every labelled control shares. */
export type FieldTexts = {
  label: string
  /** The label is still read aloud. */
  isLabelHidden?: boolean
  description?: ReactNode
  /** Shown in place of the description; also marks the control invalid. */
  errorMessage?: string | undefined
}

/**
 * A refusal is said and holds nothing up: for the browser a control marked invalid would keep its form
 * from ever being sent again, as only the next answer takes the mark away.
 */
export function refused(errorMessage: string | undefined) {
  return errorMessage ? ({ isInvalid: true, validationBehavior: 'aria' } as const) : {}
}

export const fieldLayout = 'flex w-full flex-col gap-1'

export function FieldFrame(props: FieldTexts & { children: ReactNode }) {
  const { label, isLabelHidden, description, errorMessage, children } = props
  return (
    <>
      <Label className={cx('text-sm font-medium text-ink', isLabelHidden && 'sr-only')}>
        {label}
      </Label>
      {children}
      {description && !errorMessage && (
        <Text slot="description" className="text-sm text-muted">
          {description}
        </Text>
      )}
      <FieldError className="text-sm text-broken">{errorMessage}</FieldError>
    </>
  )
}

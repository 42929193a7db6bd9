import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
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
      <FieldProblem said={errorMessage} />
    </>
  )
}

/** What is wrong with the control around it: as said, or as it finds itself when its form is sent. */
export function FieldProblem({ said }: { said?: string | undefined }) {
  const { t } = useTranslation('ui')
  return (
    <FieldError className="text-sm text-broken">
      {said ??
        (({ validationDetails, validationErrors }) =>
          validationDetails.valueMissing ? t('missing') : validationErrors.join(' '))}
    </FieldError>
  )
}

/** How much there has to be of what is typed. */
export type Needed = {
  isRequired?: boolean | undefined
  /** Characters without the blanks around them; one where the field is required. */
  leastLength?: number
  /** What is wrong with it, once it is long enough. */
  validate?: ((value: string) => string | null) | undefined
}

/** Blanks are nothing typed. */
export function useNeeded({ isRequired, leastLength = isRequired ? 1 : 0, validate }: Needed) {
  const { t } = useTranslation('ui')
  return {
    isRequired: leastLength > 0,
    validate(value: string): string | null {
      const { length } = value.trim()
      if (length >= leastLength) return validate?.(value) ?? null
      return length === 0 ? t('missing') : t('tooShort', { count: leastLength })
    },
  }
}

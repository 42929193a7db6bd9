import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'
import type { CheckboxProps as AriaCheckboxProps } from 'react-aria-components'

export type CheckboxProps = {
  children: ReactNode
} & Omit<AriaCheckboxProps, 'className' | 'style' | 'children'>

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...rest}
      className="group flex min-h-7 items-start gap-2 rounded-sm py-1 disabled:opacity-50 pointer-coarse:min-h-11 pointer-coarse:py-3"
    >
      {({ isIndeterminate }) => (
        <>
          <span
            aria-hidden
            className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-surface text-on-accent transition-colors group-indeterminate:border-transparent group-indeterminate:bg-accent-fill group-selected:border-transparent group-selected:bg-accent-fill"
          >
            {isIndeterminate ? (
              <Minus size={12} strokeWidth={3} />
            ) : (
              <Check size={12} strokeWidth={3} className="invisible group-selected:visible" />
            )}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  )
}

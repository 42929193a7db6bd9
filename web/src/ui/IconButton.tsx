import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components'
import { cx } from './cx.ts'
import { ariaKeys } from './keys.ts'
import { Tooltip } from './Tooltip.tsx'

export type IconButtonProps = {
  icon: LucideIcon
  /** Its name for everybody: read aloud, and shown as the tooltip. */
  label: string
  shortcut?: string
  isSpinning?: boolean
} & Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'>

export function IconButton({ icon: Icon, label, shortcut, isSpinning, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut && { shortcut })}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(shortcut && { 'aria-keyshortcuts': ariaKeys(shortcut) })}
        className="inline-flex size-7 shrink-0 cursor-default items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink disabled:opacity-50 pressed:bg-selected pointer-coarse:size-11"
      >
        <Icon
          aria-hidden
          size={16}
          strokeWidth={1.75}
          className={cx(isSpinning && 'animate-spin')}
        />
      </AriaButton>
    </Tooltip>
  )
}

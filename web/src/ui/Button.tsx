import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components'
import { cx } from './cx.ts'
import { Kbd } from './Kbd.tsx'
import { ariaKeys } from './keys.ts'

export type ButtonProps = {
  children: ReactNode
  /** primary: the one thing to do here; quiet: the others; ghost: in a row or a heading. */
  variant?: 'primary' | 'quiet' | 'ghost'
  size?: 'normal' | 'small'
  icon?: LucideIcon
  /** Printed beside the words; binding the key is `useHotkeys`. */
  shortcut?: string
  isWide?: boolean
} & Omit<AriaButtonProps, 'className' | 'style' | 'children'>

const variants = {
  primary:
    'border-transparent bg-accent-fill text-on-accent hover:bg-accent-fill-hover pressed:bg-accent-fill-hover',
  quiet: 'border-edge bg-surface text-ink hover:bg-hover pressed:bg-selected',
  ghost: 'border-transparent text-accent hover:bg-hover pressed:bg-selected',
}

export function Button(props: ButtonProps) {
  const {
    children,
    variant = 'quiet',
    size = 'normal',
    icon: Icon,
    shortcut,
    isWide,
    ...rest
  } = props
  return (
    <AriaButton
      {...rest}
      {...(shortcut && { 'aria-keyshortcuts': ariaKeys(shortcut) })}
      className={cx(
        'inline-flex max-w-full cursor-default items-center justify-center gap-1.5 rounded-md border py-1 font-medium transition-colors sm:whitespace-nowrap',
        'disabled:opacity-50 pending:opacity-70',
        size === 'small'
          ? 'min-h-7 px-2 text-sm pointer-coarse:min-h-11'
          : 'min-h-control px-3 text-base',
        isWide && 'w-full',
        variants[variant],
      )}
    >
      {Icon && (
        <Icon
          aria-hidden
          size={size === 'small' ? 14 : 16}
          strokeWidth={1.75}
          className="shrink-0"
        />
      )}
      {children}
      {shortcut && (
        // aria-keyshortcuts says it; the name stays the words
        <span aria-hidden className="contents">
          <Kbd keys={shortcut} isOnAccent={variant === 'primary'} />
        </span>
      )}
    </AriaButton>
  )
}

import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { ButtonProps } from 'react-aria-components'

type HeaderButtonProps = {
  /** What it is, where its words alone do not say so; contains the words. */
  label?: string
  children: ReactNode
} & Omit<ButtonProps, 'children' | 'className' | 'style'>

/** A fact of the header that can be changed: reads as text, answers as a button. */
export function HeaderButton({ label, children, ...rest }: HeaderButtonProps) {
  return (
    <Button
      {...rest}
      {...(label && { 'aria-label': label })}
      className="-mx-1 inline-flex min-h-6 max-w-[min(15rem,100%)] cursor-default items-center gap-0.5 rounded-sm px-1 transition-colors hover:bg-hover hover:text-ink pointer-coarse:min-h-9"
    >
      <span className="min-w-0 truncate">{children}</span>
      <ChevronDown aria-hidden size={12} className="shrink-0 text-faint" />
    </Button>
  )
}

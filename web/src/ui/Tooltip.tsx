import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './Kbd.tsx'

type TooltipProps = {
  text: string
  shortcut?: string
  /** A React Aria control; for plain text wrap it in `TooltipText`. */
  children: ReactElement
}

export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        offset={6}
        className="floating fade flex max-w-72 items-center gap-2 px-2 py-1 text-sm text-ink"
      >
        {text}
        {shortcut && <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}

/** Words that explain themselves on hover and on focus. */
export function TooltipText({ text, children }: { text: string; children: ReactElement }) {
  return (
    <Tooltip text={text}>
      <Focusable>{children as ReactElement<object, 'span'>}</Focusable>
    </Tooltip>
  )
}

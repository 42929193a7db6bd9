import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useShowBehind } from './behind-context.ts'
import type { Wanted } from './behind-context.ts'

type CountButtonProps = {
  children: ReactNode
  behind: Wanted
  /** Inside a popover, which it closes. */
  isClosing?: boolean
}

/** A count that opens what it counts. */
export function CountButton({ children, behind, isClosing }: CountButtonProps) {
  const show = useShowBehind()
  return (
    <Button
      {...(isClosing && { slot: 'close' })}
      onPress={() => show(behind)}
      className="cursor-default rounded-sm text-left text-muted tabular-nums underline decoration-edge decoration-dotted underline-offset-3 hover:text-accent hover:decoration-accent pointer-coarse:min-h-8"
    >
      {children}
    </Button>
  )
}

import type { ReactElement, ReactNode } from 'react'
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components'
import type { PopoverProps as AriaPopoverProps } from 'react-aria-components'

type PopoverProps = {
  /** The Button or IconButton that opens it. */
  trigger: ReactElement
  label: string
  children: ReactNode
} & Pick<AriaPopoverProps, 'placement'>

export function Popover({ trigger, label, children, placement = 'bottom start' }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover placement={placement} offset={4} className="floating fade max-w-96">
        <Dialog aria-label={label} className="p-3 outline-none">
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}

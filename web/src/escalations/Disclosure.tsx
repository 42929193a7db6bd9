import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { cx } from '#web/ui/cx.ts'

type DisclosureProps = {
  head: ReactNode
  /** What opening shows, for those who hear it. */
  label: string
  children: ReactNode
}

/** A line that opens to all of what it sums up. */
export function Disclosure({ head, label, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false)
  const bodyId = useId()
  return (
    <>
      <Button
        aria-expanded={isOpen}
        aria-controls={bodyId}
        onPress={() => setOpen(!isOpen)}
        className="flex w-full cursor-default items-start gap-2 py-1.5 text-left hover:bg-hover"
      >
        {head}
        <span className="sr-only">{label}</span>
        <ChevronRight
          aria-hidden
          size={14}
          className={cx('mt-0.75 shrink-0 text-faint transition-transform', isOpen && 'rotate-90')}
        />
      </Button>
      <div id={bodyId} hidden={!isOpen} className="pb-2 pl-5.5">
        {isOpen && children}
      </div>
    </>
  )
}

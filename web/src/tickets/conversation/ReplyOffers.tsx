import { useEffect } from 'react'
import { CommandList } from '#web/ui/CommandList.tsx'
import type { Offers } from './useOffered.ts'

type ReplyOffersProps = { id: string; offers: Offers }

/** Above the field, which keeps the focus and has the keys. */
export function ReplyOffers({ id, offers }: ReplyOffersProps) {
  const currentId = optionIdOf(id, offers.current)
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView?.({ block: 'nearest' })
  }, [currentId])
  return (
    <div className="floating absolute inset-x-4 bottom-full z-20 mb-1 max-h-[40vh] overflow-y-auto">
      <CommandList
        id={id}
        groups={offers.groups}
        current={offers.current}
        onHover={offers.choose}
        onRun={offers.run}
      />
    </div>
  )
}

export function optionIdOf(id: string, current: number): string | undefined {
  return current < 0 ? undefined : `${id}-${current}`
}

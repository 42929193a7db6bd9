import type { ReactNode } from 'react'
import { Button } from '#web/ui/Button.tsx'

type MoreButtonProps = {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): Promise<unknown> }
  /** The space around it. */
  className?: string
  children: ReactNode
}

/** Fetches the next page of a list; nothing once all of it is shown. */
export function MoreButton({ list, className, children }: MoreButtonProps) {
  if (!list.hasNextPage) return null
  return (
    <div className={className}>
      <Button isWide isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
        {children}
      </Button>
    </div>
  )
}

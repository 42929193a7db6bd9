import { Rate } from '#web/scorecard/Rate.tsx'
import { RotBadges } from './RotBadges.tsx'
import { useRunbookHealth } from './useRunbookHealth.ts'

/** In the list of runbooks: how often tickets that it is for open it, and what is wrong with that. */
export function OpenedInList({ runbookId }: { runbookId: string }) {
  const { data } = useRunbookHealth()
  const health = data?.items.find(({ id }) => id === runbookId)
  if (!health) return null
  return (
    <span className="flex flex-col items-end gap-1">
      <Rate value={health.opened} />
      {/* that it is stale stands beside its state already */}
      <RotBadges rot={health.rot.filter((rot) => rot !== 'stale')} />
    </span>
  )
}

import { Skeleton } from '#web/ui/Skeleton.tsx'

/** Where a page will be whose code, or whose first answer, is on its way. */
export function PageLoading() {
  return (
    <div className="p-4">
      <Skeleton lines={6} />
    </div>
  )
}

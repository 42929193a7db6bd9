import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'
import { Status } from '#web/ui/Status.tsx'

/** Says at once, while somebody looks at a preview, that it was stopped, by whom and why. */
export function StopNotice({ ticketId, action }: { ticketId: string; action: string }) {
  const { data } = useQuery(apiQuery('listActions', { params: { ticketId } }))
  const blocked = data?.items.find(({ id }) => id === action)?.blocked
  if (blocked?.reason !== 'action.stopped') return null
  return (
    <div role="alert" className="rounded-md bg-broken-soft px-3 py-2">
      <Status meaning="broken">{blocked.say}</Status>
    </div>
  )
}

import type { IncidentDetail } from '@firstline/contract/incidents'
import { useQuery } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { useRowKeys } from '#web/ui/useRowKeys.ts'
import { toast } from '#web/ui/Toast.tsx'
import { useChangeWithToast } from '#web/useChangeWithToast.ts'
import { TicketRow } from './TicketRow.tsx'

/** Open tickets about the same services that began in its time: linked one by one, or all at once. */
export function AffectedTickets({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation('incidents')
  const params = { incidentId: incident.id }
  const mayWrite = useMay('ticket:write')
  const { data } = useQuery(apiQuery('listAffectedTickets', { params }))
  const tickets = data?.items ?? []
  const ids = tickets.map(({ id }) => id)
  const focused = useRowKeys(ids, { group: t('title'), next: t('next'), previous: t('previous') })
  const { change, isPending } = useChangeWithToast('linkTickets', {
    event: 'ticket.incident_linked',
    onDone: ({ added }) => toast({ text: t('linkedCount', { count: added }) }),
  })
  const link = (ticketIds: string[]) => {
    if (!isPending && ticketIds.length > 0) change({ params, body: { ticketIds } })
  }
  const isDisabled = !mayWrite || ids.length === 0
  useHotkeys([
    {
      keys: 'i',
      label: t('linkFocused'),
      group: t('title'),
      isDisabled,
      run: () => link(ids.filter((id) => id === (focused() ?? ids[0]))),
    },
    {
      keys: 'shift+i',
      label: t('linkAll'),
      group: t('title'),
      isDisabled,
      run: () => link(ids),
    },
  ])
  if (tickets.length === 0) return null
  return (
    <section aria-labelledby="affected">
      <div className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-4 pb-1 sm:px-6">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="affected" className="font-semibold">
            {t('affected')}{' '}
            <span className="font-normal text-muted tabular-nums">
              {tickets.length}
              {data?.truncated && '+'}
            </span>
          </h2>
          <p className="text-sm text-muted">{t('affectedWhy')}</p>
        </div>
        {mayWrite && (
          <Button
            size="small"
            icon={Link2}
            shortcut="shift+i"
            isPending={isPending}
            onPress={() => link(ids)}
          >
            {t('linkAll')}
          </Button>
        )}
      </div>
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id} className="border-b border-line">
            <TicketRow ticket={ticket}>
              {mayWrite && (
                <Button size="small" isPending={isPending} onPress={() => link([ticket.id])}>
                  {t('link')}
                </Button>
              )}
            </TicketRow>
          </li>
        ))}
      </ul>
    </section>
  )
}

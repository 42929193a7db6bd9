import type { Incident } from '@firstline/contract/changes'
import type { Ticket } from '@firstline/contract/tickets'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Siren } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { useLink } from './useLink.ts'

/** What is broken right now and touches what this ticket is about; one key says that it is part of it. */
export function IncidentBanner({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation(['incidents', 'conversation'])
  const mayRead = useMay('change:read')
  const mayWrite = useMay('ticket:write') && ticket.state !== 'void'
  const params = { ticketId: ticket.id }
  const { data } = useQuery({ ...apiQuery('listChanges', { params }), enabled: mayRead })
  const { link, unlink, isPending } = useLink(ticket)
  const incidents = mayRead ? (data?.incidents ?? []) : []
  const next = incidents.find(({ id }) => id !== ticket.incident?.id)
  useHotkeys([
    {
      keys: 'i',
      label: t('link'),
      group: t('conversation:ticket'),
      isDisabled: !mayWrite || !next || ticket.incident !== null,
      run: () => next && link(next),
    },
  ])
  if (incidents.length === 0) return null
  return (
    <ul aria-label={t('touching')}>
      {incidents.map((incident) => {
        const isLinked = incident.id === ticket.incident?.id
        return (
          <li
            key={incident.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-broken-soft px-4 py-1.5 text-sm text-broken"
          >
            <IncidentWords incident={incident} />
            {mayWrite && (
              <Button
                size="small"
                isPending={isPending}
                {...(!isLinked && incident === next && !ticket.incident && { shortcut: 'i' })}
                onPress={() => (isLinked ? unlink() : link(incident))}
              >
                {isLinked ? t('unlink') : t('link')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function IncidentWords({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents')
  const { id, title, impact, services, openedAt } = incident
  return (
    <span className="flex min-w-0 flex-1 basis-60 gap-2">
      <Siren aria-hidden size={14} className="mt-0.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">
        <Link
          to="/incidents/$incidentId"
          params={{ incidentId: id }}
          className="font-medium underline underline-offset-2"
        >
          {t('banner', { title })}
        </Link>{' '}
        {[impact, ...services].filter(Boolean).join(', ')} · <RelativeTime at={openedAt} />
      </span>
    </span>
  )
}

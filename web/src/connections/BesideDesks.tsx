import type { BesideDesk, BesideState } from '@firstline/contract/beside'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'

/** The desk whose tickets are mirrored here, and how that goes; nothing where there is none. */
export function BesideDesks() {
  // what is read and told is no event each time
  const { data } = useQuery({ ...apiQuery('listBesideDesks'), refetchInterval: 15_000 })
  if (!data || data.items.length === 0) return null
  return (
    <div className="px-4 sm:px-6">
      {data.items.map((one) => (
        <DeskSection key={one.desk} one={one} />
      ))}
    </div>
  )
}

const meanings: Record<BesideState, Meaning> = {
  waiting: 'pending',
  reading: 'pending',
  following: 'held',
  failing: 'broken',
}

function DeskSection({ one }: { one: BesideDesk }) {
  const { t } = useTranslation('connections')
  const { desk, address, projects, state, fault, caughtUpAt, tickets, waiting, unreadable } = one
  const name = t(`beside.desk.${desk}`)
  return (
    <section aria-label={t('beside.title', { desk: name })} className="mb-8">
      <h2 className="text-base font-semibold">{t('beside.title', { desk: name })}</h2>
      <p className="text-sm wrap-anywhere text-muted">
        <bdi>{[address, ...projects].filter(Boolean).join(' · ')}</bdi>
      </p>
      <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <Status meaning={meanings[state]}>{t(`beside.state.${state}`)}</Status>
        <span>{t('beside.tickets', { count: tickets })}</span>
        {waiting > 0 && <span>{t('beside.waiting', { count: waiting })}</span>}
        {unreadable > 0 && <span>{t('beside.unreadable', { count: unreadable })}</span>}
        {caughtUpAt && (
          <span className="text-muted">
            {t('beside.caughtUp')} <RelativeTime at={caughtUpAt} />
          </span>
        )}
      </div>
      {fault && (
        <p className="mt-1 text-sm text-pretty wrap-anywhere text-muted">
          {fault.detail} (<RelativeTime at={fault.since} />)
        </p>
      )}
    </section>
  )
}

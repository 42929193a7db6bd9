import { BesideDeskName, deskNames } from '@firstline/contract/beside-kinds'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { PanelFrame } from '#web/beside/PanelFrame.tsx'
import { AskedElsewhere, openDesk } from '#web/beside/AskedElsewhere.tsx'
import { SignInElsewhere } from '#web/beside/SignInElsewhere.tsx'
import { useBrought } from '#web/beside/useBrought.ts'
import { useFailure } from '#web/failure.ts'
import { useOpenedTicket } from '#web/tickets/useOpenedTicket.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { BesideWorkspace } from './BesideWorkspace.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

const route = getRouteApi('/beside/$desk/$externalId')

type There = { desk: BesideDeskName; externalId: string }

/** The ticket of another desk, by its number there: for a side bar in that desk's own page. */
export function BesidePage() {
  const { desk, externalId } = route.useParams()
  const named = BesideDeskName.safeParse(desk)
  if (!named.success || !/^[1-9][0-9]{0,17}$/.test(externalId)) return <NotFoundPage />
  return <Admitted there={{ desk: named.data, externalId }} />
}

function Admitted({ there }: { there: There }) {
  const { t } = useTranslation('beside')
  const me = useQuery({ ...apiQuery('getMe'), retry: false })
  const again = () => void me.refetch()
  if (!me.data) return <SignInElsewhere onSignedIn={again} />
  if (me.data.confined) {
    return (
      <AskedElsewhere title={t('signIn.setUp')} why={t('signIn.setUpWhy')} onAgain={again}>
        <Button variant="primary" onPress={() => openDesk('/set-up-sign-in')}>
          {t('signIn.setUpOpen')}
        </Button>
      </AskedElsewhere>
    )
  }
  return (
    <PanelFrame>
      <Panel there={there} />
    </PanelFrame>
  )
}

function Panel({ there }: { there: There }) {
  const failureOf = useFailure()
  const { ticketId, isAsking, error, again } = useBrought(there)
  if (ticketId !== null) return <Opened ticketId={ticketId} />
  if (isAsking) return <Asking there={there} />
  if (error) return <ErrorState failure={failureOf(error)} onRetry={again} />
  return <Waiting />
}

function Asking({ there }: { there: There }) {
  const { t } = useTranslation('beside')
  const { desk, externalId: number } = there
  return (
    <div role="status" className="px-4 py-6">
      <p className="font-medium">{t('asking', { number, desk: deskNames[desk] })}</p>
      <p className="mb-4 text-muted">{t('askingNote')}</p>
      <Skeleton lines={6} />
    </div>
  )
}

function Waiting() {
  return (
    <div className="p-4">
      <Skeleton lines={6} />
    </div>
  )
}

function Opened({ ticketId }: { ticketId: string }) {
  const failureOf = useFailure()
  const ticket = useOpenedTicket(ticketId)
  if (ticket.isPending) return <Waiting />
  if (!ticket.data) {
    return <ErrorState failure={failureOf(ticket.error)} onRetry={() => void ticket.refetch()} />
  }
  return <BesideWorkspace key={ticketId} ticket={ticket.data} />
}

import { BesideDeskName } from '@firstline/contract/beside-kinds'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { apiQuery } from '#web/api.ts'
import { PageLoading } from '#web/app/PageLoading.tsx'
import { useFailure } from '#web/failure.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

const route = getRouteApi('/signed-in/beside/$desk/$externalId')

/** The ticket that another desk has a link to, by what it is called there. */
export function BesidePage() {
  const { desk, externalId } = route.useParams()
  const named = BesideDeskName.safeParse(desk)
  if (!named.success || !/^[1-9][0-9]{0,17}$/.test(externalId)) return <NotFoundPage />
  return <FoundThere desk={named.data} externalId={externalId} />
}

function FoundThere(params: { desk: BesideDeskName; externalId: string }) {
  const failureOf = useFailure()
  const found = useQuery(apiQuery('findBesideTicket', { params }))
  if (found.data) {
    return <Navigate to="/tickets/$ticketId" params={{ ticketId: found.data.id }} replace />
  }
  if (!found.error) return <PageLoading />
  return <ErrorState failure={failureOf(found.error)} onRetry={() => void found.refetch()} />
}

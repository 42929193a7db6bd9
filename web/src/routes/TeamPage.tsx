import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { AiAgents } from '#web/team/AiAgents.tsx'
import { CreateKeyDialog } from '#web/team/CreateKeyDialog.tsx'
import { HandOverDialog } from '#web/team/HandOverDialog.tsx'
import type { HandedOver } from '#web/team/HandOverDialog.tsx'
import { InviteDialog } from '#web/team/InviteDialog.tsx'
import { KeyTable } from '#web/team/KeyTable.tsx'
import { PeopleTable } from '#web/team/PeopleTable.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

/** Who can come in, person or machine, and the way to end it at once. */
export function TeamPage() {
  const { t } = useTranslation('team')
  const failureOf = useFailure()
  const team = useQuery(apiQuery('getTeam'))
  const [isInviting, setInviting] = useState(false)
  const [isCreating, setCreating] = useState(false)
  const [handedOver, setHandedOver] = useState<HandedOver | null>(null)
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col gap-6 px-4 py-5 sm:px-6">
        <header>
          <h1 className="text-lg font-semibold">{t('title')}</h1>
          <p className="text-sm text-pretty text-muted">{t('lead')}</p>
        </header>
        {team.isPending && <Skeleton lines={6} />}
        {team.error && (
          <ErrorState failure={failureOf(team.error)} onRetry={() => void team.refetch()} />
        )}
        {team.data && (
          <>
            <section className="flex flex-col gap-2">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h2 className="font-semibold">{t('people')}</h2>
                <Button size="small" icon={Plus} onPress={() => setInviting(true)}>
                  {t('invite')}
                </Button>
              </div>
              <PeopleTable people={team.data.people} />
            </section>
            <section className="flex flex-col gap-2">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h2 className="font-semibold">{t('keys')}</h2>
                <Button size="small" icon={Plus} onPress={() => setCreating(true)}>
                  {t('createKey')}
                </Button>
              </div>
              <KeyTable
                keys={team.data.keys}
                onHandOver={(key) => setHandedOver({ ...key, kind: 'key' })}
              />
            </section>
            <AiAgents onHandOver={(agent) => setHandedOver({ ...agent, kind: 'aiAgent' })} />
          </>
        )}
      </div>
      <InviteDialog isOpen={isInviting} onOpenChange={setInviting} />
      <HandOverDialog
        of={handedOver}
        people={team.data?.people ?? []}
        onClose={() => setHandedOver(null)}
      />
      <CreateKeyDialog isOpen={isCreating} onOpenChange={setCreating} />
    </div>
  )
}

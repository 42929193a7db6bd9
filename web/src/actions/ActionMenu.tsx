import type { AvailableAction } from '@firstline/contract/actions'
import { useQuery } from '@tanstack/react-query'
import { Ban, Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { usePageCommands } from '#web/ui/page-commands.ts'
import type { ActionIntent } from './intent.ts'
import { plainFieldsOf } from './PlainInput.tsx'

type ActionMenuProps = {
  ticketId: string
  onChoose: (intent: ActionIntent) => void
}

/** What can be done on this account; a blocked one says why when chosen. */
export function ActionMenu({ ticketId, onChoose }: ActionMenuProps) {
  const { t } = useTranslation('actions')
  const mayRun = useMay('action:run')
  const { data } = useQuery(apiQuery('listActions', { params: { ticketId } }))
  const actions = data?.items ?? []
  usePageCommands(
    (mayRun ? actions : []).map((action) => ({
      id: `action-${action.id}`,
      label: action.title,
      detail: t('action'),
      run: () => onChoose(intentOf(action)),
    })),
  )
  if (!mayRun || actions.length === 0) return null
  return (
    <Menu
      label={t('actions')}
      placement="bottom end"
      trigger={
        <Button size="small" icon={Zap}>
          {t('actions')}
        </Button>
      }
      groups={[
        {
          id: 'actions',
          entries: actions.map((action) => ({
            id: action.id,
            label: action.title,
            icon: action.blocked ? Ban : Zap,
            onAction: () => onChoose(intentOf(action)),
          })),
        },
      ]}
    />
  )
}

function intentOf(action: AvailableAction): ActionIntent {
  const needsInput = action.picks.length > 0 || plainFieldsOf(action).fields.length > 0
  // A blocked one stops before its preview, and says why.
  const input = needsInput || action.blocked ? null : {}
  return { action: action.id, title: action.title, input }
}

import type { Opportunity } from '@firstline/contract/opportunities'
import { useNavigate } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'

/** No draft waits: the runbook that was followed is changed, or a new one is written for the type. */
export function WriteRunbook({ opportunity: { runbook, type } }: { opportunity: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const navigate = useNavigate()
  const mayEdit = useMay('runbook:edit')
  if (!mayEdit) return null
  return (
    <Button size="small" icon={Pencil} onPress={write}>
      {t('write')}
    </Button>
  )

  function write() {
    if (runbook) void navigate({ to: '/runbooks/$runbookId/edit', params: { runbookId: runbook } })
    else void navigate({ to: '/runbooks/new', search: type ? { type } : {} })
  }
}

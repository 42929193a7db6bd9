import type { Opportunity } from '@firstline/contract/opportunities'
import { useNavigate } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'

type OpenDraftProps = {
  draft: NonNullable<Opportunity['draft']>
  variant: 'primary' | 'quiet'
}

/** Whoever may write it goes to where it is written and published. */
export function OpenDraft({ draft: { runbook, version }, variant }: OpenDraftProps) {
  const { t } = useTranslation('opportunities')
  const navigate = useNavigate()
  const mayEdit = useMay('runbook:edit')
  return (
    <Button size="small" variant={variant} icon={Pencil} onPress={open}>
      {t('openDraft')}
    </Button>
  )

  function open() {
    const params = { runbookId: runbook }
    if (mayEdit) void navigate({ to: '/runbooks/$runbookId/edit', params })
    else void navigate({ to: '/runbooks/$runbookId', params, search: { version } })
  }
}

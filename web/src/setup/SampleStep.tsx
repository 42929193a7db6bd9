import type { SetupSteps } from '@firstline/contract/setup'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChangeWithToast } from '#web/useChangeWithToast.ts'
import { Button } from '#web/ui/Button.tsx'
import { SetupStep } from './SetupStep.tsx'

export function SampleStep({ steps }: { steps: SetupSteps }) {
  const { t } = useTranslation('setup')
  const navigate = useNavigate()
  const create = useChangeWithToast('createSampleTicket', { event: 'setup.sample_created' })
  const remove = useChangeWithToast('removeSampleTicket', { event: 'setup.sample_removed' })
  const { sample, hasTickets } = steps
  const { ticketId } = sample
  return (
    <SetupStep
      step="sample"
      steps={steps}
      guide="desk.md"
      action={
        ticketId === null ? (
          <Button
            size="small"
            isDisabled={create.isPending}
            onPress={() => create.change({ key: crypto.randomUUID() })}
          >
            {t('sample.create')}
          </Button>
        ) : (
          <>
            <Button
              size="small"
              onPress={() => void navigate({ to: '/tickets/$ticketId', params: { ticketId } })}
            >
              {t('sample.open')}
            </Button>
            <Button
              size="small"
              variant="ghost"
              isDisabled={remove.isPending}
              onPress={() => remove.change({ key: crypto.randomUUID() })}
            >
              {t('sample.remove')}
            </Button>
          </>
        )
      }
    >
      {ticketId !== null && <p className="text-pretty">{t('sample.created')}</p>}
      {ticketId === null && hasTickets && <p>{t('sample.used')}</p>}
    </SetupStep>
  )
}

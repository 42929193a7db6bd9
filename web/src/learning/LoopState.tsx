import type { Lesson } from '@firstline/contract/learning'
import { PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Status } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'

const meanings: Record<Lesson['loop'], Meaning> = {
  returned: 'escalated',
  draft: 'pending',
  published: 'held',
  waived: 'neutral',
}

/** How far the way back to the first line has been gone. */
export function LoopState({ loop }: Pick<Lesson, 'loop'>) {
  const { t } = useTranslation('learning')
  return (
    <Status meaning={meanings[loop]} {...(loop === 'draft' && { icon: PencilLine })}>
      {t(`loop.stage.${loop}`)}
    </Status>
  )
}

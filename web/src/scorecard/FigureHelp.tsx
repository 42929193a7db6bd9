import { CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Popover } from '#web/ui/Popover.tsx'

interface FigureHelpProps {
  /** The figure's name. */
  title: string
  /** Its definition in one or two sentences. */
  definition: string
  /** The counts it is made of. */
  counts?: ReactNode
}

/** How a figure is computed, one click beside it. */
export function FigureHelp({ title, definition, counts }: FigureHelpProps) {
  const { t } = useTranslation('scorecard')
  const label = t('how', { title })
  return (
    <Popover label={label} trigger={<IconButton icon={CircleHelp} label={label} />}>
      <div className="flex max-w-80 flex-col gap-2">
        <h3 className="font-semibold">{title}</h3>
        <p className="text-pretty">{definition}</p>
        {counts && <div className="text-sm text-muted">{counts}</div>}
      </div>
    </Popover>
  )
}

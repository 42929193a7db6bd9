import type { Explanation } from '@firstline/contract/scorecard'
import { CircleHelp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Popover } from '#web/ui/Popover.tsx'
import { CountButton } from './CountButton.tsx'
import { useFigures } from '#web/useFigures.ts'

type FigureHelpProps = {
  /** The figure's name. */
  title: string
  /** Its definition in one or two sentences. */
  definition: string
  /** The counts it is made of; each opens what it counts. */
  explanation?: Explanation | undefined
}

/** How a figure is computed, one click beside it. */
export function FigureHelp({ title, definition, explanation }: FigureHelpProps) {
  const { t } = useTranslation('scorecard')
  const label = t('how', { title })
  return (
    <span className="print:hidden">
      <Popover label={label} trigger={<IconButton icon={CircleHelp} label={label} />}>
        <div className="flex max-w-80 flex-col gap-2">
          <h3 className="font-semibold">{title}</h3>
          <p className="text-pretty">{definition}</p>
          {explanation && <CountsOf explanation={explanation} />}
        </div>
      </Popover>
    </span>
  )
}

function CountsOf({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  return (
    <div className="border-t border-line pt-2 text-sm">
      <p className="text-muted">{t(`placedBy.${explanation.placedBy}`)}</p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {explanation.counts.map(({ figure, count }) => (
          <li key={figure} className="flex items-baseline justify-between gap-4">
            <span>{t(`figure.${figure}`)}</span>
            <CountButton isClosing behind={{ figure }}>
              {figures.count(count)}
            </CountButton>
          </li>
        ))}
      </ul>
    </div>
  )
}

import type { Proportion } from '@firstline/contract/scorecard'
import { cx } from '#web/ui/cx.ts'

/** A rate as a dot in its 95% interval, on a line from 0 to 100%. */
export function Interval({ value, isAfter }: { value: Proportion; isAfter: boolean }) {
  const { rate, low, high } = value
  return (
    <div className="relative h-5">
      <div className="absolute inset-x-0 top-1/2 h-px bg-line" />
      {rate !== null && low !== null && high !== null && (
        <>
          <div
            className={cx(
              'absolute top-1/2 h-1 -translate-y-1/2 rounded-full opacity-40',
              isAfter ? 'bg-accent' : 'bg-estimate',
            )}
            style={{ left: `${100 * low}%`, right: `${100 * (1 - high)}%` }}
          />
          <div
            className={cx(
              'absolute top-1/2 size-2 -translate-1/2 rounded-full',
              isAfter ? 'bg-accent' : 'bg-estimate',
            )}
            style={{ left: `${100 * rate}%` }}
          />
        </>
      )}
    </div>
  )
}

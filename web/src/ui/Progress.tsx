import { ProgressBar } from 'react-aria-components'

type ProgressProps = {
  label: string
  /** 0 to 100; left out when nobody knows how long it takes. */
  value?: number
}

/** A thin line under a heading; never a wheel over a page. */
export function Progress({ label, value }: ProgressProps) {
  const isUnknown = value === undefined
  return (
    <ProgressBar
      aria-label={label}
      isIndeterminate={isUnknown}
      {...(!isUnknown && { value })}
      className="h-0.5 w-full overflow-hidden bg-line"
    >
      {({ percentage }) => (
        <div
          className={isUnknown ? 'h-full w-1/3 animate-slide bg-accent' : 'h-full bg-accent'}
          style={isUnknown ? {} : { width: `${percentage}%` }}
        />
      )}
    </ProgressBar>
  )
}

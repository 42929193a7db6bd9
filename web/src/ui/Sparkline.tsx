import { cx } from './cx.ts'

type SparklineProps = {
  /** In order of time; null where there is no figure, which leaves a gap. */
  points: readonly (number | null)[]
  /** What it shows, in words: the picture is read aloud as this. */
  label: string
  /** Fixed bounds make several sparklines comparable; else the points' own. */
  domain?: readonly [number, number]
  /** From this index the figures are not final yet: dashed. */
  immatureFrom?: number
  tone?: 'accent' | 'broken'
  width?: number
  height?: number
}

const inset = 2

export function Sparkline(props: SparklineProps) {
  const { points, label, immatureFrom = points.length, width = 96, height = 24, tone } = props
  const spots = placeSpots(props, width, height)
  const final = pathThrough(spots.slice(0, immatureFrom))
  const immature = pathThrough(spots.slice(Math.max(0, immatureFrom - 1)))
  const last = spots.findLast((spot) => spot !== null)
  const stroke = { fill: 'none', strokeWidth: 1.5, strokeLinejoin: 'round' as const }
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={cx('shrink-0', tone === 'broken' ? 'text-broken' : 'text-accent')}
    >
      <path d={final} stroke="currentColor" {...stroke} />
      {immatureFrom < points.length && (
        <path d={immature} className="stroke-estimate" strokeDasharray="2 2" {...stroke} />
      )}
      {last && <circle cx={last.x} cy={last.y} r={2} fill="currentColor" />}
    </svg>
  )
}

type Spot = {
  x: number
  y: number
}

function placeSpots(props: SparklineProps, width: number, height: number): (Spot | null)[] {
  const { points } = props
  const known = points.filter((point) => point !== null)
  const [low, high] = props.domain ?? [Math.min(...known), Math.max(...known)]
  const span = high - low
  const step = (width - 2 * inset) / Math.max(1, points.length - 1)
  return points.map((point, index) => {
    if (point === null) return null
    const share = span > 0 ? Math.min(1, (point - low) / span) : 0.5 // a flat line runs through the middle
    return { x: inset + index * step, y: height - inset - share * (height - 2 * inset) }
  })
}

function pathThrough(spots: readonly (Spot | null)[]): string {
  return spots
    .map(
      (spot, index) =>
        spot && `${spots[index - 1] ? 'L' : 'M'}${spot.x.toFixed(1)} ${spot.y.toFixed(1)}`,
    )
    .filter(Boolean)
    .join('')
}

type TimeLineProps = {
  /** In order of time; null is no number. A gap of more than a step stays one. */
  points: readonly { at: string; value: number | null }[]
  from: string
  to: string
  stepSeconds: number
  /** A moment to be marked. */
  mark: string | null
  /** What it shows, in words: the picture is read aloud as this. */
  label: string
}

const [width, height, inset] = [400, 64, 3]

/** A value over time, as wide as there is room; by its own bounds, with zero in them when it is near. */
export function TimeLine({ points, from, to, stepSeconds, mark, label }: TimeLineProps) {
  const [begin, end] = [Date.parse(from), Date.parse(to)]
  const xOf = (at: string) => ((Date.parse(at) - begin) / (end - begin)) * width
  const spots = placeSpots(points, xOf)
  const line = { fill: 'none', vectorEffect: 'non-scaling-stroke' } as const
  const longestGap = (stepSeconds * 1_500 * width) / (end - begin)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="block h-16 w-full text-accent"
    >
      <path d={`M0 ${height - 0.5}H${width}`} className="stroke-line" {...line} />
      {mark && (
        <path
          d={`M${xOf(mark).toFixed(1)} 0V${height}`}
          className="stroke-muted"
          strokeDasharray="3 3"
          {...line}
        />
      )}
      <path
        d={pathThrough(spots, longestGap)}
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
        {...line}
      />
    </svg>
  )
}

type Spot = { x: number; y: number } | null

function placeSpots(points: TimeLineProps['points'], xOf: (at: string) => number): Spot[] {
  const values = points.map(({ value }) => value).filter((value) => value !== null)
  const highest = Math.max(...values)
  const lowest = Math.min(...values)
  // from zero, unless what happens is all far from it
  const isFar = lowest > 0 && highest - lowest < lowest / 2
  const low = isFar ? lowest : Math.min(0, lowest)
  const high = isFar ? highest : Math.max(0, highest)
  return points.map(({ at, value }) => {
    if (value === null) return null
    const share = high > low ? (value - low) / (high - low) : high === 0 ? 0 : 0.5
    return { x: xOf(at), y: height - inset - share * (height - 2 * inset) }
  })
}

/** A value between two gaps is a dot: a line of no length with round ends. */
function pathThrough(spots: readonly Spot[], longestGap: number): string {
  return spots
    .map((spot, index) => {
      if (!spot) return ''
      const before = spots[index - 1]
      const follows = before && spot.x - before.x <= longestGap
      const place = `${spot.x.toFixed(1)} ${spot.y.toFixed(1)}`
      return follows ? `L${place}` : `M${place}h0`
    })
    .join('')
}

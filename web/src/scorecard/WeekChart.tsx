import type { ScorecardWeek } from '@firstline/contract/scorecard'
import { useTranslation } from 'react-i18next'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { DotItemDotProps, TooltipContentProps } from 'recharts'
import { useShowBehind } from './behind-context.ts'
import { useFigures } from '#web/useFigures.ts'
import { cutAt, pointsOf, ticksOf } from './week-points.ts'
import type { TwoNumbers, WeekPoint } from './week-points.ts'

type WeekChartProps = {
  weeks: readonly ScorecardWeek[]
  figure: TwoNumbers
  label: string
}

const colours = { l1: 'var(--color-accent)', reopen: 'var(--color-broken)' }
const behindWeek = { l1: 'resolved', reopen: 'made' } as const
const ink = { fill: 'var(--color-muted)', fontSize: 12 }

/** Solid where judged, with its interval; dashed where not yet; gaps stay gaps. */
export function WeekChart({ weeks, figure, label }: WeekChartProps) {
  const figures = useFigures()
  const all = pointsOf(weeks, figure)
  const ticks = ticksOf(all, figure)
  const points = cutAt(all, ticks.at(-1) ?? 1)
  const colour = colours[figure]
  const show = useShowBehind()
  const still = { isAnimationActive: false, type: 'linear' as const }
  return (
    <ResponsiveContainer width="100%" height={208} initialDimension={{ width: 480, height: 208 }}>
      <ComposedChart
        data={points}
        title={label}
        margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        onClick={({ activeLabel }) => {
          if (typeof activeLabel === 'string')
            show({ figure: behindWeek[figure], week: activeLabel })
        }}
      >
        <CartesianGrid vertical={false} syncWithTicks stroke="var(--color-line)" />
        <XAxis
          dataKey="week"
          tickFormatter={figures.day}
          tick={ink}
          tickLine={false}
          axisLine={false}
          minTickGap={28}
          tickMargin={6}
        />
        <YAxis
          domain={[0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          padding={{ top: 4, bottom: 4 }} // room for a spot at 0% or 100%
          tickFormatter={figures.wholePercent}
          tick={ink}
          tickLine={false}
          axisLine={false}
          width={44}
        />
        <Tooltip
          content={summaryOf}
          cursor={{ stroke: 'var(--color-control)' }}
          isAnimationActive={false}
        />
        <Area
          {...still}
          dataKey="drawnBand"
          stroke="none"
          fill={colour}
          fillOpacity={0.14}
          activeDot={false}
          dot={noSpot}
        />
        <Line
          {...still}
          dataKey="tail"
          stroke="var(--color-estimate)"
          strokeWidth={1.75}
          strokeDasharray="4 3"
          dot={false}
        />
        <Line {...still} dataKey="rate" stroke={colour} strokeWidth={1.75} dot={spotOf}>
          <ErrorBar
            dataKey="whisker"
            width={0}
            stroke={colour}
            strokeOpacity={0.35}
            strokeWidth={3}
            isAnimationActive={false}
          />
        </Line>
      </ComposedChart>
    </ResponsiveContainer>
  )
}

/** An area of a single week would else be drawn as one spot at its upper end. */
function noSpot({ key }: DotItemDotProps) {
  return <g key={key} />
}

/** Hollow and grey where few are behind it. */
function spotOf({ key, cx, cy, payload }: DotItemDotProps) {
  const { rate, isFew, figure } = payload as WeekPoint
  if (rate === null || cx === undefined || cy === undefined) return <g key={key} />
  const look = isFew
    ? { r: 2.5, fill: 'var(--color-surface)', stroke: 'var(--color-estimate)' }
    : { r: 2, fill: colours[figure] }
  return <circle key={key} cx={cx} cy={cy} {...look} />
}

function summaryOf({ active, payload }: Pick<TooltipContentProps, 'active' | 'payload'>) {
  const point = payload?.[0]?.payload as WeekPoint | undefined
  return active && point ? <WeekSummary point={point} /> : null
}

function WeekSummary({ point }: { point: WeekPoint }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const { figure, counts, estimate, immature } = point
  const rate = figure === 'reopen' && immature > 0 ? estimate : (counts?.rate ?? null)
  return (
    <div className="floating px-3 py-2 text-sm">
      <p className="text-muted">{figures.week(point.week)}</p>
      <p className="mt-0.5">
        <span className="text-base font-semibold tabular-nums">
          {rate === null ? '–' : figures.percent(rate)}
        </span>
        {point.band && (
          <span className="ml-2 text-muted">
            {t('interval')} {figures.interval(...point.band)}
          </span>
        )}
      </p>
      {counts && (immature === 0 || figure === 'l1') && (
        <p className="text-muted tabular-nums">
          {t(`counts.${figure}`, {
            count: counts.of,
            part: figures.count(counts.count),
            all: figures.count(counts.of),
          })}
        </p>
      )}
      {immature > 0 && (
        <p className="text-estimate">
          {t(figure === 'l1' ? 'young.l1' : estimate === null ? 'young.tooFew' : 'young.reopen', {
            count: immature,
          })}
        </p>
      )}
      {immature === 0 && point.isFew && <p className="text-estimate">{t('few')}</p>}
    </div>
  )
}

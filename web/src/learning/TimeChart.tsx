import type { TeamWeek } from '@firstline/contract/learning'
import { present } from '@firstline/contract/present'
import { useTranslation } from 'react-i18next'
import {
  Bar,
  BarChart,
  CartesianGrid,
  Rectangle,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { BarShapeProps, TooltipContentProps } from 'recharts'
import { useFigures } from '#web/useFigures.ts'

type TimeChartProps = {
  weeks: readonly TeamWeek[]
  /** The set utilisation. */
  above: number
  label: string
}

const ink = { fill: 'var(--color-muted)', fontSize: 12 }

/** Time on tickets as a share of shift hours, by week, with the line it should stay below. */
export function TimeChart({ weeks, above, label }: TimeChartProps) {
  const figures = useFigures()
  const ticks = ticksTo(Math.max(1, ...weeks.map(({ utilisation }) => utilisation ?? 0)))
  return (
    <ResponsiveContainer width="100%" height={176} initialDimension={{ width: 480, height: 176 }}>
      <BarChart
        data={[...weeks]}
        title={label}
        margin={{ top: 8, right: 44, bottom: 0, left: 0 }}
        maxBarSize={40}
      >
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis
          dataKey="begins"
          tickFormatter={figures.day}
          tick={ink}
          tickLine={false}
          axisLine={{ stroke: 'var(--color-edge)' }}
          tickMargin={6}
        />
        <YAxis
          domain={[0, present(ticks.at(-1))]}
          ticks={ticks}
          tickFormatter={figures.wholePercent}
          tick={ink}
          tickLine={false}
          axisLine={false}
          width={44}
        />
        <Tooltip
          content={summaryOf}
          cursor={{ fill: 'var(--color-hover)' }}
          isAnimationActive={false}
        />
        <Bar dataKey="utilisation" isAnimationActive={false} shape={barOf} />
        <ReferenceLine
          y={above}
          stroke="var(--color-muted)"
          strokeDasharray="4 3"
          label={{ value: figures.wholePercent(above), position: 'right', ...ink }}
        />
      </BarChart>
    </ResponsiveContainer>
  )
}

/** Quarters; where weeks are far above all hours, fewer of them. */
function ticksTo(highest: number): number[] {
  const step = 0.25 * Math.ceil(highest / 1.5)
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => index * step)
}

/** Above the line: another colour and a heavy edge, never colour alone. Hollow while it runs. */
function barOf({ x, y, width, height, payload }: BarShapeProps & { payload?: TeamWeek }) {
  const colour = payload?.isAbove ? 'var(--color-broken)' : 'var(--color-accent)'
  return (
    <Rectangle
      {...{ x, y, width, height }}
      radius={[2, 2, 0, 0]}
      fill={colour}
      fillOpacity={payload?.isRunning ? 0.12 : payload?.isAbove ? 0.85 : 0.55}
      stroke={colour}
      strokeWidth={payload?.isAbove ? 2 : 1}
      {...(payload?.isRunning && { strokeDasharray: '4 3' })}
    />
  )
}

function summaryOf({ active, payload }: Pick<TooltipContentProps, 'active' | 'payload'>) {
  const week = payload?.[0]?.payload as TeamWeek | undefined
  return active && week ? <WeekSummary week={week} /> : null
}

function WeekSummary({ week }: { week: TeamWeek }) {
  const { t } = useTranslation('learning')
  const figures = useFigures()
  const { begins, utilisation, ticketHours, shiftHours, isAbove, isRunning } = week
  return (
    <div className="floating px-3 py-2 text-sm">
      <p className="text-muted">
        {figures.week(begins)}
        {isRunning && ` · ${t('time.running')}`}
      </p>
      <p className="mt-0.5 text-base font-semibold tabular-nums">
        {utilisation === null ? '–' : figures.wholePercent(utilisation)}
      </p>
      <p className="text-muted">
        {t('time.hours', {
          spent: figures.decimal(ticketHours),
          hours: figures.decimal(shiftHours),
        })}
      </p>
      {isAbove && <p className="font-medium text-broken">{t('time.above')}</p>}
    </div>
  )
}

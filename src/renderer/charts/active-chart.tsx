import { useEffect, useRef, type RefObject } from 'react'
import { Area, AreaChart, CartesianGrid, ReferenceDot, Tooltip, useActiveTooltipLabel, XAxis, YAxis } from 'recharts'
import { niceTicks } from './nice-ticks.ts'
import { ChartTip } from './chart-tip.tsx'
import styles from './charts.module.css'

export interface MonthPoint {
  /** « mars 2026 », in full for the tip. */
  readonly label: string
  /** « 2026 » on the first month of a year, else ''. */
  readonly tick: string
  readonly count: number
  readonly onPick: () => void
}

interface ActiveChartProps {
  readonly points: readonly MonthPoint[]
  /** Says the last value beside the end of the line. */
  readonly lastLabel: string
  readonly unit: (count: number) => string
  readonly name: string
}

/** Active people, month by month: one quiet area, its last value written at its end; a click opens the list of that month, arrows and Enter do too. */
export const ActiveChart = ({ points, lastLabel, unit, name }: ActiveChartProps) => {
  const pointedRef = useRef<number | null>(null)
  const last = points.at(-1)
  const data = points.map((point, index) => ({ index, count: point.count }))
  const ticks = niceTicks(0, Math.max(0, ...points.map(({ count }) => count)))
  const open = (index: number | string | undefined | null): void => {
    if (index !== undefined && index !== null) points[Number(index)]?.onPick()
  }
  return (
    <div
      className={styles['plot']}
      data-chart="active"
      onKeyDown={(event) => {
        if (event.key === 'Enter') open(pointedRef.current)
      }}
    >
      <AreaChart
        responsive
        style={{ width: '100%', height: '100%' }}
        data={data}
        margin={{ top: 16, right: 64, bottom: 4, left: 4 }}
        onClick={(state) => open(state.activeTooltipIndex)}
        title={name}
      >
        <PointedMonth pointedRef={pointedRef} />
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="index"
          tickFormatter={(index: number) => points[index]?.tick ?? ''}
          ticks={data.filter(({ index }) => points[index]?.tick !== '').map(({ index }) => index)}
          interval={0}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tick={{ fill: 'var(--chart-label)' }}
        />
        <YAxis
          width={44}
          allowDecimals={false}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--chart-label)' }}
          ticks={[...ticks]}
          domain={[0, ticks.at(-1) ?? 1]}
        />
        <Tooltip
          cursor={{ stroke: 'var(--line-strong)' }}
          content={({ active, label }) => {
            const point = points[Number(label)]
            return active && point !== undefined ? (
              <ChartTip title={point.label} lines={[{ text: unit(point.count), color: 'var(--chart-1)' }]} />
            ) : null
          }}
        />
        <Area
          type="linear"
          dataKey="count"
          stroke="var(--chart-1)"
          strokeWidth={2}
          fill="var(--chart-1)"
          fillOpacity={0.12}
          isAnimationActive={false}
          activeDot={{ r: 5, cursor: 'pointer' }}
        />
        {last !== undefined && (
          <ReferenceDot
            x={points.length - 1}
            y={last.count}
            r={4}
            fill="var(--chart-1)"
            stroke="none"
            label={{ value: lastLabel, position: 'right', fill: 'var(--ink)', fontWeight: 600 }}
          />
        )}
      </AreaChart>
    </div>
  )
}

/** Tells the chart which month the arrows are on: recharts says it inside the chart only. */
const PointedMonth = ({ pointedRef }: { readonly pointedRef: RefObject<number | null> }) => {
  const label = useActiveTooltipLabel()
  useEffect(() => {
    pointedRef.current = label === undefined ? null : Number(label)
  }, [pointedRef, label])
  return null
}

import { Bar, BarChart, CartesianGrid, LabelList, ReferenceLine, Tooltip, XAxis, YAxis, type BarShapeProps } from 'recharts'
import { niceTicks } from './nice-ticks.ts'
import { spreadLabels } from './side-labels.ts'
import { ChartTip } from './chart-tip.tsx'
import { useFormat } from '#i18n/setup'
import styles from './charts.module.css'

export type YearState = 'kept' | 'returned' | 'newcomers' | 'lapsed'
/** Bottom to top; those who left hang under the baseline. */
const states = ['kept', 'returned', 'newcomers', 'lapsed'] as const satisfies readonly YearState[]
const colorByState = {
  kept: 'var(--chart-kept)',
  returned: 'var(--chart-returned)',
  newcomers: 'var(--chart-new)',
  lapsed: 'var(--chart-lapsed)',
} as const satisfies Record<YearState, string>

export interface YearBar {
  readonly label: string
  readonly counts: Readonly<Record<YearState, number>>
  readonly onPick: (state: YearState) => void
}

interface YearStatesChartProps {
  readonly years: readonly YearBar[]
  readonly words: Readonly<Record<YearState, string>>
  readonly describe: (year: string, state: YearState, count: number) => string
  readonly name: string
}

/** New, kept and returned people above the line, lapsed ones below: one bar a year, each segment a button. */
export const YearStatesChart = ({ years, words, describe, name }: YearStatesChartProps) => {
  const format = useFormat()
  const data = years.map((year, index) => ({ index, ...year.counts, lapsed: -year.counts.lapsed }))
  const ticks = niceTicks(
    -Math.max(0, ...years.map(({ counts }) => counts.lapsed)),
    Math.max(0, ...years.map(({ counts }) => counts.kept + counts.returned + counts.newcomers)),
  )
  return (
    <div className={styles['plot']} data-chart="years">
      <ul className={styles['key']} aria-hidden="true">
        {states.map((state) => (
          <li key={state}>
            <i style={{ background: colorByState[state] }} />
            {words[state]}
          </li>
        ))}
      </ul>
      <BarChart
        responsive
        accessibilityLayer={false}
        style={{ width: '100%', height: 'calc(100% - 28px)' }}
        data={data}
        stackOffset="sign"
        barCategoryGap="22%"
        margin={{ top: 12, right: 8, bottom: 4, left: 4 }}
        title={name}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="index"
          tickFormatter={(index: number) => years[index]?.label ?? ''}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--chart-label)' }}
        />
        <YAxis
          width={44}
          ticks={[...ticks]}
          domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--chart-label)' }}
          tickFormatter={(value: number) => format.number(Math.abs(value))}
        />
        <Tooltip
          cursor={false}
          content={({ active, label }) => {
            const year = years[Number(label)]
            return active && year !== undefined ? (
              <ChartTip
                title={year.label}
                lines={states.map((state) => ({ text: `${words[state]} : ${format.number(year.counts[state])}`, color: colorByState[state] }))}
              />
            ) : null
          }}
        />
        <ReferenceLine y={0} stroke="var(--line-strong)" />
        {states.map((state) => (
          <Bar
            key={state}
            dataKey={state}
            stackId="year"
            fill={colorByState[state]}
            maxBarSize={72}
            isAnimationActive={false}
            shape={(segment: BarShapeProps) => (
              <Segment segment={segment} color={colorByState[state]} year={years[segment.originalDataIndex]} state={state} describe={describe} />
            )}
          >
            <LabelList
              dataKey={state}
              position="center"
              content={(label) => <SegmentLabel {...label} state={state} year={years[label.index ?? -1]} write={format.number} />}
            />
          </Bar>
        ))}
      </BarChart>
    </div>
  )
}

interface SegmentProps {
  readonly segment: BarShapeProps
  readonly color: string
  readonly year: YearBar | undefined
  readonly state: YearState
  readonly describe: YearStatesChartProps['describe']
}
const Segment = ({ segment, color, year, state, describe }: SegmentProps) => {
  if (year === undefined || year.counts[state] === 0) return null
  const height = Math.abs(segment.height)
  const top = segment.height < 0 ? segment.y + segment.height : segment.y
  return (
    <rect
      className={styles['segment']}
      x={segment.x}
      y={top + 0.5}
      width={segment.width}
      height={Math.max(height - 1, 1)}
      rx={2}
      fill={color}
      role="button"
      tabIndex={0}
      aria-label={describe(year.label, state, year.counts[state])}
      onClick={() => year.onPick(state)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        year.onPick(state)
      }}
    />
  )
}

interface SegmentLabelProps {
  readonly x?: number | string | undefined
  readonly y?: number | string | undefined
  readonly width?: number | string | undefined
  readonly height?: number | string | undefined
  readonly state: YearState
  readonly year: YearBar | undefined
  readonly write: (count: number) => string
}
/** Height from which a number fits in its segment, in pixels. */
const fits = 16

/** The number inside its segment; beside it where it would not fit, if the gap between two bars is wide enough. */
const SegmentLabel = ({ x, y, width, height, state, year, write }: SegmentLabelProps) => {
  const count = year?.counts[state] ?? 0
  const tall = Math.abs(Number(height))
  const wide = Number(width)
  if (year === undefined || count === 0 || tall === 0) return null
  const middle = Number(y) + Number(height) / 2
  const text = write(count)
  const room = 7 * text.length
  if (tall >= fits && wide >= room) {
    return (
      <text x={Number(x) + wide / 2} y={middle} dy="0.35em" textAnchor="middle" className={styles['segmentLabel']} data-state={state}>
        {text}
      </text>
    )
  }
  // A bar is at most 56 % of its place: the rest, and more where bars are as wide as they may be, is between two.
  if (tall >= fits || wide * 0.78 < 8 + room) return null
  const at = spreadLabels(thinSegments(year.counts, tall / count, middle, state)).get(state) ?? middle
  return (
    <text x={Number(x) + wide + 5} y={at} dy="0.35em" className={styles['sideLabel']} onClick={() => year.onPick(state)}>
      {text}
    </text>
  )
}

/** The middles of the segments of a bar too thin for their number, from the middle of one of them and the pixels of one person. */
const thinSegments = (
  counts: YearBar['counts'],
  unit: number,
  middle: number,
  state: YearState,
): readonly { readonly id: YearState; readonly at: number }[] => {
  const above = ['kept', 'returned', 'newcomers'] as const
  const heightOf = (id: YearState): number => {
    if (id === 'lapsed') return -counts.lapsed / 2
    return above.slice(0, above.indexOf(id)).reduce((sum, under) => sum + counts[under], 0) + counts[id] / 2
  }
  const baseline = middle + heightOf(state) * unit
  return states.filter((id) => counts[id] > 0 && counts[id] * unit < fits).map((id) => ({ id, at: baseline - heightOf(id) * unit }))
}

import { CartesianGrid, LabelList, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartTip } from './chart-tip.tsx'
import styles from './charts.module.css'

export interface CohortCurve {
  readonly label: string
  /** Shares between 0 and 1 by years since joining; null where the year has not come yet. */
  readonly shares: readonly (number | null)[]
}

interface CohortCurvesProps {
  readonly curves: readonly CohortCurve[]
  readonly xLabel: (year: number) => string
  readonly percent: (share: number) => string
  readonly name: string
}

/** The last six cohorts as curves, each named at its end: no legend to look up. Older ones are in the map; one that has only its first year is no curve yet. */
export const CohortCurves = ({ curves, xLabel, percent, name }: CohortCurvesProps) => {
  const shown = curves.filter(({ shares }) => lastIndexOf(shares) > 0).slice(-6)
  const length = Math.max(0, ...shown.map((curve) => curve.shares.length))
  const data = Array.from({ length }, (_, year) => ({ year, shares: shown.map((curve) => curve.shares[year] ?? null) }))
  return (
    <div className={styles['plot']} data-chart="curves">
      <LineChart responsive style={{ width: '100%', height: '100%' }} data={data} margin={{ top: 12, right: 88, bottom: 4, left: 4 }} title={name}>
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="year"
          tickFormatter={xLabel}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tick={{ fill: 'var(--chart-label)' }}
        />
        <YAxis
          width={52}
          domain={[0, 1]}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          tickFormatter={percent}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--chart-label)' }}
        />
        <Tooltip
          cursor={{ stroke: 'var(--line-strong)' }}
          content={({ active, label }) => {
            if (!active) return null
            const lines = shown.flatMap((curve, position) => {
              const share = curve.shares[Number(label)]
              return share === null || share === undefined ? [] : [{ text: `${curve.label} : ${percent(share)}`, color: colorOf(position) }]
            })
            return <ChartTip title={xLabel(Number(label))} lines={lines} />
          }}
        />
        {shown.map((curve, position) => (
          <Line
            key={curve.label}
            name={curve.label}
            type="linear"
            dataKey={(point: (typeof data)[number]) => point.shares[position] ?? null}
            stroke={colorOf(position)}
            strokeWidth={2}
            strokeDasharray={dashOf(position)}
            dot={{ r: 3, fill: colorOf(position), strokeWidth: 0 }}
            isAnimationActive={false}
          >
            <LabelList content={(label) => <EndLabel {...label} last={lastIndexOf(curve.shares)} text={curve.label} color={colorOf(position)} />} />
          </Line>
        ))}
      </LineChart>
    </div>
  )
}

const colorOf = (position: number): string => `var(--chart-${(position % 6) + 1})`
/** Colour alone must not tell two cohorts apart. */
const dashOf = (position: number): string => ['none', '6 3', '2 3', '8 3 2 3', '12 3', '4 4'][position % 6] ?? 'none'
const lastIndexOf = (shares: readonly (number | null)[]): number => shares.findLastIndex((share) => share !== null)

interface EndLabelProps {
  readonly x?: number | string | undefined
  readonly y?: number | string | undefined
  readonly index?: number | undefined
  readonly last: number
  readonly text: string
  readonly color: string
}
const EndLabel = ({ x, y, index, last, text, color }: EndLabelProps) =>
  index === last ? (
    <text x={Number(x) + 8} y={Number(y)} dy="0.35em" fill={color} className={styles['endLabel']}>
      {text}
    </text>
  ) : null

/** Everything `npm run bench` measures, in the order in which it is printed. */
export const figureNames = [
  'import.xlsx',
  'import.csv',
  'search.p95',
  'list.open',
  'engagement.cold',
  'engagement.warm',
  'calls.list',
  'export.xlsx',
  'graph.3000',
  'graph.drag',
  'start.empty',
  'start.full',
  'longtask.max',
  'memory.renderer',
  'memory.main',
] as const
export type FigureName = (typeof figureNames)[number]

/** A figure beside the least that the same work costs, measured in the same run; null where there is no such least. */
export interface BenchFigure {
  readonly name: FigureName
  readonly value: number | null
  readonly unit: 'ms' | 'MB'
  readonly floor: number | null
  readonly ratio: number | null
}

/** `value` and `floor` in the unit of the figure; null: it cannot be known here (memory outside Linux). */
export const figure = (name: FigureName, value: number | null, floor: number | null): BenchFigure => ({
  name,
  value: rounded(value, 10),
  unit: name.startsWith('memory.') ? 'MB' : 'ms',
  floor: rounded(floor, 10),
  ratio: value === null || floor === null || floor === 0 ? null : rounded(value / floor, 100),
})

/** The middle one, so that one slow try among several does not count. */
export const medianOf = (values: readonly number[]): number => quantileOf(values, 0.5)

/** The value below which this share of the others lies (nearest rank). */
export const quantileOf = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

const rounded = (value: number | null, steps: number): number | null => (value === null ? null : Math.round(value * steps) / steps)

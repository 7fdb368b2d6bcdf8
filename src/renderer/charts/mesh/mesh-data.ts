/** What is drawn: people by their place, ties as columns. */
export interface MeshData {
  readonly names: readonly string[]
  readonly degree: Int32Array
  /** Colour and shape of each. */
  readonly groupOf: Uint8Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** How many of the ties, from the first, are drawn when nobody is looked at; the others only around her. */
  readonly backbone: number
  readonly strength: Float64Array
  /** Days since something passed between the two. */
  readonly idle: Int32Array
}

/** Lines that look alike, drawn together: the stronger the wider, the older the paler. */
export interface LineBatch {
  readonly width: number
  readonly opacity: number
  readonly edges: readonly number[]
}

/** Older than so many days, a tie is of the next paler kind. */
const ages = [92, 365, 730] as const
const opacities = [0.75, 0.5, 0.3, 0.16] as const
const strengths = [0.25, 1] as const
const widths = [0.7, 1.4, 2.6] as const

/** The ties in a dozen batches, palest first so that what is recent lies on top. */
export const lineBatches = ({ strength, idle }: Pick<MeshData, 'strength' | 'idle'>): readonly LineBatch[] => {
  const batches: { width: number; opacity: number; edges: number[] }[] = opacities
    .toReversed()
    .flatMap((opacity) => widths.map((width) => ({ width, opacity, edges: [] })))
  for (let edge = 0; edge < strength.length; edge += 1) {
    const age = kindOf(ages, idle[edge] ?? 0)
    const wide = kindOf(strengths, strength[edge] ?? 0)
    batches[(opacities.length - 1 - age) * widths.length + wide]?.edges.push(edge)
  }
  return batches.filter(({ edges }) => edges.length > 0)
}

const kindOf = (steps: readonly number[], value: number): number => {
  const found = steps.findIndex((step) => value < step)
  return found === -1 ? steps.length : found
}

/** A person and those within so many steps of her. */
export const around = ({ from, to, names }: Pick<MeshData, 'from' | 'to' | 'names'>, person: number, steps: number): ReadonlySet<number> => {
  const neighbours = Map.groupBy(
    [...from.keys()].flatMap((edge) => [
      [from[edge] ?? 0, to[edge] ?? 0],
      [to[edge] ?? 0, from[edge] ?? 0],
    ]),
    ([left]) => left,
  )
  let edge: readonly number[] = person < names.length ? [person] : []
  const found = new Set(edge)
  for (let step = 0; step < steps; step += 1) {
    edge = edge.flatMap((each) => (neighbours.get(each) ?? []).map(([, other]) => other ?? 0)).filter((other) => !found.has(other))
    for (const other of edge) found.add(other)
  }
  return found
}

/** Radius in pixels: the better tied, the larger, within reason; where many are drawn, small from afar and larger as one comes near. */
export const radiusOf = (degree: number, people: number, scale: number): number => {
  const full = 3.5 + Math.min(8, Math.sqrt(degree) * 0.9)
  return people <= 300 ? full : Math.min(full, Math.max(1.7 + Math.min(1.8, Math.sqrt(degree) * 0.22), full * scale))
}

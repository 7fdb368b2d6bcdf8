import iterate from 'graphology-layout-forceatlas2/iterate'
import type { ForceAtlasSettings } from 'graphology-layout-forceatlas2/iterate'

/** What a layout needs: where people begin, and pairs as columns with their strength. */
export interface LayoutInput {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly strength: Float64Array
}
export interface Places {
  readonly x: Float32Array
  readonly y: Float32Array
}
/** Moves people a few turns at a time; `places` are those of the last turn. */
export interface GraphLayout {
  readonly step: (turns: number) => void
  readonly places: () => Places
}

/**
 * ForceAtlas2 (Jacomy and others, 2014) by graphology's inner step, on columns: people who are tied draw near, the others keep apart. The same input always gives
 * the same places. People without a tie are not moved by it: they stand on rings around the others, where one sees them.
 */
export const createGraphLayout = ({ x, y, from, to, strength }: LayoutInput): GraphLayout => {
  const tied = new Uint8Array(x.length)
  for (const column of [from, to]) for (const node of column) tied[node] = 1
  const moved = [...x.keys()].filter((node) => tied[node] === 1)
  const alone = [...x.keys()].filter((node) => tied[node] === 0)
  const slot = new Int32Array(x.length)
  const nodes = new Float32Array(moved.length * nodeFields)
  const edges = new Float32Array(from.length * edgeFields)
  for (const [index, node] of moved.entries()) {
    slot[node] = index * nodeFields
    nodes.set([x[node] ?? 0, y[node] ?? 0, 0, 0, 0, 0, 1, 1, 1, 0], index * nodeFields)
  }
  for (let edge = 0; edge < from.length; edge += 1) {
    const [left, right] = [slot[from[edge] ?? 0] ?? 0, slot[to[edge] ?? 0] ?? 0]
    // A tie of nine is no nine times shorter than a tie of one.
    const weight = Math.min(2, Math.sqrt(strength[edge] ?? 0) + 0.2)
    edges.set([left, right, weight], edge * edgeFields)
    nodes[left + massField] = (nodes[left + massField] ?? 0) + weight
    nodes[right + massField] = (nodes[right + massField] ?? 0) + weight
  }
  const settings: ForceAtlasSettings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.05,
    slowDown: 1 + Math.log(moved.length + 1),
    barnesHutOptimize: moved.length > 500,
    barnesHutTheta: 0.6,
  }
  return {
    step: (turns) => {
      if (moved.length > 1) for (let turn = 0; turn < turns; turn += 1) iterate(settings, nodes, edges)
    },
    places: () => {
      const places = { x: new Float32Array(x.length), y: new Float32Array(x.length) }
      let [radius, centreX, centreY] = [0, 0, 0]
      for (const [index, node] of moved.entries()) {
        places.x[node] = nodes[index * nodeFields] ?? 0
        places.y[node] = nodes[index * nodeFields + 1] ?? 0
        centreX += (places.x[node] ?? 0) / moved.length
        centreY += (places.y[node] ?? 0) / moved.length
      }
      for (const node of moved) radius = Math.max(radius, Math.hypot((places.x[node] ?? 0) - centreX, (places.y[node] ?? 0) - centreY))
      ringAround(places, alone, { centreX, centreY, radius })
      return places
    },
  }
}

/** People one beside the other on rings, the nearest just outside the others. */
const ringAround = (
  places: Places,
  alone: readonly number[],
  { centreX, centreY, radius }: { readonly centreX: number; readonly centreY: number; readonly radius: number },
): void => {
  const spacing = Math.max(10, radius / 24)
  let placed = 0
  for (let ring = radius + 1.5 * spacing; placed < alone.length; ring += spacing) {
    const onRing = Math.min(alone.length - placed, Math.max(1, Math.floor((2 * Math.PI * ring) / spacing)))
    for (let index = 0; index < onRing; index += 1) {
      const node = alone[placed + index] ?? 0
      const angle = (2 * Math.PI * index) / onRing - Math.PI / 2
      places.x[node] = centreX + ring * Math.cos(angle)
      places.y[node] = centreY + ring * Math.sin(angle)
    }
    placed += onRing
  }
}

/** How many turns until a mesh of that size is at rest, or nearly so. */
export const turnsToSettle = (people: number): number => (people <= 500 ? 400 : people <= 1_500 ? 240 : 160)

// The columns of the library: x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed; source, target, weight.
const nodeFields = 10
const edgeFields = 3
const massField = 6

/** A graph of pairs as columns: the neighbours of node `i` are at `offsets[i]` to `offsets[i + 1]` of `neighbours`. */
export interface PairGraph {
  readonly size: number
  readonly offsets: Int32Array
  readonly neighbours: Int32Array
}

/** A graph of pairs from its edges, each given once, as two columns of nodes. */
export const pairGraph = (size: number, from: ArrayLike<number>, to: ArrayLike<number>): PairGraph => {
  const offsets = new Int32Array(size + 1)
  for (let edge = 0; edge < from.length; edge += 1)
    for (const node of [from[edge] ?? 0, to[edge] ?? 0]) offsets[node + 1] = (offsets[node + 1] ?? 0) + 1
  for (let node = 0; node < size; node += 1) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0)
  const next = offsets.slice()
  const neighbours = new Int32Array(offsets[size] ?? 0)
  const put = (node: number, neighbour: number): void => {
    const at = next[node] ?? 0
    next[node] = at + 1
    neighbours[at] = neighbour
  }
  for (let edge = 0; edge < from.length; edge += 1) {
    put(from[edge] ?? 0, to[edge] ?? 0)
    put(to[edge] ?? 0, from[edge] ?? 0)
  }
  return { size, offsets, neighbours }
}

/** Steps that a page can wait for: beyond, paths are counted from some of the people only. */
const mostSteps = 15_000_000

/**
 * By node, the share (0–1) of shortest paths between two others that pass through it; 0 everywhere below three nodes.
 * Formula: U. Brandes, « A faster algorithm for betweenness centrality », 2001, every tie being one step. Large graphs are counted from evenly spread starting nodes
 * only (U. Brandes & C. Pich, « Centrality estimation in large networks », 2007): an estimate, the same at every run.
 */
export const betweennessOf = (graph: PairGraph, most = mostSteps): Float64Array => {
  const { size, offsets, neighbours } = graph
  const sums = new Float64Array(size)
  if (size < 3) return sums
  const starts = Math.max(1, Math.min(size, Math.floor(most / (size + neighbours.length))))
  const paths = new Float64Array(size)
  const distance = new Int32Array(size)
  const share = new Float64Array(size)
  const queue = new Int32Array(size)
  for (let turn = 0; turn < starts; turn += 1) {
    const start = Math.floor((turn * size) / starts)
    paths.fill(0)
    distance.fill(-1)
    share.fill(0)
    paths[start] = 1
    distance[start] = 0
    queue[0] = start
    let reached = 1
    for (let done = 0; done < reached; done += 1) {
      const node = queue[done] ?? 0
      for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1) {
        const to = neighbours[at] ?? 0
        if (distance[to] === -1) {
          distance[to] = (distance[node] ?? 0) + 1
          queue[reached] = to
          reached += 1
        }
        if (distance[to] === (distance[node] ?? 0) + 1) paths[to] = (paths[to] ?? 0) + (paths[node] ?? 0)
      }
    }
    for (let done = reached - 1; done > 0; done -= 1) {
      const node = queue[done] ?? 0
      for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1) {
        const before = neighbours[at] ?? 0
        if (distance[before] === (distance[node] ?? 0) - 1)
          share[before] = (share[before] ?? 0) + ((paths[before] ?? 0) / (paths[node] ?? 1)) * (1 + (share[node] ?? 0))
      }
      sums[node] = (sums[node] ?? 0) + (share[node] ?? 0)
    }
  }
  const scale = size / starts / ((size - 1) * (size - 2))
  return sums.map((sum) => sum * scale)
}

/**
 * Ties there are, over those there could be (0–1); null below two people. It falls by itself as people come, since nobody can know everybody: never compared between
 * groups of different sizes.
 */
export const densityOf = (people: number, ties: number): number | null => (people < 2 ? null : ties / ((people * (people - 1)) / 2))

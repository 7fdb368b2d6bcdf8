declare module 'graphology-layout-forceatlas2/iterate' {
  /** The library's settings, all of them: its inner step knows no defaults. */
  export interface ForceAtlasSettings {
    readonly linLogMode: boolean
    readonly outboundAttractionDistribution: boolean
    readonly adjustSizes: boolean
    readonly edgeWeightInfluence: number
    readonly scalingRatio: number
    readonly strongGravityMode: boolean
    readonly gravity: number
    readonly slowDown: number
    readonly barnesHutOptimize: boolean
    readonly barnesHutTheta: number
  }
  /** One turn of the layout, written into the matrix of nodes. */
  const iterate: (settings: ForceAtlasSettings, nodes: Float32Array, edges: Float32Array) => unknown
  export default iterate
}

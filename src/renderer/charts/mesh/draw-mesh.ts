import { toScreen, type Camera, type MeshPlaces, type Point, type Size } from './camera.ts'
import { drawNames } from './draw-names.ts'
import { radiusOf, type LineBatch, type MeshData } from './mesh-data.ts'

/** Colours of the theme in sight. */
export interface MeshColours {
  readonly groups: readonly string[]
  readonly line: string
  readonly ink: string
  readonly halo: string
  readonly accent: string
}

/** One picture of the mesh. */
export interface MeshScene {
  readonly data: MeshData
  readonly batches: readonly LineBatch[]
  readonly places: MeshPlaces
  readonly camera: Camera
  readonly size: Size
  readonly colours: MeshColours
  /** Whom one looks at; the others are faint. null: everybody. */
  readonly lit: ReadonlySet<number> | null
  readonly chosen: number | null
  /** Left out of the picture, with her ties: she is being dragged and is drawn on top. */
  readonly without?: number
}

/** Lines of one stroke: a browser strokes many short paths faster than one of thousands of lines. */
const linesPerStroke = 250

/** Draws the whole mesh: lines, people, then the names there is room for. */
export const drawMesh = (context: CanvasRenderingContext2D, scene: MeshScene): void => {
  const { size, batches, lit } = scene
  context.clearRect(0, 0, size.width, size.height)
  context.lineCap = 'butt'
  const points = screenPoints(scene)
  for (const batch of batches) strokeBatch(context, scene, points, batch)
  context.globalAlpha = 1
  for (const isLit of lit === null ? [true] : [false, true])
    for (let person = 0; person < scene.data.names.length; person += 1)
      if (person !== scene.without && (lit === null || lit.has(person) === isLit)) drawPerson(context, scene, points, person)
  drawNames(context, scene, points)
}

/** Draws one person, her ties and her name over a picture made `without` her. */
export const drawDragged = (context: CanvasRenderingContext2D, scene: MeshScene, person: number): void => {
  const points = { x: new Float32Array(0), y: new Float32Array(0) }
  const pointOf = (index: number): Point => toScreen(scene.camera, scene.size, { x: scene.places.x[index] ?? 0, y: scene.places.y[index] ?? 0 })
  const here = pointOf(person)
  context.strokeStyle = scene.colours.line
  for (const { width, opacity, edges } of scene.batches) {
    context.globalAlpha = opacity
    context.lineWidth = width
    context.beginPath()
    for (const edge of edges) {
      const [from, to] = [scene.data.from[edge] ?? 0, scene.data.to[edge] ?? 0]
      if (from !== person && to !== person) continue
      const there = pointOf(from === person ? to : from)
      context.moveTo(here.x, here.y)
      context.lineTo(there.x, there.y)
    }
    context.stroke()
  }
  context.globalAlpha = 1
  drawShape(context, scene, here, person)
  drawNames(context, { ...scene, chosen: person }, points, { only: person, at: here })
}

const screenPoints = ({ places, camera, size }: MeshScene): MeshPlaces => {
  const count = places.x.length
  const points = { x: new Float32Array(count), y: new Float32Array(count) }
  for (let index = 0; index < count; index += 1) {
    points.x[index] = ((places.x[index] ?? 0) - camera.x) * camera.scale + size.width / 2
    points.y[index] = ((places.y[index] ?? 0) - camera.y) * camera.scale + size.height / 2
  }
  return points
}

const strokeBatch = (context: CanvasRenderingContext2D, scene: MeshScene, points: MeshPlaces, { width, opacity, edges }: LineBatch): void => {
  const { lit, without, data, colours, size, chosen } = scene
  context.strokeStyle = colours.line
  context.lineWidth = width
  // Thousands of lines at once would be a blot.
  const crowd = data.backbone > 3_000 && lit === null ? 0.6 : 1
  for (const isLit of lit === null ? [true] : [false, true]) {
    context.globalAlpha = isLit ? opacity * crowd : 0.04
    let inPath = 0
    context.beginPath()
    for (const edge of edges) {
      const [from, to] = [data.from[edge] ?? 0, data.to[edge] ?? 0]
      if (edge >= data.backbone && from !== chosen && to !== chosen) continue
      if (from === without || to === without) continue
      if (lit !== null && (lit.has(from) && lit.has(to)) !== isLit) continue
      const [x1, y1, x2, y2] = [points.x[from] ?? 0, points.y[from] ?? 0, points.x[to] ?? 0, points.y[to] ?? 0]
      if ((x1 < 0 && x2 < 0) || (y1 < 0 && y2 < 0) || (x1 > size.width && x2 > size.width) || (y1 > size.height && y2 > size.height)) continue
      context.moveTo(x1, y1)
      context.lineTo(x2, y2)
      inPath += 1
      if (inPath === linesPerStroke) {
        context.stroke()
        context.beginPath()
        inPath = 0
      }
    }
    if (inPath > 0) context.stroke()
  }
}

const drawPerson = (context: CanvasRenderingContext2D, scene: MeshScene, points: MeshPlaces, person: number): void => {
  const at = { x: points.x[person] ?? 0, y: points.y[person] ?? 0 }
  if (at.x < -20 || at.y < -20 || at.x > scene.size.width + 20 || at.y > scene.size.height + 20) return
  context.globalAlpha = scene.lit === null || scene.lit.has(person) ? 1 : 0.12
  drawShape(context, scene, at, person)
  context.globalAlpha = 1
}

const drawShape = (context: CanvasRenderingContext2D, { data, colours, chosen, camera }: MeshScene, at: Point, person: number): void => {
  const group = data.groupOf[person] ?? 0
  const radius = radiusOf(data.degree[person] ?? 0, data.names.length, camera.scale)
  context.beginPath()
  traceShape(context, group, at, radius)
  context.fillStyle = colours.groups[group % colours.groups.length] ?? colours.line
  context.fill()
  context.strokeStyle = person === chosen ? colours.ink : colours.halo
  context.lineWidth = person === chosen ? 2.5 : radius < 3.5 ? 0.5 : 1
  context.stroke()
}

/** A shape for each group, so that colour is never alone to say it. */
export const traceShape = (context: CanvasRenderingContext2D, group: number, { x, y }: Point, radius: number): void => {
  const corners = cornersByGroup[group % cornersByGroup.length]
  if (corners === undefined || corners === null) {
    context.arc(x, y, radius, 0, 2 * Math.PI)
    return
  }
  const { count, turn, grow } = corners
  for (let corner = 0; corner < count; corner += 1) {
    const angle = turn + (2 * Math.PI * corner) / count
    const [px, py] = [x + radius * grow * Math.cos(angle), y + radius * grow * Math.sin(angle)]
    if (corner === 0) context.moveTo(px, py)
    else context.lineTo(px, py)
  }
  context.closePath()
}

/** Round, square, triangle, lozenge, hexagon, triangle upside down, pentagon. */
const cornersByGroup = [
  null,
  { count: 4, turn: Math.PI / 4, grow: 1.25 },
  { count: 3, turn: -Math.PI / 2, grow: 1.4 },
  { count: 4, turn: 0, grow: 1.35 },
  { count: 6, turn: 0, grow: 1.15 },
  { count: 3, turn: Math.PI / 2, grow: 1.4 },
  { count: 5, turn: -Math.PI / 2, grow: 1.2 },
] as const

import { fitCamera, panBy, toScreen, toWorld, zoomAt, type Camera, type MeshPlaces, type Point, type Size } from './camera.ts'
import { drawDragged, drawMesh, type MeshColours, type MeshScene } from './draw-mesh.ts'
import { around, lineBatches, radiusOf, type LineBatch, type MeshData } from './mesh-data.ts'

/** Whom one looks at, and how far around. */
export interface MeshFocus {
  readonly person: number
  readonly steps: 1 | 2
}

/** Keeps what is in sight on a canvas: camera, places, who is dragged; draws at most once a frame. */
export interface MeshPainter {
  readonly setPlaces: (places: MeshPlaces) => void
  readonly setFocus: (focus: MeshFocus | null) => void
  readonly resize: () => void
  readonly redraw: () => void
  readonly fit: () => void
  readonly zoom: (factor: number, at?: Point) => void
  readonly pan: (dx: number, dy: number) => void
  /** Who is drawn at a point of the canvas; null: nobody. */
  readonly personAt: (at: Point) => number | null
  readonly grab: (person: number) => void
  readonly dragTo: (at: Point) => void
  readonly letGo: () => void
  readonly stop: () => void
}

export const createMeshPainter = (canvas: HTMLCanvasElement, data: MeshData): MeshPainter => {
  const context = canvas.getContext('2d')
  const still = document.createElement('canvas')
  const batches: readonly LineBatch[] = lineBatches(data)
  /** Where the user put people: the layout does not move them any more. */
  const held = new Map<number, Point>()
  let places: MeshPlaces = { x: new Float32Array(data.names.length), y: new Float32Array(data.names.length) }
  let size: Size = { width: 1, height: 1 }
  let camera: Camera = { x: 0, y: 0, scale: 1 }
  let isCameraChosen = false
  let focus: MeshFocus | null = null
  let lit: ReadonlySet<number> | null = null
  let dragged: number | null = null
  let isStillReady = false
  let frame = 0

  const sceneOf = (): MeshScene => ({ data, batches, places, camera, size, colours: coloursOf(canvas), lit, chosen: focus?.person ?? null })
  const prepare = (target: HTMLCanvasElement): CanvasRenderingContext2D | null => {
    const ratio = window.devicePixelRatio || 1
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)]
    if (target.width !== width) target.width = width
    if (target.height !== height) target.height = height
    const ready = target.getContext('2d')
    ready?.setTransform(ratio, 0, 0, ratio, 0, 0)
    return ready
  }
  const draw = (): void => {
    frame = 0
    const on = prepare(canvas)
    if (on === null) return
    const scene = sceneOf()
    if (dragged === null) return drawMesh(on, scene)
    // What does not move is drawn once and kept as a picture.
    if (!isStillReady) {
      const under = prepare(still)
      if (under !== null) drawMesh(under, { ...scene, without: dragged })
      isStillReady = true
    }
    on.clearRect(0, 0, size.width, size.height)
    on.drawImage(still, 0, 0, size.width, size.height)
    drawDragged(on, scene, dragged)
  }
  const ask = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const look = (next: Camera): void => {
    camera = next
    isCameraChosen = true
    ask()
  }
  const fit = (): void => {
    camera = fitCamera(places, size, lit)
    ask()
  }

  return {
    setPlaces: ({ x, y }) => {
      places = { x: x.slice(), y: y.slice() }
      for (const [person, at] of held) put(places, person, at)
      if (!isCameraChosen && dragged === null) fit()
      isStillReady = false
      ask()
    },
    setFocus: (next) => {
      focus = next
      lit = next === null ? null : around(data, next.person, next.steps)
      isCameraChosen = false
      fit()
    },
    resize: () => {
      size = { width: Math.max(1, canvas.clientWidth), height: Math.max(1, canvas.clientHeight) }
      if (!isCameraChosen) fit()
      isStillReady = false
      ask()
    },
    redraw: ask,
    fit: () => {
      isCameraChosen = false
      fit()
    },
    zoom: (factor, at = { x: size.width / 2, y: size.height / 2 }) => look(zoomAt(camera, size, at, factor)),
    pan: (dx, dy) => look(panBy(camera, dx, dy)),
    personAt: (at) => {
      let [best, nearest] = [null as number | null, Infinity]
      for (let person = 0; person < data.names.length; person += 1) {
        if (lit !== null && !lit.has(person)) continue
        const there = toScreen(camera, size, { x: places.x[person] ?? 0, y: places.y[person] ?? 0 })
        const distance = Math.hypot(there.x - at.x, there.y - at.y)
        if (distance < radiusOf(data.degree[person] ?? 0, data.names.length, camera.scale) + 4 && distance < nearest)
          [best, nearest] = [person, distance]
      }
      return best
    },
    grab: (person) => {
      dragged = person
      isStillReady = false
      isCameraChosen = true
      ask()
    },
    dragTo: (at) => {
      if (dragged === null) return
      const there = toWorld(camera, size, at)
      held.set(dragged, there)
      put(places, dragged, there)
      ask()
    },
    letGo: () => {
      dragged = null
      ask()
    },
    stop: () => {
      if (frame !== 0) cancelAnimationFrame(frame)
      context?.reset()
    },
  }
}

const put = ({ x, y }: MeshPlaces, person: number, at: Point): void => {
  x[person] = at.x
  y[person] = at.y
}

/** The theme's own colours, read where they are: charts never name one. */
const coloursOf = (element: Element): MeshColours => {
  const style = getComputedStyle(element)
  const colour = (name: string): string => style.getPropertyValue(name).trim()
  return {
    groups: [1, 2, 3, 4, 5, 6, 7].map((number) => colour(`--chart-${number}`)),
    line: colour('--chart-label'),
    ink: colour('--ink'),
    halo: colour('--surface-sunken'),
    accent: colour('--accent'),
  }
}

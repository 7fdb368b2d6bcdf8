/** How the world of the layout is seen: a point `x` of it is drawn at `(x - camera.x) * scale + width / 2`. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly scale: number
}
export interface Size {
  readonly width: number
  readonly height: number
}
export interface Point {
  readonly x: number
  readonly y: number
}
/** Where people are in the world, by their place. */
export interface MeshPlaces {
  readonly x: Float32Array
  readonly y: Float32Array
}

const margin = 34
const [smallest, largest] = [0.005, 12]

/** Shows all these people with a margin; those of `only` when given. */
export const fitCamera = ({ x, y }: MeshPlaces, { width, height }: Size, only: ReadonlySet<number> | null = null): Camera => {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let index = 0; index < x.length; index += 1) {
    if (only !== null && !only.has(index)) continue
    left = Math.min(left, x[index] ?? 0)
    right = Math.max(right, x[index] ?? 0)
    top = Math.min(top, y[index] ?? 0)
    bottom = Math.max(bottom, y[index] ?? 0)
  }
  if (left > right) return { x: 0, y: 0, scale: 1 }
  const scale = Math.min((width - 2 * margin) / Math.max(right - left, 60), (height - 2 * margin) / Math.max(bottom - top, 60))
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: clamp(Math.min(scale, 4)) }
}

export const toScreen = (camera: Camera, { width, height }: Size, { x, y }: Point): Point => ({
  x: (x - camera.x) * camera.scale + width / 2,
  y: (y - camera.y) * camera.scale + height / 2,
})
export const toWorld = (camera: Camera, { width, height }: Size, { x, y }: Point): Point => ({
  x: (x - width / 2) / camera.scale + camera.x,
  y: (y - height / 2) / camera.scale + camera.y,
})

/** Nearer or farther, the point of the screen staying where it is. */
export const zoomAt = (camera: Camera, size: Size, at: Point, factor: number): Camera => {
  const scale = clamp(camera.scale * factor)
  const fixed = toWorld(camera, size, at)
  return { scale, x: fixed.x - (at.x - size.width / 2) / scale, y: fixed.y - (at.y - size.height / 2) / scale }
}

/** Moved by so many pixels of the screen. */
export const panBy = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x - dx / camera.scale,
  y: camera.y - dy / camera.scale,
})

const clamp = (scale: number): number => Math.min(largest, Math.max(smallest, scale))

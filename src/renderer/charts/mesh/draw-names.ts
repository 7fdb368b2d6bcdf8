import type { MeshPlaces, Point } from './camera.ts'
import type { MeshScene } from './draw-mesh.ts'
import { radiusOf } from './mesh-data.ts'

/** More names than this nobody reads. */
const mostNames = 50
/** How many are tried before the rest is left: those with the most ties come first. */
const mostTried = 500
const lineHeight = 15
const widths = new Map<string, number>()

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Writes names where there is room: whoever is chosen first, then whoever is best tied, none over another. `only`: that one, at a place of her own. */
export const drawNames = (
  context: CanvasRenderingContext2D,
  scene: MeshScene,
  points: MeshPlaces,
  one: { readonly only: number; readonly at: Point } | null = null,
): void => {
  const { data, size, colours, lit, chosen } = scene
  context.font = '12px "Inter Variable", system-ui, sans-serif'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.globalAlpha = 1
  const taken: Box[] = []
  let written = 0
  for (const person of one === null ? inOrder(scene) : [one.only]) {
    if (written === mostNames) break
    const at = one?.at ?? { x: points.x[person] ?? 0, y: points.y[person] ?? 0 }
    if (person === scene.without || at.x < 0 || at.y < 0 || at.x > size.width || at.y > size.height) continue
    const name = data.names[person] ?? ''
    const width = widthOf(context, name)
    const radius = radiusOf(data.degree[person] ?? 0, data.names.length, scene.camera.scale)
    const left = at.x + radius + 4 + width > size.width ? at.x - radius - 4 - width : at.x + radius + 4
    const box: Box = { left: left - 3, right: left + width + 3, top: at.y - lineHeight / 2, bottom: at.y + lineHeight / 2 }
    if (person !== chosen && taken.some((other) => meets(other, box))) continue
    taken.push(box)
    written += 1
    context.strokeStyle = colours.halo
    context.strokeText(name, left, at.y)
    context.fillStyle = lit !== null && !lit.has(person) ? colours.line : colours.ink
    context.fillText(name, left, at.y)
  }
}

const inOrder = ({ data, lit, chosen }: MeshScene): readonly number[] => {
  const people = lit === null ? [...data.names.keys()] : [...lit]
  people.sort(
    (left, right) => Number(right === chosen) - Number(left === chosen) || (data.degree[right] ?? 0) - (data.degree[left] ?? 0) || left - right,
  )
  return people.slice(0, mostTried)
}

const widthOf = (context: CanvasRenderingContext2D, name: string): number => {
  const known = widths.get(name)
  if (known !== undefined) return known
  const width = context.measureText(name).width
  widths.set(name, width)
  return width
}

const meets = (left: Box, right: Box): boolean =>
  left.left < right.right && right.left < left.right && left.top < right.bottom && right.top < left.bottom

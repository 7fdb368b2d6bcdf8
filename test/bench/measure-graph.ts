import type { Page } from '@playwright/test'
import { installProbe } from './probe.ts'

export interface MeasuredGraph {
  /** From asking for « Maillage » to everybody drawn, in milliseconds. */
  readonly drawn: number
  /** The longest frame while somebody is dragged across the drawing. */
  readonly longestFrame: number
  /** The same circles and lines drawn once, and nothing else. */
  readonly floor: number
  readonly people: number
  readonly lines: number
}

/** How many lines the drawing of so many people has at first: three a person. */
const linesOf = (people: number): number => 3 * people

/** Opens « Maillage » in a window just loaded, waits until the drawing is at rest, then drags somebody across it. */
export const measureGraph = async (page: Page, people: number): Promise<MeasuredGraph> => {
  await page.evaluate(() => {
    window.location.hash = '#/communities'
  })
  await page.getByRole('link', { name: 'Maillage', exact: true }).waitFor()
  await installProbe(page)
  const drawn = await page.evaluate(openMesh)
  const canvas = page.locator('canvas[data-state=settled]')
  await canvas.waitFor({ timeout: 240_000 })
  await canvas.scrollIntoViewIfNeeded()
  const at = await page.evaluate(findSomebody)
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  const watching = page.evaluate(watchFrames)
  for (let step = 1; step <= 60; step += 1) await page.mouse.move(at.x + step * 3, at.y + Math.sin(step / 6) * 40)
  await page.evaluate(() => {
    window.stopFrames = true
  })
  const longestFrame = await watching
  await page.mouse.up()
  const lines = linesOf(people)
  return { drawn, longestFrame, floor: await page.evaluate(drawOnce, { people, lines }), people, lines }
}

declare global {
  interface Window {
    stopFrames?: boolean
  }
}

// These run in the page.
const openMesh = async (): Promise<number> => {
  const { probe } = window
  const asked = await probe.click('nav a', /^Maillage$/)
  return (await probe.painted(() => document.querySelector('canvas[data-state=settling], canvas[data-state=settled]') !== null)) - asked
}

const findSomebody = (): { readonly x: number; readonly y: number } => {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-state=settled]')
  if (canvas === null) throw new Error('no drawing')
  const { left, top, width, height } = canvas.getBoundingClientRect()
  for (let y = height / 2; y < height; y += 4)
    for (let x = width / 2; x < width - 200; x += 4) {
      canvas.dispatchEvent(new PointerEvent('pointermove', { clientX: left + x, clientY: top + y, bubbles: true }))
      if (canvas.style.cursor === 'pointer') return { x: left + x, y: top + y }
    }
  throw new Error('nobody under the mouse')
}

const watchFrames = async (): Promise<number> => {
  delete window.stopFrames
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  let [longest, before] = [0, await frame()]
  while (window.stopFrames !== true) {
    const now = await frame()
    longest = Math.max(longest, now - before)
    before = now
  }
  return longest
}

const drawOnce = async ({ people, lines }: { readonly people: number; readonly lines: number }): Promise<number> => {
  const canvas = document.createElement('canvas')
  canvas.width = 1000
  canvas.height = 560
  canvas.style.cssText = 'position:fixed;inset:0;z-index:9999'
  document.body.append(canvas)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  const xOf = (index: number): number => (index * 7919) % 1000
  const yOf = (index: number): number => (index * 104_729) % 560
  const start = performance.now()
  for (let line = 0; line < lines; line += 1) {
    context.beginPath()
    context.moveTo(xOf(line), yOf(line))
    context.lineTo(xOf(line * 31 + 7), yOf(line * 31 + 7))
    context.stroke()
  }
  for (let person = 0; person < people; person += 1) {
    context.beginPath()
    context.arc(xOf(person), yOf(person), 4, 0, 2 * Math.PI)
    context.fill()
  }
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve())
      port1.start()
      port2.postMessage(null)
    })
  })
  const spent = performance.now() - start
  canvas.remove()
  return spent
}

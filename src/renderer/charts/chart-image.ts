import { domToBlob } from 'modern-screenshot'

/**
 * Turns a chart as it is drawn into a PNG, twice as fine as the screen, on the page's own background.
 * @returns the bytes of the file
 */
export const chartToPng = async (node: HTMLElement): Promise<Uint8Array> => {
  const background = getComputedStyle(document.body).backgroundColor
  const blob = await domToBlob(node, { scale: 2, backgroundColor: background, type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}

/** The longest side of a kept photo, in pixels. */
export const photoSide = 256
/** Characters of a data URL of 30 KB: base64 takes four for three bytes. */
export const photoLength = 40_000

/** The size at which a picture is kept: never larger than it is, its longest side at most `photoSide`. */
export const keptSize = (width: number, height: number): readonly [width: number, height: number] => {
  const ratio = Math.min(1, photoSide / Math.max(width, height))
  return [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))]
}

/** A picture as a small data URL, WebP; null when it is no picture or stays too heavy. */
export const shrinkPhoto = async (file: Blob): Promise<string | null> => {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (bitmap === null) return null
  const canvas = document.createElement('canvas')
  const [width, height] = keptSize(bitmap.width, bitmap.height)
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  for (const quality of [0.85, 0.7, 0.5, 0.3]) {
    const url = canvas.toDataURL('image/webp', quality)
    if (url.length <= photoLength) return url
  }
  return null
}

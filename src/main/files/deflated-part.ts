import { crc32, createDeflateRaw, constants } from 'node:zlib'

/** A part of a zip as it goes into the file. Sizes in bytes. */
export interface ZipPart {
  readonly name: string
  /** Of the bytes before compression. */
  readonly crc: number
  readonly size: number
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8
  readonly chunks: readonly Uint8Array[]
}

/** A part of a zip, compressed by the system's zlib on its own thread while the next text is being written. */
export interface DeflatedPart {
  readonly add: (text: string) => void
  readonly finish: () => Promise<ZipPart>
}

export const makeDeflatedPart = (name: string): DeflatedPart => {
  const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED + 3, memLevel: 9 })
  const chunks: Uint8Array[] = []
  let crc = 0
  let size = 0
  deflate.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  return {
    add: (text) => {
      const bytes = Buffer.from(text, 'utf8')
      crc = crc32(bytes, crc)
      size += bytes.length
      deflate.write(bytes)
    },
    finish: () =>
      new Promise((resolve, reject) => {
        deflate.on('error', reject)
        deflate.on('end', () => resolve({ name, crc, size, method: 8, chunks }))
        deflate.end()
      }),
  }
}

/** A part made of one text. */
export const textPart = (name: string, text: string): DeflatedPart => {
  const part = makeDeflatedPart(name)
  part.add(text)
  return part
}

/** A part that is not compressed: what a file says of itself must be readable in its first bytes (the `mimetype` of OpenDocument). */
export const storedPart = (name: string, text: string): Pick<DeflatedPart, 'finish'> => ({
  finish: async () => {
    const bytes = Buffer.from(text, 'utf8')
    return { name, crc: crc32(bytes), size: bytes.length, method: 0, chunks: [bytes] }
  },
})

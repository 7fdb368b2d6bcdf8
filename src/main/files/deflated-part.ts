import { crc32, createDeflateRaw, constants } from 'node:zlib'
import type { ZipInputFile } from 'fflate'

/** A part of a zip, compressed by the system's zlib on its own thread while the next text is being written. */
export interface DeflatedPart {
  readonly add: (text: string) => void
  /** The part as fflate's `Zip` takes it. */
  readonly finish: () => Promise<{ readonly file: ZipInputFile; readonly chunks: readonly Uint8Array<ArrayBuffer>[] }>
}

export const makeDeflatedPart = (filename: string): DeflatedPart => {
  const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED + 3, memLevel: 9 })
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let crc = 0
  let size = 0
  deflate.on('data', (chunk: Uint8Array) => chunks.push(new Uint8Array(chunk)))
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
        deflate.on('end', () => resolve({ file: { filename, crc, size, compression: 8, ondata: () => undefined } as ZipInputFile, chunks }))
        deflate.end()
      }),
  }
}

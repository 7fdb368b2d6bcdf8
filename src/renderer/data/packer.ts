import { gzipBytes } from '#data/gzip'

/** Gzips texts, beside whoever asks where there are threads. */
export interface Packer {
  readonly pack: (text: string) => Promise<Uint8Array>
  /** Ends the thread; what was not yet answered never will be. */
  readonly close: () => void
}

export interface GzipRequest {
  readonly request: number
  /** UTF-8, handed over. */
  readonly bytes: Uint8Array<ArrayBuffer>
}
export interface GzipAnswer {
  readonly request: number
  /** null: it could not. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
}

/** Packs in the thread of the caller. */
export const packHere: Packer = { pack: gzipBytes, close: () => undefined }

/** Packs in another thread, which is asked for now: see `gzip-thread.ts`. Where none can be had the caller's own does it: no change fails for want of help. */
export const openPacker = (openThread: () => Promise<MessagePort>): Packer => {
  const asked = new Map<number, (bytes: Uint8Array | null) => void>()
  let last = 0
  const listen = (port: MessagePort): MessagePort => {
    port.addEventListener('message', ({ data: { request, bytes } }: MessageEvent<GzipAnswer>) => {
      asked.get(request)?.(bytes)
      asked.delete(request)
    })
    port.start()
    return port
  }
  const thread = openThread().then(listen, () => null)
  return {
    pack: async (text) => {
      const port = await thread
      const packed =
        port === null
          ? null
          : await new Promise<Uint8Array | null>((answer) => {
              last += 1
              asked.set(last, answer)
              const bytes = new TextEncoder().encode(text)
              port.postMessage({ request: last, bytes } satisfies GzipRequest, [bytes.buffer])
            })
      return packed ?? gzipBytes(text)
    },
    close: () => {
      void thread.then((port) => {
        port?.postMessage(null)
        port?.close()
      })
    },
  }
}

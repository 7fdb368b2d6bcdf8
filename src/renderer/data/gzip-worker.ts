import { gzipUtf8 } from '#data/gzip'
import type { GzipAnswer, GzipRequest } from '#data/packer'

// A thread that only packs what a bulk change writes, for the data thread, which speaks to it through a port of its own. `null` ends it.
const answer = async (port: MessagePort, { request, bytes }: GzipRequest): Promise<void> => {
  const packed = await gzipUtf8(bytes).catch(() => null)
  port.postMessage({ request, bytes: packed } satisfies GzipAnswer, packed === null ? [] : [packed.buffer])
}
addEventListener('message', ({ data: port }: MessageEvent<MessagePort>) => {
  port.addEventListener('message', ({ data }: MessageEvent<GzipRequest | null>) => {
    if (data === null) close()
    else void answer(port, data)
  })
  port.start()
})
postMessage('ready')

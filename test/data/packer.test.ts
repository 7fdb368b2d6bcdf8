import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { gunzipBytes } from '#data/gzip'
import { openPacker, type GzipAnswer, type GzipRequest } from '#data/packer'

const ports: MessagePort[] = []
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

/** The other end of a packing thread, which answers as it is told to. */
const threadOf = (answer: (text: string) => Uint8Array<ArrayBuffer> | null): (() => Promise<MessagePort>) => {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  port1.addEventListener('message', ({ data }: MessageEvent<GzipRequest | null>) => {
    if (data !== null) port1.postMessage({ request: data.request, bytes: answer(new TextDecoder().decode(data.bytes)) } satisfies GzipAnswer)
  })
  port1.start()
  return async () => port2
}
const text = 'Élève de l’école du quartier. '.repeat(2_000)

describe('un grand changement s’emballe', () => {
  test('dans un autre fil, plusieurs morceaux à la fois', async () => {
    const seen: string[] = []
    const packer = openPacker(
      threadOf((asked) => {
        seen.push(asked)
        return new Uint8Array(gzipSync(asked))
      }),
    )
    const packed = await Promise.all([packer.pack(text), packer.pack('deux'), packer.pack('trois')])
    expect(await Promise.all(packed.map(gunzipBytes))).toEqual([text, 'deux', 'trois'])
    expect(seen).toEqual([text, 'deux', 'trois'])
    packer.close()
  })

  test('ici même quand aucun fil ne s’ouvre', async () => {
    const packer = openPacker(async () => {
      throw new Error('no thread')
    })
    expect(await gunzipBytes(await packer.pack(text))).toBe(text)
    packer.close()
  })

  test('ici même pour le morceau que l’autre fil n’a pas su faire', async () => {
    const packer = openPacker(threadOf((asked) => (asked === 'deux' ? null : new Uint8Array(gzipSync(asked)))))
    const packed = await Promise.all([packer.pack(text), packer.pack('deux')])
    expect(await Promise.all(packed.map(gunzipBytes))).toEqual([text, 'deux'])
    packer.close()
  })
})

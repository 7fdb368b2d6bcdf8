/** Gzip by the browser's own code: about ten times faster than JavaScript on the parts of an import. */
export const gzipBytes = async (text: string): Promise<Uint8Array> => new Response(streamOf(text).pipeThrough(new CompressionStream('gzip'))).bytes()

/** @throws when the bytes are not gzip. */
export const gunzipBytes = async (bytes: Uint8Array): Promise<string> =>
  new Response(streamOf(bytes).pipeThrough(new DecompressionStream('gzip'))).text()

const streamOf = (body: string | Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body.slice()
  return new Blob([bytes]).stream()
}

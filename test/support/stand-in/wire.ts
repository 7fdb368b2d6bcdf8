export interface Base64 {
  readonly encode: (bytes: Uint8Array) => string
  readonly decode: (text: string) => Uint8Array
}
export interface Wire {
  readonly encode: (value: unknown) => string
  readonly decode: (text: string) => unknown
}

/**
 * What Electron's structured clone carries between main and page, as one JSON string: plain data, typed arrays, dates, maps, sets, `undefined`.
 * A function is refused, as there. This function refers to nothing outside itself: its very text is also run in the page.
 */
export const makeWire = (base64: Base64): Wire => {
  const tag = '$wire'
  const bytesOf = (view: ArrayBufferView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  const pack = (value: unknown): unknown => {
    if (value === undefined) return { [tag]: 'undefined' }
    if (typeof value === 'function' || typeof value === 'symbol') throw new Error('An object could not be cloned.')
    if (typeof value === 'bigint') return { [tag]: 'bigint', text: String(value) }
    if (typeof value === 'number') return Number.isFinite(value) ? value : { [tag]: 'number', text: String(value) }
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Date) return { [tag]: 'Date', time: value.getTime() }
    if (value instanceof ArrayBuffer) return { [tag]: 'ArrayBuffer', bytes: base64.encode(new Uint8Array(value)) }
    if (ArrayBuffer.isView(value)) {
      // Node's Buffer arrives as the Uint8Array it is.
      const name = value instanceof Uint8Array ? 'Uint8Array' : value.constructor.name
      return { [tag]: name, bytes: base64.encode(bytesOf(value)) }
    }
    if (value instanceof Map) return { [tag]: 'Map', entries: [...value].map(([key, one]) => [pack(key), pack(one)]) }
    if (value instanceof Set) return { [tag]: 'Set', values: [...value].map(pack) }
    if (Array.isArray(value)) return value.map(pack)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pack(one)]))
  }
  interface Packed {
    readonly [tag: string]: unknown
    readonly text: string
    readonly time: number
    readonly bytes: string
    readonly entries: readonly (readonly [unknown, unknown])[]
    readonly values: readonly unknown[]
  }
  const viewByName: Readonly<Record<string, new (buffer: ArrayBuffer) => ArrayBufferView>> = {
    Int8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  }
  const unpackTagged = (kind: string, packed: Packed): unknown => {
    if (kind === 'undefined') return undefined
    if (kind === 'bigint') return BigInt(packed.text)
    if (kind === 'number') return Number(packed.text)
    if (kind === 'Date') return new Date(packed.time)
    if (kind === 'Map') return new Map(packed.entries.map(([key, one]) => [unpack(key), unpack(one)]))
    if (kind === 'Set') return new Set(packed.values.map(unpack))
    const bytes = base64.decode(packed.bytes)
    if (kind === 'Uint8Array') return bytes
    const copy = new ArrayBuffer(bytes.byteLength)
    new Uint8Array(copy).set(bytes)
    if (kind === 'ArrayBuffer') return copy
    const View = viewByName[kind]
    if (View === undefined) throw new Error(`${kind} does not cross between main and page`)
    return new View(copy)
  }
  const unpack = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(unpack)
    const kind = (value as Packed)[tag]
    if (typeof kind === 'string') return unpackTagged(kind, value as Packed)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unpack(one)]))
  }
  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => {
      const value: unknown = JSON.parse(text)
      return text.includes(`"${tag}"`) ? unpack(value) : value
    },
  }
}

/** Node's side of the wire. */
export const nodeWire = makeWire({
  encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
})

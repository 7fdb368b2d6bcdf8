import type { MatchRecord } from '#domain/importing/match-record'

/**
 * Records under many numbers each, nearly all of which nobody else has. Plain numbers in typed arrays, chained by bucket: a map of a million entries costs three
 * times the memory, and the collector walks through it again and again.
 */
export interface CloseNames {
  readonly add: (keys: readonly number[], record: MatchRecord) => void
  /** In the order in which they were added; nobody for nearly all keys of nearly all rows, nor for a key that more than `most` share. */
  readonly find: (key: number, most: number) => readonly MatchRecord[]
}

/** Keys are whole numbers below 2³⁰. */
export const createCloseNames = (): CloseNames => {
  const records: MatchRecord[] = []
  let size = 0
  /** By bucket: the last entry, counted from one; 0: none. */
  let heads = new Int32Array(1 << 12)
  // By entry: its key, the position of its record, the entry before it in its bucket.
  let keyOf = new Int32Array(1 << 12)
  let ownerOf = new Int32Array(1 << 12)
  let before = new Int32Array(1 << 12)

  const grow = (): void => {
    keyOf = longer(keyOf)
    ownerOf = longer(ownerOf)
    before = longer(before)
    heads = new Int32Array(keyOf.length)
    for (let entry = 1; entry <= size; entry++) chain(entry)
  }
  const chain = (entry: number): void => {
    const bucket = (keyOf[entry] ?? 0) & (heads.length - 1)
    before[entry] = heads[bucket] ?? 0
    heads[bucket] = entry
  }
  const lastUnder = (key: number): number => {
    let entry = heads[key & (heads.length - 1)] ?? 0
    while (entry !== 0 && keyOf[entry] !== key) entry = before[entry] ?? 0
    return entry
  }

  return {
    add: (keys, record) => {
      const owner = records.push(record) - 1
      for (const key of keys) {
        const last = lastUnder(key)
        // A name may have the same key twice.
        if (last !== 0 && ownerOf[last] === owner) continue
        if (size + 1 === keyOf.length) grow()
        size += 1
        keyOf[size] = key
        ownerOf[size] = owner
        chain(size)
      }
    },
    find: (key, most) => {
      let entry = lastUnder(key)
      if (entry === 0) return none
      const found: MatchRecord[] = []
      for (; entry !== 0; entry = before[entry] ?? 0) {
        const record = keyOf[entry] === key ? records[ownerOf[entry] ?? 0] : undefined
        if (record !== undefined && found.push(record) > most) return none
      }
      return found.reverse()
    },
  }
}

const longer = (numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const copy = new Int32Array(numbers.length * 2)
  copy.set(numbers)
  return copy
}

const none: readonly never[] = []

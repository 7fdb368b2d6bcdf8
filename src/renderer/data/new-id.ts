import { v7 } from 'uuid'
import type { Brand } from '#domain/id'

/** A new UUIDv7 of the kind the caller names: `newId<PersonId>()`. Each is greater than the one before, so they sort by the moment they were made. */
export const newId = <Id extends Brand<string>>(): Id => {
  const now = Date.now()
  // A clock that is set back, or 2³² ids in a millisecond, must not break the order.
  if (now > last.msecs) last = { msecs: now, seq: firstOf(takeRandom()) }
  else last = last.seq === 0xffff_ffff ? { msecs: last.msecs + 1, seq: firstOf(takeRandom()) } : { msecs: last.msecs, seq: last.seq + 1 }
  return v7({ ...last, random: takeRandom() }) as string as Id
}

let last = { msecs: 0, seq: 0 }

/** A number below half of what the counter can hold, so that there is room to count. */
const firstOf = (random: Uint8Array): number => new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1

// An import takes 100,000 ids: asking the system for 16 bytes at a time was a third of its planning.
const pool = new Uint8Array(16 * 256)
let used = pool.length
const takeRandom = (): Uint8Array => {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  used += 16
  return pool.subarray(used - 16, used)
}

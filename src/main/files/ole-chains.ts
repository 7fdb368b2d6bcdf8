/**
 * Whether a sector chain of an OLE file ([MS-CFB] 2.3) comes back to itself: whoever follows it never ends, and libraries do follow it.
 * Only what is really in the file is looked at.
 */
export const hasEndlessChain = (bytes: Uint8Array): boolean => {
  if (bytes.length < 512) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(0x1e, true)
  if (shift !== 9 && shift !== 12) return false
  const size = 2 ** shift
  const sectors = Math.floor(bytes.length / size) - 1
  const offsetOf = (sector: number): number | null => (sector < sectors ? (sector + 1) * size : null)
  const tables = fatSectors(view, offsetOf, size)
  if (tables === null) return true
  const next = new Int32Array(sectors).fill(-1)
  tables.forEach((sector, index) => {
    const at = offsetOf(sector)
    for (let entry = 0; at !== null && entry < size / 4; entry++) {
      const from = (index * size) / 4 + entry
      const to = view.getUint32(at + entry * 4, true)
      if (from < sectors && to < sectors) next[from] = to
    }
  })
  return hasCycle(next)
}

/** The sectors that hold the allocation table: 109 in the header, more in a chain of their own; null when that chain is endless. */
const fatSectors = (view: DataView, offsetOf: (sector: number) => number | null, size: number): readonly number[] | null => {
  const found = Array.from({ length: 109 }, (_, index) => view.getUint32(0x4c + index * 4, true))
  const seen = new Set<number>()
  for (
    let sector = view.getUint32(0x44, true), at = offsetOf(sector);
    at !== null;
    sector = view.getUint32(at + size - 4, true), at = offsetOf(sector)
  ) {
    if (seen.has(sector)) return null
    seen.add(sector)
    for (let entry = 0; entry < size / 4 - 1; entry++) found.push(view.getUint32(at + entry * 4, true))
  }
  return found.filter((sector) => offsetOf(sector) !== null)
}

/** Each sector has one successor at most (-1: none): a walk from each, marking what it passed. */
const hasCycle = (next: Int32Array): boolean => {
  const walkBySector = new Int32Array(next.length)
  for (let start = 0; start < next.length; start++) {
    const walk = start + 1
    for (let sector = start; sector >= 0 && walkBySector[sector] !== walk; sector = next[sector] ?? -1) {
      if (walkBySector[sector] !== 0) break
      walkBySector[sector] = walk
      if (walkBySector[next[sector] ?? -1] === walk) return true
    }
  }
  return false
}

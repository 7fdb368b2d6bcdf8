import { mkdir, open, readdir, readFile, rm, truncate, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { CountByTable, JournalEntry } from '#bridge/safety'
import { encodeFrame, scanFrames } from '#main/safety/journal-frame'
import { syncFolder } from '#main/safety/sync-folder'

/** The changes of one database, outside the browser's profile: entries in files of some megabytes, appended and synced, never rewritten. */
export interface Journal {
  /** Highest sequence number on disk; 0 when empty. */
  readonly lastSequence: () => number
  /** Entries up to this one are all there; less than `lastSequence` when something in the middle was damaged. */
  readonly contiguousSequence: () => number
  /** Lowest sequence number on disk; 0 when empty. */
  readonly firstSequence: () => number
  /** Those told with the last entries. */
  readonly counts: () => CountByTable
  readonly damagedFiles: readonly string[]
  /**
   * Answers once everything is on disk. Entries already there are left out; those that fill a damaged place are taken.
   * @throws on a gap, and with the system's error when the disk refuses: what was begun is taken back.
   */
  readonly append: (entries: readonly JournalEntry[], counts: CountByTable) => Promise<number>
  /** Entries after a sequence number in order, at most `limit`. */
  readonly read: (after: number, limit: number) => Promise<readonly JournalEntry[]>
  /** Removes the files whose entries are all at or below a sequence number: a backup holds them. The last file stays. */
  readonly prune: (upTo: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** A file this long is followed by a new one. */
const segmentSize = 8_000_000

interface Place {
  readonly file: string
  readonly offset: number
  readonly length: number
}

/** Opens the journal in `folder` (made when missing): reads every frame, cuts off a torn tail, notes what is damaged. */
export const openJournal = async (folder: string): Promise<Journal> => {
  await mkdir(folder, { recursive: true })
  const places = new Map<number, Place>()
  const damagedFiles: string[] = []
  const state = { last: 0, counts: {} as CountByTable, countsAt: -1, contiguous: 0 }
  let current: { readonly path: string; readonly handle: FileHandle; size: number } | null = null
  let queue: Promise<unknown> = Promise.resolve()

  for (const name of await segmentNames(folder)) {
    const path = join(folder, name)
    const bytes = await readFile(path)
    const { frames, end, isDamaged } = scanFrames(bytes)
    if (isDamaged) damagedFiles.push(name)
    else if (end < bytes.length) await truncate(path, end)
    for (const { kind, sequence, offset, payload } of frames) {
      if (kind === 'counts') noteCounts(sequence, JSON.parse(new TextDecoder().decode(payload)) as CountByTable)
      else places.set(sequence, { file: path, offset, length: payload.length })
    }
  }
  notePlaces()

  function noteCounts(sequence: number, counts: CountByTable): void {
    if (sequence < state.countsAt) return
    state.counts = counts
    state.countsAt = sequence
  }

  function notePlaces(): void {
    const sequences = [...places.keys()].sort((left, right) => left - right)
    state.last = sequences.at(-1) ?? 0
    const gap = sequences.findIndex((sequence, index) => index > 0 && sequence !== (sequences[index - 1] ?? 0) + 1)
    state.contiguous = gap < 0 ? state.last : (sequences[gap - 1] ?? 0)
  }

  const fileToAppendTo = async (firstSequence: number): Promise<NonNullable<typeof current>> => {
    if (current !== null && current.size < segmentSize) return current
    await current?.handle.close()
    current = null
    // The number of the file says when it was made, not what it holds: entries that fill a damaged place come late.
    const number = Number.parseInt((await segmentNames(folder)).at(-1) ?? '0', 10) + 1
    const path = join(folder, `${String(number).padStart(8, '0')}-${firstSequence}.journal`)
    const handle = await open(path, 'ax')
    await syncFolder(folder)
    current = { path, handle, size: 0 }
    return current
  }

  const append = async (entries: readonly JournalEntry[], counts: CountByTable): Promise<number> => {
    const fresh = entries.filter(({ sequence }) => !places.has(sequence))
    if (fresh.length === 0) return state.contiguous
    let expected = state.contiguous
    for (const { sequence } of entries) {
      if (places.size > 0 && sequence > expected + 1) throw new Error(`The journal ends at ${expected}, entry ${sequence} does not follow`)
      expected = Math.max(expected, sequence)
    }
    const last = Math.max(...entries.map(({ sequence }) => sequence))
    const target = await fileToAppendTo(fresh[0]?.sequence ?? 0)
    const added: [number, Place][] = []
    const chunks: Uint8Array[] = []
    let size = target.size
    for (const { sequence, bytes } of fresh) {
      const frame = encodeFrame({ kind: 'entry', sequence, payload: bytes })
      added.push([sequence, { file: target.path, offset: size + frame.length - bytes.length, length: bytes.length }])
      chunks.push(frame)
      size += frame.length
    }
    const countsFrame = encodeFrame({ kind: 'counts', sequence: last, payload: new TextEncoder().encode(JSON.stringify(counts)) })
    chunks.push(countsFrame)
    size += countsFrame.length
    try {
      await writeAll(target.handle, chunks)
      await target.handle.datasync()
    } catch (error) {
      // Cut back what was begun, so that the next append follows something whole; the opening scan would do it otherwise.
      await target.handle.truncate(target.size).catch(() => undefined)
      throw error
    }
    target.size = size
    for (const [sequence, place] of added) places.set(sequence, place)
    noteCounts(last, counts)
    const followed = state.contiguous === state.last && (places.size === added.length || fresh[0]?.sequence === state.last + 1)
    if (followed) state.last = state.contiguous = last
    else notePlaces()
    return state.contiguous
  }

  return {
    lastSequence: () => state.last,
    contiguousSequence: () => state.contiguous,
    firstSequence: () => (places.size === 0 ? 0 : Math.min(...places.keys())),
    counts: () => state.counts,
    damagedFiles,
    append: (entries, counts) => {
      const done = queue.then(() => append(entries, counts))
      queue = done.catch(() => undefined)
      return done
    },
    read: async (after, limit) => {
      const sequences = [...places.keys()].filter((sequence) => sequence > after).sort((left, right) => left - right)
      return readPlaces(sequences.slice(0, limit).flatMap((sequence) => ({ sequence, place: places.get(sequence) })))
    },
    prune: async (upTo) => {
      const needed = new Set([...places].flatMap(([sequence, { file }]) => (sequence > upTo ? [file] : [])))
      const names = await segmentNames(folder)
      for (const name of names.slice(0, -1)) {
        const path = join(folder, name)
        if (needed.has(path) || path === current?.path) continue
        await rm(path, { force: true })
        for (const [sequence, { file }] of places) if (file === path) places.delete(sequence)
      }
      notePlaces()
    },
    close: async () => {
      await queue
      await current?.handle.close()
      current = null
    },
  }
}

const readPlaces = async (wanted: readonly { readonly sequence: number; readonly place: Place | undefined }[]): Promise<readonly JournalEntry[]> => {
  const handles = new Map<string, FileHandle>()
  try {
    const entries: JournalEntry[] = []
    for (const { sequence, place } of wanted) {
      if (place === undefined) continue
      const handle = handles.get(place.file) ?? (await open(place.file, 'r'))
      handles.set(place.file, handle)
      const bytes = new Uint8Array(place.length)
      const { bytesRead } = await handle.read(bytes, 0, place.length, place.offset)
      if (bytesRead !== place.length) throw new Error(`Journal entry ${sequence} is cut short`)
      entries.push({ sequence, bytes })
    }
    return entries
  } finally {
    for (const handle of handles.values()) await handle.close()
  }
}

const segmentNames = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => /^\d{8}-\d+\.journal$/.test(name)).sort()

const writeAll = async (handle: FileHandle, chunks: readonly Uint8Array[]): Promise<void> => {
  for (const chunk of chunks) {
    for (let written = 0; written < chunk.length;) written += (await handle.write(chunk, written)).bytesWritten
  }
}

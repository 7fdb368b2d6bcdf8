/** What a foreign file may cost at most. Sizes in bytes, times in milliseconds. */
export const readLimits = {
  /** Of the file as it lies on disk. */
  fileSize: 200_000_000,
  zipEntries: 2000,
  /** Of all parts of a zip together, once inflated. */
  inflatedSize: 300_000_000,
  /** Inflated size over packed size, judged above `ratioFloor`. */
  ratio: 100,
  ratioFloor: 10_000_000,
  /** Cells with something in them, all sheets together. */
  cells: 5_000_000,
  /** Excel's own size. */
  rows: 1_048_576,
  columns: 16_384,
  /** Generous for an old laptop: the user sees the progress and may give up before. */
  time: 45_000,
  /** By how much the process may grow while a file is parsed, in megabytes: the thread is ended before V8 meets its own limit. */
  memoryMegabytes: 1400,
  /** V8's limit on the thread, which it should never meet. */
  heapMegabytes: 2600,
} as const

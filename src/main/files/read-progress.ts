/** Told now and then how far the reading of a file is; `total` null: `done` bytes are read in one go by a library that says nothing until it has done. */
export type OnReadProgress = (done: number, total: number | null) => void

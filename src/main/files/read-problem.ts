import type { FileProblem, FileProblemKind } from '#domain/importing/sheet'

/** A reason to refuse a file; `detail` is for the log and says nothing of the content. */
export const fileProblem = (kind: FileProblemKind, detail: string): FileProblem => ({ kind, detail })

/** Anything that was thrown, as words for the log. */
export const thrownDetail = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, 300)

import type { ImportRecord } from '#domain/import-record'
import { sampleFiles } from './sample-files.ts'

/** The imports that brought the sample in and were not taken back, the latest first: the order in which they can be undone. */
export const sampleImportsOf = (imports: readonly ImportRecord[]): readonly ImportRecord[] => {
  const names: ReadonlySet<string> = new Set(sampleFiles.map(({ fileName }) => fileName))
  return imports.filter(({ fileName, undoneBy }) => names.has(fileName) && undoneBy === null).toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

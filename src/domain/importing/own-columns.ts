import { exportWords, type HeaderKey } from '#domain/exporting/words'
import { foldWords } from '#domain/fold-text'
import type { ImportField } from '#domain/importing/mapping'

/** The field of a column of our own exports, in either language; null: a count that no import takes; undefined: a field of the association's own. */
export const ownField = (header: string): ImportField | null | undefined => fieldByHeader.get(foldWords(header).replace(/ \d+$/, ''))

const fieldByKey: Readonly<Partial<Record<HeaderKey, ImportField | null>>> = { roles: 'role', tags: 'tag', registered: null, came: null }
const fieldByHeader: ReadonlyMap<string, ImportField | null> = new Map(
  Object.values(exportWords).flatMap(({ header }) =>
    (Object.entries(header) as readonly (readonly [HeaderKey, string])[]).map(([key, words]) => {
      const given = fieldByKey[key]
      // Every other key of an exported column bears the name of the field it is read as.
      return [foldWords(words), given === undefined ? (key as ImportField) : given] as const
    }),
  ),
)

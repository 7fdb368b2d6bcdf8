import type { ImportOverview } from '#data/importing-contract'
import type { ColumnMapping } from '#domain/importing/mapping'

/** What must be said before the rows can be judged; the words are in `importing:columns`. */
export interface Blocker {
  readonly word: 'noName' | 'noSubjectName' | 'eventFirst' | 'dateAskFirst' | 'sensitiveFirst'
  readonly header: string
}

/** Whether a place of the page asks for it, marked `data-asks`; else any column may answer. */
export const hasPlace = ({ word }: Blocker): boolean => word !== 'noName' && word !== 'noSubjectName'

/** @param undecidedSensitive sensitive columns that would be kept and about which nobody decided. */
export const blockersOf = (overview: ImportOverview, undecidedSensitive: readonly ColumnMapping[]): readonly Blocker[] => {
  const blockers: Blocker[] = []
  const { mapping, columns, saysWho } = overview
  if (!saysWho) blockers.push({ word: mapping.subject === 'people' || mapping.subject === 'hours' ? 'noName' : 'noSubjectName', header: '' })
  if (mapping.givenEvent !== null && mapping.givenEvent.name.trim() === '') blockers.push({ word: 'eventFirst', header: '' })
  const [sensitive] = undecidedSensitive
  if (sensitive !== undefined) blockers.push({ word: 'sensitiveFirst', header: sensitive.header })
  const asked = mapping.columns.find(
    (column, position) => column.target !== null && column.dateOrder === 'ambiguous' && columns[position]?.dateExample !== null,
  )
  if (asked !== undefined) blockers.push({ word: 'dateAskFirst', header: asked.header })
  return blockers
}

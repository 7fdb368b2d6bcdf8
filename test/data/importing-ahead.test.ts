import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDrafter } from '#domain/importing/draft-rows'
import { findLayout } from '#domain/importing/find-layout'
import { judgeDrafts, judgeInSteps } from '#domain/importing/judge-drafts'
import { nothingKnown, type ExistingRecords } from '#domain/importing/knowledge'
import { buildMatchIndex } from '#domain/importing/match-index'
import type { ImportMapping } from '#domain/importing/mapping'
import type { RawRow } from '#domain/importing/sheet'
import { noDecisions } from '#domain/importing/verdict'
import { atOnce } from '#domain/in-steps'
import { beginAhead, goAhead, takeAhead, type AheadSurroundings, type RowsAhead } from '#data/importing-ahead'
import { proposeMapping } from '#data/importing-session'
import { makePerson, personId } from '#support/builders'

const header: RawRow = ['Nom', 'Prénom', 'E-mail', 'Téléphone', 'Né le']
const names = ['Durand', 'Durant', 'Le Goff', 'Martin', 'Martin-Petit', 'Nguyen', 'O’Brien']
const firstNames = ['Camille', 'Inès', 'Jean-Luc', 'Jeanluc', 'Louise', 'Paul']
/** Enough people for the reading to go ahead, some of whom look like each other. */
const members: readonly RawRow[] = Array.from({ length: 1_100 }, (_, index) => [
  `${names[index % names.length] ?? ''}${index % 3 === 0 ? '' : ` ${'abcdefghij'.charAt(index % 10)}${String(index % 40)}`}`,
  firstNames[index % firstNames.length] ?? '',
  index % 4 === 0 ? '' : `membre${String(index % 900)}@exemple.fr`,
  index % 5 === 0 ? `06 12 34 ${String(10 + (index % 80))} 78` : '',
  `${String(1 + (index % 28)).padStart(2, '0')}/${String(1 + (index % 12)).padStart(2, '0')}/19${String(50 + (index % 50))}`,
])

const existing: ExistingRecords = {
  ...nothingKnown,
  people: new Map([[personId(1), makePerson({ id: personId(1), lastName: 'Martin', firstName: 'Paul' })]]),
  attendance: new Map(),
  hours: [],
}
const surroundings: AheadSurroundings = {
  version: '1',
  context: { known: existing, communes: null, qpv: null },
  known: existing,
  templates: new Map(),
}

/** The file as it arrives: so many rows at a time. */
const readAhead = (rows: readonly RawRow[], pageSize: number): RowsAhead | null => {
  let ahead: RowsAhead | null = null
  for (let size = pageSize; size < rows.length + pageSize; size += pageSize) {
    const come = rows.slice(0, size)
    ahead ??= beginAhead(0, come, surroundings)
    if (ahead !== null) goAhead(ahead, come)
  }
  return ahead
}

const wholeFile = (rows: readonly RawRow[]) => {
  const layout = findLayout(rows)
  return { dataRows: layout.dataRows, mapping: proposeMapping(layout, rows, existing, new Map()).mapping }
}
const wanted = (rows: readonly RawRow[], mapping: ImportMapping, version = '1') => ({
  sheet: 0,
  version,
  mapping,
  dataRows: wholeFile(rows).dataRows,
})

const oddRow = fc.oneof(
  fc.constant<RawRow>([]),
  fc.constant(header),
  fc.constant<RawRow>(['Total', '', '', '', '12']),
  fc.constant<RawRow>(['Bénévoles']),
  fc.constant<RawRow>(['', '', 'pas une adresse', '', '31/02/1980']),
  fc.tuple(fc.constantFrom(...names), fc.constantFrom(...firstNames), fc.constantFrom('', 'famille@exemple.fr'), fc.constant(''), fc.constant('')),
)

describe('les lignes préparées pendant que les autres arrivent', () => {
  test('donnent exactement ce que donne le fichier une fois entier', () => {
    const index = buildMatchIndex(existing.people.values())
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(members.length), oddRow), { maxLength: 30 }), fc.integer({ min: 150, max: 900 }), (inserted, pageSize) => {
        const rows = [header, ...members]
        for (const [at, row] of inserted) rows.splice(1 + at, 0, row)
        const { dataRows, mapping } = wholeFile(rows)
        const drafter = createDrafter(mapping, surroundings.context, false)
        const scratch = dataRows.map((row) => drafter(rows[row] ?? [], row))
        const made = takeAhead(readAhead(rows, pageSize), wanted(rows, mapping))
        const drafts = dataRows.map((row) => made?.drafts[row] ?? drafter(rows[row] ?? [], row))
        expect(drafts).toEqual(scratch)
        expect(atOnce(judgeInSteps(drafts, existing, index, noDecisions, made?.grouper))).toEqual(judgeDrafts(scratch, existing, index, noDecisions))
      }),
      { numRuns: 15 },
    )
  })

  test('servent telles quelles quand le fichier n’a rien d’étrange', () => {
    const rows = [header, ...members]
    const made = takeAhead(readAhead(rows, 200), wanted(rows, wholeFile(rows).mapping))
    expect(made?.grouper?.count()).toBeGreaterThan(1_000)
  })

  test('ne servent plus quand l’utilisatrice a corrigé une colonne, ni quand quelqu’un a changé entre-temps', () => {
    const rows = [header, ...members]
    const { mapping } = wholeFile(rows)
    const corrected = { ...mapping, columns: mapping.columns.map((column) => (column.header === 'Né le' ? { ...column, target: null } : column)) }
    expect(takeAhead(readAhead(rows, 200), wanted(rows, corrected))).toBeNull()
    expect(takeAhead(readAhead(rows, 200), wanted(rows, mapping, '2'))).toBeNull()
  })

  test('ne sont pas rapprochées d’avance par-dessus un total au milieu du tableau', () => {
    const rows = [header, ...members.slice(0, 500), ['Total', '', '', '', '500'], ...members.slice(500)]
    const made = takeAhead(readAhead(rows, 200), wanted(rows, wholeFile(rows).mapping))
    expect(made?.drafts[3]?.person?.lastName).toBe(members[2]?.[0])
    expect(made?.grouper).toBeUndefined()
  })
})

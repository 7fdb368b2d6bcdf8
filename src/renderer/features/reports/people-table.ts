import type { FunderReport } from '#domain/report/funder-report'
import type { Crossing } from '#domain/report/crossing'
import { countColumn, groupName, textColumn, type ReportRow, type ReportTable, type ReportWords } from './report-words.ts'

/** The sheet « Personnes »: each way to split them, « non renseigné » always shown; crossings after them, groups of nobody left out there. */
export const peopleTable = ({ people }: FunderReport, words: ReportWords): ReportTable => {
  const { t } = words
  const total = people.involved.count
  const share = (count: number): number | null => (total === 0 ? null : count / total)
  const groups = people.groups.flatMap(({ by, rows }) =>
    rows.map(({ key, count, ref }): ReportRow => ({
      cells: [t(`people.by.${by}`), groupName(words, by, key), count, share(count)],
      refs: [null, null, ref, null],
    })),
  )
  const crossings = people.crossings.flatMap((crossing) => crossingRows(crossing, words, share))
  return {
    id: 'people',
    name: t('sheets.people'),
    columns: [
      textColumn(t('people.columns.split'), 28),
      textColumn(t('people.columns.group'), 34),
      countColumn(t('people.columns.count')),
      { header: t('people.columns.share'), kind: 'percent', width: 10 },
    ],
    rows: [...groups, ...crossings],
  }
}

const crossingRows = (crossing: Crossing, words: ReportWords, share: (count: number) => number | null): readonly ReportRow[] => {
  const { t } = words
  const split = t('people.crossing', { rows: t(`people.crossed.${crossing.rows}`), columns: t(`people.crossed.${crossing.columns}`) })
  return crossing.cells.flatMap((cells, row) =>
    cells.flatMap(({ count, ref }, column): readonly ReportRow[] => {
      if (count === 0) return []
      const group = t('people.cell', {
        row: groupName(words, crossing.rows, crossing.rowKeys[row] ?? null),
        column: groupName(words, crossing.columns, crossing.columnKeys[column] ?? null),
      })
      // A hidden count opens no list either, and has no share from which it could be found again.
      return [
        {
          cells: [split, group, count ?? t('people.hidden'), count === null ? null : share(count)],
          refs: [null, null, count === null ? null : ref, null],
        },
      ]
    }),
  )
}

import type { FigureRef } from '#domain/indicators/figure'
import type { Crossing } from '#domain/report/crossing'
import { groupName, type ReportWords } from './report-words.ts'
import { CountButton } from '#ui/count-button'
import styles from './reports.module.css'

interface CrossingViewProps {
  readonly crossing: Crossing
  readonly words: ReportWords
  readonly onOpenList: (ref: FigureRef, title: string) => void
}

/** Two ways of splitting people at once, as the square table one expects on paper; the workbook has the same counts line by line, which filters can use. */
export const CrossingView = ({ crossing, words, onOpenList }: CrossingViewProps) => {
  const { t, format } = words
  const title = t('people.crossing', { rows: t(`people.crossed.${crossing.rows}`), columns: t(`people.crossed.${crossing.columns}`) })
  const columns = crossing.columnKeys.map((key) => groupName(words, crossing.columns, key))
  return (
    <div className={styles['block']}>
      <h4>{title}</h4>
      <table className={styles['table']} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t(`people.crossed.${crossing.rows}`)}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className={styles['number']}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {crossing.cells.map((cells, row) => {
            const name = groupName(words, crossing.rows, crossing.rowKeys[row] ?? null)
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map(({ count, ref }, column) => (
                  <td key={columns[column]} className={styles['number']}>
                    {count === null ? (
                      <span className={styles['hidden']}>{t('people.hidden')}</span>
                    ) : count === 0 ? (
                      <span className={styles['hidden']}>0</span>
                    ) : (
                      <CountButton onOpen={() => onOpenList(ref, t('people.cell', { row: name, column: columns[column] ?? '' }))}>
                        {format.number(count)}
                      </CountButton>
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

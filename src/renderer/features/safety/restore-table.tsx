import { useTranslation } from 'react-i18next'
import type { RestoredTable } from '#data/restore'
import { useFormat } from '#i18n/setup'
import classes from './backups.module.css'

/** By kind of record: how many would come back, change or go, with a few names. */
export const RestoreTable = ({ tables }: { readonly tables: readonly RestoredTable[] }) => {
  const { t } = useTranslation('safety')
  const format = useFormat()
  /** Hours and sheets have no name of their own. */
  const namesOf = (names: readonly string[], count: number): string => {
    const known = names.filter((name) => name !== '').join(', ')
    return known !== '' && count > names.length ? t('restore.andMore', { names: known }) : known
  }
  return (
    <ul className={classes['changes']}>
      {tables.map(({ table, created, changed, removed, samples }) => (
        <li key={table}>
          <span className={classes['table']}>{t(`tables.${table}`)}</span>
          {(
            [
              ['back', created, samples.created],
              ['changed', changed, samples.changed],
              ['removed', removed, samples.removed],
            ] as const
          ).map(
            ([kind, count, names]) =>
              count > 0 && (
                <span key={kind} className={classes['change']} data-kind={kind}>
                  {format.number(count)} {t(`restore.${kind}`)}
                  <span className={classes['names']}>{namesOf(names, count)}</span>
                </span>
              ),
          )}
        </li>
      ))}
    </ul>
  )
}

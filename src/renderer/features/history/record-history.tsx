import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changedPaths } from '#domain/change'
import type { TableName } from '#domain/tables'
import type { HistoryEntry } from '#data/services/changes-service'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useFieldWords } from './field-words.ts'
import { UndoAct } from './undo-act.tsx'
import classes from './history.module.css'

const shownFirst = 8

/** Everything that happened to one record: when, by whom, what was there before; each act can be taken back. */
export const RecordHistory = ({ table, id }: { readonly table: TableName; readonly id: string }) => {
  const { t } = useTranslation('history')
  const [limit, setLimit] = useState(shownFirst)
  const entries = useLive([table], ({ changes }) => changes.history(table, id), [table, id])
  if (entries === undefined) return null
  if (entries.length === 0) return <p className={classes['quiet']}>{t('noHistory')}</p>
  return (
    <>
      <ol className={classes['entries']}>
        {entries.slice(0, limit).map((entry) => (
          <Entry key={entry.change.id} entry={entry} table={table} id={id} />
        ))}
      </ol>
      {entries.length > limit && (
        <Button variant="subtle" size="compact-sm" onClick={() => setLimit(limit + 30)}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

const Entry = ({ entry, table, id }: { readonly entry: HistoryEntry; readonly table: TableName; readonly id: string }) => {
  const { t } = useTranslation('history')
  const format = useFormat()
  const words = useFieldWords()
  const { change, before, after, undoneBy } = entry
  const { cause } = change
  const paths = before === null || after === null ? [] : changedPaths({ table, key: id, before, after })
  return (
    <li className={classes['entry']} data-undone={undoneBy !== null || undefined}>
      <div className={classes['entryHead']}>
        <span className={classes['strong']}>
          {before === null ? t('created') : cause.kind === 'import' ? t('cause.import', { file: cause.fileName }) : t(`kinds.${cause.kind}`)}
        </span>
        <span className={classes['quiet']}>
          {format.instant(change.at)}, {change.author === '' ? change.device : change.author}
        </span>
        {undoneBy !== null && <span className={classes['quiet']}>{t('wasUndone')}</span>}
        {undoneBy === null && before !== null && (cause.kind === 'form' || cause.kind === 'merge') && <UndoAct id={change.id} quiet />}
      </div>
      {paths.length > 0 && (
        <ul className={classes['fields']}>
          {paths.map((path) => (
            <li key={path}>
              <span className={classes['quiet']}>{words.field(path)}</span> <del>{words.value(path, before?.[path])}</del>{' '}
              <ins>{words.value(path, after?.[path])}</ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

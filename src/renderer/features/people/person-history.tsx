import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changedPaths } from '#domain/change'
import { withFields } from '#domain/change-fields'
import { isSameValue, fieldAt } from '#domain/change-fields'
import type { Person } from '#domain/person'
import type { HistoryEntry } from '#data/services/changes-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useReportWrite } from '#ui/report-write'
import { showToast } from '#ui/toast'
import { pathToWords, valueToWords, type ChangeFacts } from './change-words.ts'
import { periodWords } from './life-line.tsx'
import type { Lists, Names } from './lists.ts'
import classes from './person-page.module.css'

const shownFirst = 8

/** Every change of a person: when, from where, what was there before; each value can come back, each change can be undone. */
export const PersonHistory = ({ person, lists, names }: { readonly person: Person; readonly lists: Lists; readonly names: Names }) => {
  const { t } = useTranslation('person')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [limit, setLimit] = useState(shownFirst)
  const entries = useLive(['people'], ({ changes }) => changes.history('people', person.id), [person.id])
  if (entries === undefined) return null
  const facts: ChangeFacts = { t, common, format, lists, names, period: (start, end) => periodWords(start, end, t, format) }
  if (entries.length === 0) return <p className={classes['quiet']}>{t('history.none')}</p>
  return (
    <>
      <ol className={classes['history']}>
        {entries.slice(0, limit).map((entry) => (
          <Entry key={entry.change.id} entry={entry} person={person} facts={facts} />
        ))}
      </ol>
      {entries.length > limit && (
        <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setLimit(limit + 30)}>
          {t('history.more')}
        </Button>
      )}
    </>
  )
}

const Entry = ({ entry, person, facts }: { readonly entry: HistoryEntry; readonly person: Person; readonly facts: ChangeFacts }) => {
  const { t, format } = facts
  const data = useData()
  const report = useReportWrite()
  const { change, before, after } = entry
  const paths = before === null ? [] : changedPaths({ table: 'people', key: person.id, before, after })

  const undo = async (): Promise<void> => {
    const undone = await data.changes.undoChange(change.id, 'ask')
    if (undone.ok) return showToast({ message: t('history.undoDone') })
    const { error } = undone
    if (error.kind === 'later-edits') showToast({ message: t('history.later'), tone: 'problem' })
    else if (error.kind === 'conflict' || error.kind === 'read-only' || error.kind === 'storage') report({ ok: false, error })
    else showToast({ message: t('history.nothing') })
  }
  const revert = async (path: string): Promise<void> => {
    // The fields come from a stored change of this very record.
    const restored = withFields('people', person.id, person, { [path]: before?.[path] ?? null }) as Person
    report(await data.records.save({ table: 'people', before: person, after: restored }), {
      done: t('history.reverted', { field: pathToWords(path, facts) }),
      undo: () => void data.changes.undo(),
    })
  }

  return (
    <li className={classes['entry']} data-undone={entry.undoneBy !== null || undefined}>
      <div className={classes['entryHead']}>
        <span className={classes['entryWhat']}>{before === null ? t('history.created') : causeWords(entry, t)}</span>
        <span className={classes['quiet']}>
          {format.instant(change.at)}, {t('history.by', { device: change.author === '' ? change.device : change.author })}
          {before === null && change.cause.kind !== 'form' && `, ${causeWords(entry, t)}`}
        </span>
        {entry.undoneBy !== null && <span className={classes['quiet']}>{t('history.undoneNote')}</span>}
        {entry.undoneBy === null && before !== null && change.cause.kind === 'form' && (
          <Button variant="subtle" size="compact-xs" onClick={() => void undo()}>
            {t('history.undo')}
          </Button>
        )}
      </div>
      {paths.length > 0 && (
        <ul className={classes['changes']}>
          {paths.map((path) => {
            const old = valueToWords(path, before?.[path], facts)
            const now = valueToWords(path, after?.[path], facts)
            return (
              <li key={path} className={classes['change']}>
                <span className={classes['field']}>{pathToWords(path, facts)}</span>
                <span className={classes['old']}>{old === '' ? t('history.empty') : old}</span>
                <span aria-hidden>→</span>
                <span className={classes['new']}>{now === '' ? t('history.empty') : now}</span>
                {!isSameValue(fieldAt(person, path), before?.[path]) && (
                  <Button variant="subtle" color="gray" size="compact-xs" onClick={() => void revert(path)}>
                    {t('history.revert')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </li>
  )
}

const causeWords = ({ change: { cause } }: HistoryEntry, t: ChangeFacts['t']): string => {
  switch (cause.kind) {
    case 'import':
      return t('history.cause.import', { file: cause.fileName })
    case 'restore':
      return t('history.cause.restore', { name: cause.backupName })
    case 'form':
    case 'setup':
    case 'merge':
    case 'undo':
      return t(`history.cause.${cause.kind}`)
  }
}

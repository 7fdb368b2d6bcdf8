import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LaterEdit } from '#data/importing-contract'
import type { ImportRecord } from '#domain/import-record'
import { showToast } from '#ui/toast'
import { ChangeLine } from './change-line.tsx'
import { useImporting } from './use-importing.ts'
import shared from './importing.module.css'
import classes from './change.module.css'

interface UndoImportProps {
  readonly record: ImportRecord
  readonly onUndone?: () => void
  readonly quiet?: boolean
}

interface Conflicts {
  readonly count: number
  readonly shown: readonly LaterEdit[]
}

/** « Annuler cet import », at any later time; where records moved since, says which and asks. */
export const UndoImport = ({ record, onUndone, quiet = false }: UndoImportProps) => {
  const { t } = useTranslation('importing')
  const importing = useImporting()
  const [busy, setBusy] = useState(false)
  const [conflicts, setConflicts] = useState<Conflicts | null>(null)

  const undo = async (choice: 'ask' | 'skip' | 'force'): Promise<void> => {
    setBusy(true)
    const undone = await importing.undo({ id: record.id, choice })
    setBusy(false)
    if (undone.ok) {
      setConflicts(null)
      showToast({ message: t('undo.done', { file: record.fileName }) })
      onUndone?.()
    } else if (undone.error.kind === 'later-edits') setConflicts({ count: undone.error.conflicts, shown: undone.error.shown })
    else {
      setConflicts(null)
      showToast({ message: t(`undo.${undone.error.kind}`), tone: 'problem' })
    }
  }

  if (conflicts === null)
    return (
      <Button variant={quiet ? 'subtle' : 'default'} size={quiet ? 'compact-sm' : 'sm'} loading={busy} onClick={() => void undo('ask')}>
        {t('receipt.undo')}
      </Button>
    )
  return (
    <section className={classes['conflicts']} aria-label={t('undo.title', { file: record.fileName })}>
      <h3 className={classes['conflictsTitle']}>{t('undo.conflicts', { count: conflicts.count })}</h3>
      <p className={shared['hint']}>{t('undo.conflictsHint')}</p>
      <ul className={classes['conflictList']}>
        {conflicts.shown.map((edit, position) => (
          <li key={`${edit.record}-${position}`}>
            <strong>{edit.record}</strong> <span className={shared['hint']}>{t(`undo.kinds.${edit.kind}`)}</span>
            {edit.changes.map((change) => (
              <ChangeLine key={change.path} change={change} />
            ))}
          </li>
        ))}
        {conflicts.count > conflicts.shown.length && (
          <li className={shared['hint']}>{t('undo.more', { count: conflicts.count - conflicts.shown.length })}</li>
        )}
      </ul>
      <div className={shared['details']}>
        <Button loading={busy} onClick={() => void undo('skip')}>
          {t('undo.keepLater')}
        </Button>
        <Button variant="default" loading={busy} onClick={() => void undo('force')}>
          {t('undo.undoAll')}
        </Button>
        <Button variant="subtle" onClick={() => setConflicts(null)}>
          {t('undo.close')}
        </Button>
      </div>
    </section>
  )
}

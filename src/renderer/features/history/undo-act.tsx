import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeId } from '#domain/id'
import type { UndoRefusal } from '#data/services/history-service'
import type { UndoChoice } from '#data/undo'
import { useData } from '#data/use-data'
import { useReportWrite } from '#ui/report-write'
import { showToast } from '#ui/toast'
import classes from './history.module.css'

/** « Annuler », at any later time: where somebody changed things since, says whom it concerns and lets one choose. */
export const UndoAct = ({ id, quiet = false }: { readonly id: ChangeId; readonly quiet?: boolean }) => {
  const { t } = useTranslation('history')
  const { t: common } = useTranslation()
  const data = useData()
  const report = useReportWrite()
  const [busy, setBusy] = useState(false)
  const [inTheWay, setInTheWay] = useState<Extract<UndoRefusal, { readonly kind: 'later-edits' }> | null>(null)

  const undo = async (choice: UndoChoice): Promise<void> => {
    setBusy(true)
    const undone = await data.history.undo(id, choice)
    setBusy(false)
    if (!undone.ok && undone.error.kind === 'later-edits') return setInTheWay(undone.error)
    setInTheWay(null)
    if (undone.ok) return showToast({ message: t('undone') })
    const { kind } = undone.error
    if (kind === 'already-undone' || kind === 'nothing-left' || kind === 'unknown-change') showToast({ message: t(`refused.${kind}`) })
    else report({ ok: false, error: kind === 'conflict' ? { kind } : { kind: 'storage', reason: 'storage-failed' } })
  }

  if (inTheWay === null)
    return (
      <Button variant={quiet ? 'subtle' : 'default'} size={quiet ? 'compact-xs' : 'sm'} loading={busy} onClick={() => void undo('ask')}>
        {common('actions.undo')}
      </Button>
    )
  return (
    <section className={classes['inTheWay']} role="alert" aria-label={t('inTheWay', { count: inTheWay.count })}>
      <p className={classes['strong']}>{t('inTheWay', { count: inTheWay.count })}</p>
      <p className={classes['quiet']}>
        {inTheWay.names.join(', ')}
        {inTheWay.count > inTheWay.names.length && inTheWay.names.length > 0 && '…'}
      </p>
      <div className={classes['buttons']}>
        <Button size="xs" loading={busy} onClick={() => void undo('skip')}>
          {t('keepLater')}
        </Button>
        <Button size="xs" variant="default" loading={busy} onClick={() => void undo('force')}>
          {t('undoAll')}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => setInTheWay(null)}>
          {common('actions.cancel')}
        </Button>
      </div>
    </section>
  )
}

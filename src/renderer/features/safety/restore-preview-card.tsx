import { Button, Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupInfo } from '#bridge/safety'
import type { Result } from '#domain/result'
import type { RestorePreview, RestoreProblem } from '#data/restore'
import { useData } from '#data/use-data'
import { RestoreTable } from '#features/safety/restore-table'
import { useFormat } from '#i18n/setup'
import { useReportWrite } from '#ui/report-write'
import { showToast } from '#ui/toast'
import classes from './backups.module.css'

interface RestorePreviewCardProps {
  readonly backup: BackupInfo
  readonly onClose: () => void
}

/** What going back to a copy would change, and the button that does it. */
export const RestorePreviewCard = ({ backup, onClose }: RestorePreviewCardProps) => {
  const { t } = useTranslation(['safety', 'common'])
  const format = useFormat()
  const data = useData()
  const report = useReportWrite()
  const [preview, setPreview] = useState<Result<RestorePreview, RestoreProblem>>()
  const [isApplying, setApplying] = useState(false)
  const date = format.instant(backup.at)

  useEffect(() => {
    let isOver = false
    void data.safety.previewRestore(backup).then((next) => {
      if (!isOver) setPreview(next)
    })
    return () => {
      isOver = true
    }
  }, [data, backup])

  const apply = async (): Promise<void> => {
    setApplying(true)
    const restored = await data.safety.applyRestore(backup).finally(() => setApplying(false))
    if (restored.ok) {
      showToast({
        message: t('restore.done', { date }),
        action: { label: t('common:actions.undo'), run: () => void data.changes.undoChange(restored.value.id, 'force') },
      })
      onClose()
      return
    }
    const { error } = restored
    if (error.kind === 'conflict' || error.kind === 'read-only' || error.kind === 'storage') report({ ok: false, error })
    else if (error.kind === 'no-copy-of-today')
      showToast({ message: t('restore.noCopy', { reason: t(`backupProblem.${error.problem.kind}`) }), tone: 'problem' })
    else showToast({ message: problemWords(error.kind), tone: 'problem' })
  }
  const problemWords = (kind: 'newer-version' | 'unreadable' | 'nothing-to-change'): string =>
    kind === 'newer-version' ? t('restore.newer') : kind === 'unreadable' ? t('restore.unreadable') : t('restore.same')

  const canApply = preview?.ok === true && preview.value.tables.length > 0
  return (
    <section className={classes['preview']} aria-label={t('restore.title', { date })}>
      <h3 className={classes['previewTitle']}>{t('restore.title', { date })}</h3>
      {preview === undefined && <Loader size="sm" />}
      {preview?.ok === false && (
        <p>{preview.error.kind === 'newer-version' || preview.error.kind === 'unreadable' ? problemWords(preview.error.kind) : t('restore.same')}</p>
      )}
      {preview?.ok === true && !canApply && <p>{t('restore.same')}</p>}
      {canApply && (
        <>
          <p className={classes['soft']}>{t('restore.text')}</p>
          <RestoreTable tables={preview.value.tables} />
          <p className={classes['soft']}>{t('restore.safe')}</p>
        </>
      )}
      <div className={classes['now']}>
        {canApply && (
          <Button loading={isApplying} onClick={() => void apply()}>
            {t('restore.apply')}
          </Button>
        )}
        <Button variant="default" disabled={isApplying} onClick={onClose}>
          {canApply ? t('common:actions.cancel') : t('common:actions.close')}
        </Button>
      </div>
    </section>
  )
}

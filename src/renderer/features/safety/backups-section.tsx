import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupInfo } from '#bridge/safety'
import { useDataStatus } from '#data/use-data'
import { BackupNow } from '#features/safety/backup-now'
import { BackupLine } from '#features/safety/backup-line'
import { RestorePreviewCard } from '#features/safety/restore-preview-card'
import { useFormat } from '#i18n/setup'
import { FormSection } from '#ui/form-section'
import { ProblemList } from '#ui/problem-list'
import { showToast } from '#ui/toast'
import { useNow } from '#ui/use-now'
import { useBackups } from './use-backups.ts'
import classes from './backups.module.css'

const shownProblems = 5

/** Copies: when the last was made, where they go, and the way back to any of them. */
export const BackupsSection = () => {
  const { t } = useTranslation(['safety', 'common'])
  const format = useFormat()
  const status = useDataStatus()
  const now = useNow()
  const { state, backups, refresh } = useBackups()
  const [shown, setShown] = useState<BackupInfo | null>(null)
  if (state === undefined || backups === undefined) return null

  const chooseFolder = async (which: 'first' | 'second'): Promise<void> => {
    await window.desktop.chooseBackupFolder({ which })
    refresh()
  }
  const openElsewhere = async (): Promise<void> => {
    const chosen = await window.desktop.chooseBackup()
    if (chosen === null) return
    if (chosen.ok) setShown(chosen.value)
    else showToast({ message: t('restore.unreadable'), tone: 'problem' })
  }

  return (
    <>
      <FormSection title={t('copies.title')} text={t('copies.text')}>
        <div className={classes['now']}>
          <BackupNow />
          <span>{status.lastBackup === null ? t('copies.never') : t('copies.last', { ago: format.ago(status.lastBackup.at, now) })}</span>
        </div>
        {state.problems.length > 0 && (
          <ProblemList
            label={t('copies.title')}
            total={state.problems.length}
            problems={state.problems
              .slice(-shownProblems)
              .toReversed()
              .map(({ kind, at }) => ({ id: `${kind}${at}`, where: format.instant(at), message: t(`problem.${kind}`) }))}
          />
        )}
        <dl className={classes['places']}>
          <div>
            <dt>{t('copies.folder')}</dt>
            <dd>
              <span className={classes['path']}>{state.backupFolder}</span>
              <span className={classes['soft']}>{t('copies.free', { free: format.bytes(state.freeBytes) })}</span>
              <Anchor component="button" type="button" onClick={() => void chooseFolder('first')}>
                {t('copies.change')}
              </Anchor>
            </dd>
          </div>
          <div>
            <dt>{t('copies.second')}</dt>
            <dd>
              <span className={state.secondFolder === null ? classes['soft'] : classes['path']}>{state.secondFolder ?? t('copies.noSecond')}</span>
              <Anchor component="button" type="button" onClick={() => void chooseFolder('second')}>
                {state.secondFolder === null ? t('copies.choose') : t('copies.change')}
              </Anchor>
              <span className={classes['hint']}>{t('copies.secondHint')}</span>
            </dd>
          </div>
        </dl>
      </FormSection>
      <FormSection title={t('copies.listTitle')} text={t('copies.listText')}>
        {shown !== null && <RestorePreviewCard key={shown.name} backup={shown} onClose={() => setShown(null)} />}
        {backups.length === 0 ? (
          <p className={classes['soft']}>{t('copies.none')}</p>
        ) : (
          <ul className={classes['list']}>
            {backups.map((backup) => (
              <BackupLine key={backup.name} backup={backup} isShown={backup.name === shown?.name} onShow={() => setShown(backup)} />
            ))}
          </ul>
        )}
        <div>
          <Button variant="default" onClick={() => void openElsewhere()}>
            {t('copies.elsewhere')}
          </Button>
        </div>
      </FormSection>
    </>
  )
}

import { Anchor, Button, Collapse } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupInfo } from '#bridge/safety'
import type { StartState } from '#data/start-state'
import { useDataClient, useDataStatus } from '#data/use-data'
import { useFormat } from '#i18n/setup'
import { ConfirmInPlace } from '#ui/confirm-in-place'
import { ProgressBar } from '#ui/progress-bar'
import classes from './recovery-page.module.css'

/** The data are not what main saw last: what happened, in words, and the way back. Nothing is written before the user chose. */
export const RecoveryPage = ({ state }: { readonly state: Extract<StartState, { readonly kind: 'lost' }> }) => {
  const { t } = useTranslation(['safety', 'common'])
  const format = useFormat()
  const client = useDataClient()
  const { restoring } = useDataStatus()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [detailed, setDetailed] = useState(false)
  const { backup, journalEntries, isComplete } = state.restorable
  const canRestore = backup !== null || journalEntries > 0

  const restore = async (chosen: BackupInfo | null): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const rebuilt = await client.restoreEverything(chosen).finally(() => setBusy(false))
    if (rebuilt.ok) return
    const { error } = rebuilt
    if (error.kind === 'newer-version') setProblem(t('restore.newer'))
    else if (error.kind === 'restart-needed') setProblem(t('loss.restart'))
    else setProblem(error.kind === 'nothing-to-restore' ? t('loss.nothing') : t('loss.failed', { reason: error.detail }))
  }
  const choose = async (): Promise<void> => {
    const chosen = await window.desktop.chooseBackup()
    if (chosen?.ok === true) await restore(chosen.value)
    else if (chosen !== null) setProblem(t('restore.unreadable'))
  }
  const goOn = async (): Promise<void> => {
    const opened = await client.continueAsIs()
    if (!opened.ok) setProblem(t('loss.failed', { reason: opened.error.detail }))
  }

  return (
    <main className={classes['page']}>
      <h1 className={classes['title']}>{t('loss.title')}</h1>
      <p>
        {t(`loss.${state.loss}`)} {t('loss.nothingWritten')}
      </p>
      {canRestore ? (
        <p>
          {backup === null
            ? t('loss.noBackup')
            : t('loss.backup', { date: format.instant(backup.at), people: t('common:people', { count: backup.counts['people'] ?? 0 }) })}{' '}
          {journalEntries > 0 && `${t('loss.journal', { count: journalEntries })} `}
          <strong>{isComplete ? t('loss.complete') : t('loss.incomplete')}</strong>
        </p>
      ) : (
        <p>{t('loss.nothing')}</p>
      )}
      {problem !== null && (
        <p className={classes['problem']} role="alert">
          {problem}
        </p>
      )}
      {isBusy || restoring !== null ? (
        <ProgressBar label={t('loss.restoring')} done={restoring?.done ?? 0} total={restoring?.total ?? null} />
      ) : (
        <div className={classes['actions']}>
          {canRestore && (
            <Button size="md" autoFocus onClick={() => void restore(null)}>
              {t('loss.restore')}
            </Button>
          )}
          <Button size="md" variant={canRestore ? 'default' : 'filled'} onClick={() => void choose()}>
            {t('loss.choose')}
          </Button>
        </div>
      )}
      <div className={classes['others']}>
        {(state.loss === 'rows-missing' || state.loss === 'changes-missing') && (
          <ConfirmInPlace
            label={t('loss.continueAsIs')}
            question={t('loss.continueQuestion')}
            confirmLabel={t('loss.continueAsIs')}
            disabled={isBusy}
            onConfirm={() => void goOn()}
          />
        )}
        <ConfirmInPlace
          label={t('loss.startAfresh')}
          question={t('loss.startAfreshQuestion')}
          confirmLabel={t('loss.startAfresh')}
          tone="danger"
          disabled={isBusy}
          onConfirm={() => void client.startAfresh()}
        />
      </div>
      {state.detail !== '' && (
        <>
          <Anchor component="button" type="button" size="xs" aria-expanded={detailed} onClick={() => setDetailed(!detailed)}>
            {t('loss.details')}
          </Anchor>
          <Collapse expanded={detailed}>
            <pre className={classes['details']}>{state.detail}</pre>
          </Collapse>
        </>
      )}
    </main>
  )
}

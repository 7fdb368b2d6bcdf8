import { useTranslation } from 'react-i18next'
import type { StartState } from '#data/start-state'
import { useFormat } from '#i18n/setup'
import classes from './recovery-page.module.css'

/** The data are not what main saw last: what happened, in words, and the way back. Nothing is written before the user chose. */
export const RecoveryPage = ({ state }: { readonly state: Extract<StartState, { readonly kind: 'lost' }> }) => {
  const { t } = useTranslation(['safety', 'common'])
  const format = useFormat()
  const { backup, journalEntries, isComplete } = state.restorable
  return (
    <main className={classes['page']}>
      <h1 className={classes['title']}>{t('loss.title')}</h1>
      <p>
        {t(`loss.${state.loss}`)} {t('loss.nothingWritten')}
      </p>
      <p>
        {backup === null ? t('loss.noBackup') : t('loss.backup', { date: format.instant(backup.at), people: t('common:people', { count: backup.counts['people'] ?? 0 }) })}{' '}
        {journalEntries > 0 && t('loss.journal', { count: journalEntries })}
      </p>
      <p>{isComplete ? t('loss.complete') : t('loss.incomplete')}</p>
    </main>
  )
}

import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDataStatus } from '#data/use-data'
import { useFormat } from '#i18n/setup'
import { useNow } from '#ui/use-now'
import styles from './home.module.css'

/** How many people are known, and how old the last verified copy of everything is. */
export const YourData = ({ known, onSeeCopies }: { readonly known: number; readonly onSeeCopies: () => void }) => {
  const { t } = useTranslation(['home', 'common'])
  const format = useFormat()
  const { lastBackup } = useDataStatus()
  const now = useNow()
  return (
    <section className={styles['card']} aria-label={t('backup.title')}>
      <h2 className={styles['cardTitle']}>{t('backup.title')}</h2>
      <p className={styles['sentence']}>
        {t('backup.people', { count: known })}. {lastBackup === null ? t('backup.never') : t('backup.last', { ago: format.ago(lastBackup.at, now) })}
      </p>
      <Anchor component="button" type="button" onClick={onSeeCopies}>
        {t('backup.open')}
      </Anchor>
    </section>
  )
}

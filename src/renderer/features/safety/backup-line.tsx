import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BackupInfo } from '#bridge/safety'
import { useFormat } from '#i18n/setup'
import classes from './backups.module.css'

interface BackupLineProps {
  readonly backup: BackupInfo
  readonly isShown: boolean
  readonly onShow: () => void
}

/** One copy: when, why, how much. */
export const BackupLine = ({ backup, isShown, onShow }: BackupLineProps) => {
  const { t } = useTranslation(['safety', 'common'])
  const format = useFormat()
  const when = format.instant(backup.at)
  return (
    <li className={classes['line']} data-shown={isShown || undefined}>
      <span className={classes['when']}>{when}</span>
      <span className={classes['soft']}>{t(`reason.${backup.reason}`)}</span>
      <span className={classes['number']}>{t('common:people', { count: backup.counts['people'] ?? 0 })}</span>
      <span className={classes['number']}>{format.bytes(backup.size)}</span>
      <Anchor component="button" type="button" onClick={onShow} aria-label={`${t('copies.see')} : ${when}`} aria-expanded={isShown}>
        {t('copies.seeShort')}
      </Anchor>
    </li>
  )
}

import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDataStatus } from '#data/use-data'
import { useFormat } from '#i18n/setup'
import { safetyWords, type SafetyWords } from './safety-words.ts'
import { useNow } from '#ui/use-now'
import classes from './safety-banner.module.css'

/** The age of the last verified copy, quiet; loud when the data are no longer safe. Leads to the copies. */
export const SafetyBanner = () => {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const status = useDataStatus()
  const now = useNow()
  const words = safetyWords(status, now)
  const Icon = words.tone === 'quiet' ? IconShieldCheck : IconAlertTriangle
  const say = (key: SafetyWords['key']): string => {
    if (key === 'last') return t('safety.last', { ago: status.lastBackup === null ? '' : format.ago(status.lastBackup.at, now) })
    if (key === 'old') return t('safety.old', { date: status.lastBackup === null ? '' : format.instant(status.lastBackup.at) })
    if (key === 'low') return t('safety.low', { free: format.bytes(status.freeBytes ?? 0) })
    return t(`safety.${key}`)
  }
  return (
    <Link to="/settings/$section" params={{ section: 'backups' }} className={classes['banner']} data-tone={words.tone} title={t('safety.open')}>
      <Icon size={16} stroke={1.6} aria-hidden />
      <span role={words.tone === 'quiet' ? undefined : 'status'}>{say(words.key)}</span>
    </Link>
  )
}

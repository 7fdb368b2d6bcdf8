import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/setup'
import shared from './importing.module.css'
import classes from './columns.module.css'

interface SensitiveWarningProps {
  readonly headers: readonly string[]
  readonly kept: boolean
  readonly onKeep: () => void
  readonly onLeaveOut: () => void
}

/** Asks about columns of health, religion, justice… before anything of them is kept. */
export const SensitiveWarning = ({ headers, kept, onKeep, onLeaveOut }: SensitiveWarningProps) => {
  const { t } = useTranslation('importing')
  const format = useFormat()
  return (
    <section className={classes['warning']} aria-label={t('columns.sensitiveTitle')} data-asks={!kept || undefined}>
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <h2 className={classes['warningTitle']}>{t('columns.sensitiveTitle')}</h2>
        <p className={classes['warningText']}>{t('columns.sensitiveText', { columns: format.list(headers) })}</p>
        <div className={shared['details']}>
          <Button variant="default" size="compact-sm" onClick={onLeaveOut}>
            {t('columns.sensitiveLeave')}
          </Button>
          {kept ? (
            <span className={shared['hint']}>{t('columns.sensitiveKept')}</span>
          ) : (
            <Button variant="subtle" size="compact-sm" onClick={onKeep}>
              {t('columns.sensitiveKeep')}
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useData, useDataStatus } from '#data/use-data'
import { showToast } from '#ui/toast'

/** « Faire une copie maintenant »: says what was copied once it has been read again, or why it was not. */
export const BackupNow = ({ variant = 'default' }: { readonly variant?: 'default' | 'filled' }) => {
  const { t } = useTranslation(['safety', 'common'])
  const data = useData()
  const status = useDataStatus()
  const [asked, setAsked] = useState(false)
  const isRunning = asked || status.backup === 'running'
  const copy = async (): Promise<void> => {
    setAsked(true)
    const made = await data.safety.backupNow().finally(() => setAsked(false))
    if (made.ok) {
      const { counts } = made.value
      showToast({
        message: t('copies.done', {
          people: t('common:people', { count: counts['people'] ?? 0 }),
          events: t('common:events', { count: counts['events'] ?? 0 }),
        }),
      })
    } else showToast({ message: t('copies.failed', { reason: t(`backupProblem.${made.error.kind}`) }), tone: 'problem' })
  }
  return (
    <Button variant={variant} disabled={isRunning} onClick={() => void copy()}>
      {isRunning ? t('copies.running') : t('copies.now')}
    </Button>
  )
}

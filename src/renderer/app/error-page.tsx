import { Anchor, Button, Collapse } from '@mantine/core'
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BackupNow } from '#features/safety/backup-now'
import { EmptyState } from '#ui/empty-state'
import classes from './error-page.module.css'

/** What a page that failed shows instead: the data are safe, here is what can be done. The rest of the window goes on. */
export const ErrorPage = ({ error, reset }: ErrorComponentProps) => {
  const { t } = useTranslation('shell')
  const router = useRouter()
  const [detailed, setDetailed] = useState(false)
  const details = describe(error)

  useEffect(() => {
    void window.desktop.logProblem({
      where: window.location.hash.replace(/[0-9a-f-]{20,}/gu, '…').slice(0, 200),
      message: details.message.slice(0, 2000),
      stack: details.stack.slice(0, 10_000),
    })
  }, [details.message, details.stack])

  return (
    <div className={classes['page']}>
      <EmptyState
        level={1}
        title={t('error.title')}
        text={t('error.text')}
        action={
          <div className={classes['actions']}>
            <Button
              onClick={() => {
                reset()
                void router.invalidate()
              }}
            >
              {t('error.retry')}
            </Button>
            <BackupNow />
            <Anchor component={Link} to="/">
              {t('error.home')}
            </Anchor>
          </div>
        }
      />
      <div className={classes['details']}>
        <Anchor component="button" type="button" size="xs" aria-expanded={detailed} onClick={() => setDetailed(!detailed)}>
          {t('error.details')}
        </Anchor>
        <Collapse expanded={detailed}>
          <pre className={classes['stack']} tabIndex={0}>
            {details.stack || details.message}
          </pre>
        </Collapse>
      </div>
    </div>
  )
}

const describe = (error: unknown): { readonly message: string; readonly stack: string } =>
  error instanceof Error ? { message: `${error.name}: ${error.message}`, stack: error.stack ?? '' } : { message: String(error), stack: '' }

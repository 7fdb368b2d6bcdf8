import { Button, Loader } from '@mantine/core'
import { IconRefreshAlert, IconAppWindow } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '#domain/result'
import { useDataClient, useStartState } from '#data/use-data'
import { FirstStart } from '#app/first-start'
import { RecoveryPage } from '#features/safety/recovery-page'
import { EmptyState } from '#ui/empty-state'
import classes from './start-gate.module.css'

/** Shows the application only when its data are whole; else what happened, in words, and what can be done. */
export const StartGate = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation('shell')
  const client = useDataClient()
  const state = useStartState()
  switch (state.kind) {
    case 'starting':
      return (
        <Alone>
          <EmptyState level={1} title={t('opening')} icon={<Loader size="sm" />} />
        </Alone>
      )
    case 'ready':
      return <FirstStart isFirst={state.isFirst}>{children}</FirstStart>
    case 'elsewhere':
      return (
        <Alone>
          <EmptyState
            level={1}
            icon={<IconAppWindow size={28} stroke={1.5} />}
            title={t('elsewhere.title')}
            text={t('elsewhere.text')}
            action={
              <Button autoFocus onClick={() => void client.takeOver()}>
                {t('elsewhere.takeOver')}
              </Button>
            }
          />
        </Alone>
      )
    case 'newer-version':
      return (
        <Alone>
          <EmptyState level={1} icon={<IconRefreshAlert size={28} stroke={1.5} />} title={t('newer.title')} text={t('newer.text')} />
        </Alone>
      )
    case 'lost':
      return <RecoveryPage state={state} />
    default:
      return assertNever(state)
  }
}

/** What fills the window when there is nothing else to show. */
const Alone = ({ children }: { readonly children: ReactNode }) => <main className={classes['alone']}>{children}</main>

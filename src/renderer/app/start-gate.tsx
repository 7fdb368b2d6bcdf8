import { Button, Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '#domain/result'
import { useDataClient, useStartState } from '#data/use-data'
import { FirstStart } from '#app/first-start'
import { RecoveryPage } from '#features/safety/recovery-page'
import { EmptyState } from '#ui/empty-state'

/** Shows the application only when its data are whole; else what happened, in words, and what can be done. */
export const StartGate = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation('shell')
  const client = useDataClient()
  const state = useStartState()
  switch (state.kind) {
    case 'starting':
      return <EmptyState level={1} title={t('opening')} icon={<Loader size="sm" />} />
    case 'ready':
      return <FirstStart isFirst={state.isFirst}>{children}</FirstStart>
    case 'elsewhere':
      return (
        <EmptyState
          level={1}
          title={t('elsewhere.title')}
          text={t('elsewhere.text')}
          action={<Button onClick={() => void client.takeOver()}>{t('elsewhere.takeOver')}</Button>}
        />
      )
    case 'newer-version':
      return <EmptyState level={1} title={t('newer.title')} text={t('newer.text')} />
    case 'lost':
      return <RecoveryPage state={state} />
    default:
      return assertNever(state)
  }
}

import { Button, Group } from '@mantine/core'
import { IconFileAlert } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FileProblemKind } from '#domain/importing/sheet'
import { EmptyState } from '#ui/empty-state'
import type { ImportFlow } from './import-flow.ts'

interface RefusedStepProps {
  readonly fileName: string
  readonly problem: FileProblemKind
  readonly canRetry: boolean
  readonly flow: ImportFlow
}

/** Why a file was not taken, and what to do about it. */
export const RefusedStep = ({ fileName, problem, canRetry, flow }: RefusedStepProps) => {
  const { t } = useTranslation('importing')
  return (
    <EmptyState
      icon={<IconFileAlert size={40} stroke={1.4} />}
      title={t('refused.title', { file: fileName })}
      text={<span role="alert">{t(`refused.${problem}`)}</span>}
      action={
        <Group justify="center" gap="sm">
          <Button onClick={() => void flow.leave()}>{t('refused.other')}</Button>
          {canRetry && (
            <Button variant="default" onClick={() => void flow.retry()}>
              {t('refused.again')}
            </Button>
          )}
        </Group>
      }
    />
  )
}

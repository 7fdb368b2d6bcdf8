import { Button, Group, Modal } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useUnsaved } from './unsaved.ts'

/** Asks before another room is opened over a form that is not saved: what was typed can't be undone back. */
export const LeaveGuard = () => {
  const { t } = useTranslation()
  const unsaved = useUnsaved()
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: () => unsaved, withResolver: true, enableBeforeUnload: false })
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title={t('unsaved.question')}>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => proceed?.()}>
          {t('unsaved.leave')}
        </Button>
        <Button data-autofocus onClick={() => reset?.()}>
          {t('unsaved.stay')}
        </Button>
      </Group>
    </Modal>
  )
}

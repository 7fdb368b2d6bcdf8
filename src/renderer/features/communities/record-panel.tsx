import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SidePanel } from '#ui/side-panel'
import classes from './communities.module.css'

interface RecordPanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly onSave: () => void
  /** The verb where it is not « Enregistrer ». */
  readonly saveLabel?: string
  /** null where there is nothing to take away yet. */
  readonly onRemove?: (() => void) | null
  readonly removeLabel?: string
  readonly children: ReactNode
}

/** The panel of a form: fields, save, cancel, take away. */
export const RecordPanel = ({ title, onClose, onSave, saveLabel, onRemove = null, removeLabel, children }: RecordPanelProps) => {
  const { t } = useTranslation()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSave()
  }
  return (
    <SidePanel
      title={title}
      label={title}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit" form="community-record">
            {saveLabel ?? t('actions.save')}
          </Button>
        </>
      }
    >
      <form id="community-record" className={classes['form']} noValidate onSubmit={submit}>
        {children}
        {onRemove !== null && (
          <div>
            <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconTrash size={14} />} onClick={onRemove}>
              {removeLabel ?? t('actions.remove')}
            </Button>
          </div>
        )}
      </form>
    </SidePanel>
  )
}

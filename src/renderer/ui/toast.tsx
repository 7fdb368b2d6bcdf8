import { notifications } from '@mantine/notifications'
import { Button } from '@mantine/core'
import { getI18n } from 'react-i18next'
import classes from './toast.module.css'

export interface Toast {
  /** What happened, to what. */
  readonly message: string
  readonly tone?: 'done' | 'problem'
  /** « Annuler »: the word and what it does. The toast closes when it is used. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/** Says briefly that something was done, or could not be, with a way back. Problems stay until closed. */
export const showToast = ({ message, tone = 'done', action }: Toast): void => {
  const id = notifications.show({
    message: (
      <div className={classes['toast']}>
        <span>{message}</span>
        {action !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              notifications.hide(id)
              action.run()
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
    ),
    closeButtonProps: { 'aria-label': getI18n().t('actions.close') },
    role: tone === 'problem' ? 'alert' : 'status',
    color: tone === 'problem' ? 'red' : 'canard',
    autoClose: tone === 'problem' ? false : action === undefined ? 4000 : 10_000,
  })
}

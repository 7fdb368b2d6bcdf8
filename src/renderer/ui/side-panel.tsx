import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './side-panel.module.css'

export interface SidePanelProps {
  readonly title: ReactNode
  readonly label: string
  readonly onClose: () => void
  /** Stays in sight below the content: save, cancel. */
  readonly footer?: ReactNode
  readonly width?: number
  /** False for a preview that follows the list: the focus stays in the list. */
  readonly takesFocus?: boolean
  readonly children: ReactNode
}

/**
 * A panel at the right of a page that keeps the list in sight; not modal. Takes the focus when it opens (its first `data-autofocus`, else itself),
 * closes with Escape, gives the focus back.
 */
export const SidePanel = ({ title, label, onClose, footer, width = 400, takesFocus = true, children }: SidePanelProps) => {
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)

  useEffect(() => {
    if (!takesFocus) return undefined
    const before = document.activeElement
    const first = panel.current?.querySelector<HTMLElement>('[data-autofocus]') ?? panel.current
    first?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [takesFocus])

  const style: CSSProperties & Record<`--${string}`, string> = { '--panel-width': `${width}px` }
  return (
    <aside
      ref={panel}
      className={classes['panel']}
      style={style}
      data-preview={!takesFocus || undefined}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <header className={classes['header']}>
        <h2 className={classes['title']}>{title}</h2>
        <ActionIcon aria-label={t('panel.close')} onClick={onClose}>
          <IconX size={18} />
        </ActionIcon>
      </header>
      <div className={classes['content']}>{children}</div>
      {footer !== undefined && <footer className={classes['footer']}>{footer}</footer>}
    </aside>
  )
}

/** Puts a list and its panel side by side; give it to a `Page` with `layout="fill"`. */
export const WithSidePanel = ({ panel, children }: { readonly panel: ReactNode; readonly children: ReactNode }) => (
  <div className={classes['split']}>
    <div className={classes['main']}>{children}</div>
    {panel}
  </div>
)

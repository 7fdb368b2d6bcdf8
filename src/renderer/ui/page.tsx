import { ActionIcon } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCommand } from '#ui/commands'
import classes from './page.module.css'

export interface PageProps {
  /** What one sees: a noun. */
  readonly title: ReactNode
  /** The way back to where one came from, before the title. */
  readonly back?: { readonly label: string; readonly onBack: () => void } | undefined
  /** One sentence under the title, if it helps. */
  readonly subtitle?: ReactNode
  /** The one primary action, and quieter ones before it. */
  readonly actions?: ReactNode
  /** The pages of a room that has several, under the title. */
  readonly tabs?: ReactNode
  /** Filters as a sentence, between the title and the content. */
  readonly filters?: ReactNode
  /** `fill`: the content takes the height that is left and scrolls by itself (lists); `scroll`: the whole page scrolls. */
  readonly layout?: 'fill' | 'scroll'
  /** Text pages stay readable at full screen. */
  readonly width?: 'full' | 'text'
  readonly children: ReactNode
}

/** The frame of every page: title, sentence, one primary action, filters, content. */
export const Page = ({ title, back, subtitle, actions, tabs, filters, layout = 'scroll', width = 'full', children }: PageProps) => {
  useCommand('back', back?.onBack ?? null)
  return (
    <div className={classes['page']} data-layout={layout} data-width={width}>
      <header className={classes['header']}>
        <div className={classes['heading']}>
          <div className={classes['titleLine']}>
            {back !== undefined && (
              <ActionIcon className={classes['back'] ?? ''} aria-label={back.label} title={back.label} onClick={back.onBack}>
                <IconArrowLeft size={18} />
              </ActionIcon>
            )}
            <h1 className={classes['title']}>{title}</h1>
          </div>
          {subtitle !== undefined && <p className={classes['subtitle']}>{subtitle}</p>}
        </div>
        {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
      </header>
      {tabs !== undefined && <div className={classes['tabs']}>{tabs}</div>}
      {filters !== undefined && <div className={classes['filters']}>{filters}</div>}
      <div className={classes['content']}>{children}</div>
    </div>
  )
}

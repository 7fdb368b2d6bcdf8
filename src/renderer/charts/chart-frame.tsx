import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChartBar, IconPhotoDown, IconTable, IconTableExport } from '@tabler/icons-react'
import { useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeptState } from '#ui/use-kept-state'
import type { ChartTable } from './table.tsx'
import { chartToPng } from './chart-image.ts'
import { TableTwin } from './table-twin.tsx'
import styles from './charts.module.css'

interface ChartFrameProps {
  readonly title: string
  /** How the figures are counted, in one or two sentences: always visible under the chart. */
  readonly rule: ReactNode
  readonly table: ChartTable
  readonly children: ReactNode
  /** Choices that belong to this chart alone, shown beside its title. */
  readonly controls?: ReactNode
  readonly onSaveImage: (bytes: Uint8Array) => void
  readonly onSaveTable: () => void
}

/** A chart with its title, its rule, its table twin and its two exports. */
export const ChartFrame = ({ title, rule, table, children, controls, onSaveImage, onSaveTable }: ChartFrameProps) => {
  const { t } = useTranslation('charts')
  const [asTable, setAsTable] = useKeptState(`chart.${title}`, () => false)
  const drawing = useRef<HTMLDivElement>(null)
  const titleId = useId()
  const saveImage = async (): Promise<void> => {
    if (drawing.current !== null) onSaveImage(await chartToPng(drawing.current))
  }
  return (
    <section className={styles['frame']} aria-labelledby={titleId}>
      <header className={styles['head']}>
        <h2 id={titleId} className={styles['title']}>
          {title}
        </h2>
        <div className={styles['tools']}>
          {controls}
          <Tool label={asTable ? t('showChart') : t('showTable')} pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? <IconChartBar size={18} /> : <IconTable size={18} />}
          </Tool>
          {!asTable && (
            <Tool label={t('saveImage')} onClick={() => void saveImage()}>
              <IconPhotoDown size={18} />
            </Tool>
          )}
          <Tool label={t('saveTable')} onClick={onSaveTable}>
            <IconTableExport size={18} />
          </Tool>
        </div>
      </header>
      <div ref={drawing} className={styles['drawing']}>
        {asTable ? <TableTwin caption={title} table={table} /> : children}
        {!asTable && (
          <div className={styles['forScreenReaders']}>
            <TableTwin caption={title} table={table} inert />
          </div>
        )}
      </div>
      <p className={styles['rule']}>{rule}</p>
    </section>
  )
}

interface ToolProps {
  readonly label: string
  readonly pressed?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}
const Tool = ({ label, pressed, onClick, children }: ToolProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} aria-pressed={pressed} onClick={onClick}>
      {children}
    </ActionIcon>
  </Tooltip>
)

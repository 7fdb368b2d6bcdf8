import type { ReactNode } from 'react'
import { ChartFrame } from '#charts/chart-frame'
import type { ChartTable } from '#charts/table'
import { useSaveChart } from './use-figures.ts'

interface SavedChartProps {
  readonly title: string
  readonly rule: string
  readonly table: ChartTable
  readonly controls?: ReactNode
  readonly children: ReactNode
}

/** A chart whose picture and table are saved under its title. */
export const SavedChart = ({ title, rule, table, controls, children }: SavedChartProps) => {
  const { saveImage, saveTable } = useSaveChart()
  return (
    <ChartFrame
      title={title}
      rule={rule}
      table={table}
      controls={controls}
      onSaveImage={(bytes) => void saveImage(title, bytes)}
      onSaveTable={() => void saveTable(title, rule, table)}
    >
      {children}
    </ChartFrame>
  )
}

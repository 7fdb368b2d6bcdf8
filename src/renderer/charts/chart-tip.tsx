import styles from './charts.module.css'

interface ChartTipProps {
  readonly title: string
  readonly lines: readonly { readonly text: string; readonly color: string }[]
}

/** The small label that follows the pointer or the keyboard over a chart. */
export const ChartTip = ({ title, lines }: ChartTipProps) => (
  <div className={styles['tip']}>
    <strong>{title}</strong>
    {lines.map((line) => (
      <span key={line.text} className={styles['tipLine']}>
        <i style={{ background: line.color }} />
        {line.text}
      </span>
    ))}
  </div>
)

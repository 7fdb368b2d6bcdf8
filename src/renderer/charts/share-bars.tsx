import styles from './charts.module.css'

export interface ShareBar {
  readonly label: string
  /** Between 0 and 1; null: nothing to divide by, shown as words. */
  readonly share: number | null
  readonly text: string
  /** What a screen reader adds after the name and the value. */
  readonly description: string
  readonly onPick?: (() => void) | undefined
}

interface ShareBarsProps {
  readonly bars: readonly ShareBar[]
  readonly tone?: 1 | 4
  /** Room for the names, the same for every bar. */
  readonly labelWidth?: string
}

/** Horizontal bars from 0 to 100 %, each named and valued on its own line: for shares and for counts of unlike things. */
export const ShareBars = ({ bars, tone = 1, labelWidth = '6rem' }: ShareBarsProps) => (
  <div className={styles['bars']} data-chart="bars" style={{ '--bar-label': labelWidth } as React.CSSProperties}>
    {bars.map((bar) => (
      <button key={bar.label} type="button" className={styles['bar']} disabled={bar.onPick === undefined} onClick={bar.onPick}>
        <span className={styles['barLabel']}>{bar.label}</span>
        <span className={styles['barTrack']} aria-hidden="true">
          <span style={{ width: `${(bar.share ?? 0) * 100}%`, background: `var(--chart-${tone})` }} />
        </span>
        <span className={styles['barValue']}>{bar.text}</span>
        <span className={styles['forScreenReaders']}>{bar.description}</span>
      </button>
    ))}
  </div>
)

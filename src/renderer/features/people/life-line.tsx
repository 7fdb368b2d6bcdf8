import type { TFunction } from 'i18next'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventId } from '#domain/id'
import { isIsoDate, type PartialDate } from '#domain/period'
import { useFormat } from '#i18n/setup'
import type { LifeLineLayout } from './life-line-layout.ts'
import type { Names } from './lists.ts'
import classes from './life-line.module.css'

const laneHeight = 30
const axisHeight = 24

export interface LifeLineProps {
  readonly layout: LifeLineLayout
  readonly names: Names
  /** For the one who can't see it; the lists of roles and events below say the same. */
  readonly label: string
  readonly onOpenEvent: (id: EventId) => void
}

/** The roles of a person over time, one lane each, and the events she came to as dots: labelled in place, years below. */
export const LifeLine = ({ layout, names, label, onOpenEvent }: LifeLineProps) => {
  const { t } = useTranslation('person')
  const format = useFormat()
  const gradient = useId()
  const dotsLane = layout.dots.length > 0 ? 1 : 0
  const height = (layout.lanes.length + dotsLane) * laneHeight + axisHeight
  const bottom = height - axisHeight
  return (
    <figure className={classes['figure']}>
      <div className={classes['labels']} aria-hidden>
        {layout.lanes.map(({ kind }) => (
          <div key={kind} className={classes['label']} style={{ height: laneHeight }}>
            {names.role(kind)}
          </div>
        ))}
        {dotsLane === 1 && (
          <div className={classes['label']} data-soft style={{ height: laneHeight }}>
            {t('life.events')}
          </div>
        )}
      </div>
      <svg className={classes['plot']} width="100%" height={height} role="img" aria-label={label}>
        <defs>
          <linearGradient id={gradient}>
            <stop offset="0%" stopColor="white" stopOpacity={0} />
            <stop offset="30%" stopColor="white" stopOpacity={1} />
          </linearGradient>
          <mask id={`${gradient}-mask`} maskContentUnits="objectBoundingBox">
            <rect width={1} height={1} fill={`url(#${gradient})`} />
          </mask>
        </defs>
        {layout.ticks.map(({ at, year }) => (
          <g key={year}>
            <line x1={percent(at)} x2={percent(at)} y1={0} y2={bottom} className={classes['tick']} />
            <text x={percent(at)} y={bottom + 17} className={classes['year']} dx={2}>
              {year}
            </text>
          </g>
        ))}
        <line x1="0%" x2="100%" y1={bottom} y2={bottom} className={classes['axis']} />
        {layout.lanes.map(({ kind, bars }, lane) =>
          bars.map((bar) => (
            <rect
              key={bar.id}
              x={percent(bar.from)}
              width={percent(bar.to - bar.from)}
              y={lane * laneHeight + 8}
              height={laneHeight - 16}
              rx={bar.isOpen ? 3 : 5}
              style={{ fill: `var(--chart-${(lane % 7) + 1})` }}
              mask={bar.fadesIn ? `url(#${gradient}-mask)` : undefined}
              data-open={bar.isOpen || undefined}
            >
              <title>{`${names.role(kind)}, ${periodWords(bar.start, bar.end, t, format)}`}</title>
            </rect>
          )),
        )}
        {layout.dots.map((dot) => (
          // The list of events below is the way in for the keyboard.
          <circle
            key={dot.eventId}
            cx={percent(dot.at)}
            cy={layout.lanes.length * laneHeight + laneHeight / 2}
            r={4.5}
            className={classes['dot']}
            onClick={() => onOpenEvent(dot.eventId)}
          >
            <title>{`${dot.name}, ${format.date(dot.date)}`}</title>
          </circle>
        ))}
        <line x1={percent(layout.today)} x2={percent(layout.today)} y1={0} y2={bottom} className={classes['today']}>
          <title>{t('life.present')}</title>
        </line>
      </svg>
    </figure>
  )
}

/** « depuis mars 2021 », « du 1er mars 2019 à 2021 », « jusqu’à 2021, début inconnu »: a whole day takes its article. */
export const periodWords = (
  start: PartialDate | null,
  end: PartialDate | null,
  t: TFunction<'person'>,
  format: { readonly date: (date: PartialDate) => string },
): string => {
  const from = start === null ? null : { start: format.date(start) }
  const to = end === null ? null : { end: format.date(end) }
  const startsOnDay = start !== null && isIsoDate(start)
  const endsOnDay = end !== null && isIsoDate(end)
  if (from !== null && to !== null) return `${t(startsOnDay ? 'life.fromDay' : 'life.from', from)} ${t(endsOnDay ? 'life.toDay' : 'life.to', to)}`
  if (from !== null) return t(startsOnDay ? 'life.sinceDay' : 'life.since', from)
  return to === null ? t('life.unknownStart') : `${t(endsOnDay ? 'life.untilDay' : 'life.until', to)}, ${t('life.unknownStart')}`
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

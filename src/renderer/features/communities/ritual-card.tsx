import { ActionIcon, Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ritual, RitualOutcome } from '#domain/community'
import { datesOfRitual } from '#domain/communities/ritual-dates'
import type { IsoDate } from '#domain/period'
import { useFormat } from '#i18n/setup'
import { Badge } from '#ui/badge'
import { useRhythmWords } from './rhythm-words.ts'
import classes from './meetings.module.css'

interface RitualCardProps {
  readonly ritual: Ritual
  readonly today: IsoDate
  /** Days on which an event brought members together. */
  readonly metOn: ReadonlySet<string>
  readonly onEdit: () => void
  readonly onNote: (dates: readonly IsoDate[], outcome: RitualOutcome) => void
}

const fewLate = 4

/** A ritual with its next dates, and every past one of which nobody knows whether it took place. */
export const RitualCard = ({ ritual, today, metOn, onEdit, onNote }: RitualCardProps) => {
  const { t } = useTranslation('communityMeetings')
  const format = useFormat()
  const words = useRhythmWords()
  const [showsAll, setShowsAll] = useState(false)
  const { late, next, held, missed } = datesOfRitual(ritual, today, metOn)
  const [nearest, ...later] = next
  const latest = late.toReversed()
  const shown = showsAll ? latest : latest.slice(0, fewLate)
  return (
    <article className={classes['ritual']} aria-label={ritual.name}>
      <div className={classes['ritualHead']}>
        <h3 className={classes['ritualName']}>{ritual.name}</h3>
        {ritual.isOnline && <Badge>{t('ritual.isOnline')}</Badge>}
        <ActionIcon size="sm" aria-label={t('ritual.editNamed', { name: ritual.name })} onClick={onEdit}>
          <IconPencil size={14} />
        </ActionIcon>
      </div>
      <p className={classes['quiet']}>{[words(ritual.rule), ritual.place].filter((part) => part !== '').join(' · ')}</p>
      {nearest === undefined ? (
        <p className={classes['quiet']}>{t('ritual.over')}</p>
      ) : (
        <p className={classes['next']}>
          {t('ritual.nearest', { date: format.fullDay(nearest) })}
          {later.length > 0 && (
            <span className={classes['quiet']}> {t('ritual.then', { dates: format.list(later.map((date) => format.date(date))) })}</span>
          )}
        </p>
      )}
      {(held.length > 0 || missed.length > 0) && (
        <p className={classes['quiet']}>{t('ritual.kept', { count: held.length, total: held.length + missed.length + late.length })}</p>
      )}
      {late.length > 0 && (
        <div className={classes['late']}>
          <p className={classes['lateTitle']}>{t('ritual.late', { count: late.length })}</p>
          <ul className={classes['lateDates']} aria-label={t('ritual.lateLabel', { name: ritual.name })}>
            {shown.map((date) => (
              <li key={date} className={classes['lateDate']}>
                <span>{format.fullDay(date)}</span>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('ritual.heldOn', { date: format.date(date) })}
                  onClick={() => onNote([date], 'held')}
                >
                  {t('ritual.held')}
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('ritual.missedOn', { date: format.date(date) })}
                  onClick={() => onNote([date], 'missed')}
                >
                  {t('ritual.missed')}
                </Button>
              </li>
            ))}
          </ul>
          <div className={classes['lateActions']}>
            {late.length > shown.length && (
              <Button size="compact-xs" variant="subtle" onClick={() => setShowsAll(true)}>
                {t('ritual.showAll', { count: late.length - shown.length })}
              </Button>
            )}
            {late.length > 1 && (
              <>
                <Button size="compact-xs" variant="subtle" onClick={() => onNote(late, 'held')}>
                  {t('ritual.allHeld')}
                </Button>
                <Button size="compact-xs" variant="subtle" onClick={() => onNote(late, 'missed')}>
                  {t('ritual.allMissed')}
                </Button>
              </>
            )}
          </div>
        </div>
      )}
    </article>
  )
}

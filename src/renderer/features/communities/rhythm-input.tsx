import { Group, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ranks, ruleToRhythm, rhythmToRule, weekdayOf, weekdays, type Rhythm } from '#domain/communities/rhythm'
import { partsOf, type IsoDate } from '#domain/period'
import { rankName, useRhythmWords } from './rhythm-words.ts'
import classes from './communities.module.css'

interface RhythmInputProps {
  readonly rule: string
  /** The first day, from which a new kind of rhythm takes its day. */
  readonly start: IsoDate
  readonly onChange: (rule: string) => void
}

const kinds = ['weekly', 'monthly-weekday', 'monthly-day', 'yearly'] as const
const mostEvery = { weekly: 8, 'monthly-weekday': 12, 'monthly-day': 12 } as const

/** A rhythm chosen in plain words, each choice shown as the sentence it makes. A rule from elsewhere stays until another is chosen. */
export const RhythmInput = ({ rule, start, onChange }: RhythmInputProps) => {
  const { t } = useTranslation('communityMeetings')
  const words = useRhythmWords()
  const rhythm = ruleToRhythm(rule)
  const change = (next: Rhythm): void => onChange(rhythmToRule(next))
  return (
    <div className={classes['rhythm']}>
      <NativeSelect
        label={t('rhythm.label')}
        data={[...(rhythm === null ? [{ value: '', label: rule }] : []), ...kinds.map((value) => ({ value, label: t(`rhythm.kinds.${value}`) }))]}
        value={rhythm?.kind ?? ''}
        onChange={(event) => {
          const kind = kinds.find((known) => known === event.currentTarget.value)
          if (kind !== undefined) change(rhythmOfKind(kind, start))
        }}
      />
      {rhythm !== null && rhythm.kind !== 'yearly' && (
        <Group gap="xs" grow>
          <NativeSelect
            label={t(rhythm.kind === 'weekly' ? 'rhythm.everyWeek' : 'rhythm.every')}
            data={Array.from({ length: mostEvery[rhythm.kind] }, (_, index) => ({
              value: String(index + 1),
              label: t(rhythm.kind === 'weekly' ? 'rhythm.everyWeeks' : 'rhythm.everyMonths', { count: index + 1 }),
            }))}
            value={String(rhythm.every)}
            onChange={(event) => change({ ...rhythm, every: Number(event.currentTarget.value) })}
          />
          {rhythm.kind === 'monthly-weekday' && (
            <NativeSelect
              label={t('rhythm.which')}
              data={ranks.map((value) => ({ value: String(value), label: t(`rhythm.ranks.${rankName[value]}`) }))}
              value={String(rhythm.rank)}
              onChange={(event) => change({ ...rhythm, rank: ranks.find((known) => String(known) === event.currentTarget.value) ?? 1 })}
            />
          )}
          {rhythm.kind !== 'monthly-day' && (
            <NativeSelect
              label={t('rhythm.weekday')}
              data={weekdays.map((value) => ({ value, label: t(`rhythm.weekdays.${value}`) }))}
              value={rhythm.weekday}
              onChange={(event) => change({ ...rhythm, weekday: weekdays.find((known) => known === event.currentTarget.value) ?? 'MO' })}
            />
          )}
          {rhythm.kind === 'monthly-day' && (
            <NativeSelect
              label={t('rhythm.dayLabel')}
              data={[...Array.from({ length: 28 }, (_, index) => index + 1), -1].map((value) => ({
                value: String(value),
                label: value === -1 ? t('rhythm.lastDay') : String(value),
              }))}
              value={String(rhythm.day)}
              onChange={(event) => change({ ...rhythm, day: Number(event.currentTarget.value) })}
            />
          )}
        </Group>
      )}
      <p className={classes['sentence']} role="status">
        {words(rule)}
      </p>
    </div>
  )
}

/** Days after the 28th are no day of every month: the last one is meant. */
const rhythmOfKind = (kind: Rhythm['kind'], start: IsoDate): Rhythm => {
  const { month, day } = partsOf(start)
  const inMonth = day ?? 1
  switch (kind) {
    case 'weekly':
      return { kind, every: 1, weekday: weekdayOf(start) }
    case 'monthly-weekday':
      return { kind, every: 1, rank: ranks.find((known) => known === Math.ceil(inMonth / 7)) ?? -1, weekday: weekdayOf(start) }
    case 'monthly-day':
      return { kind, every: 1, day: inMonth > 28 ? -1 : inMonth }
    case 'yearly':
      return { kind, month: month ?? 1, day: inMonth }
  }
}

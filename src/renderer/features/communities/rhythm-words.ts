import { useTranslation } from 'react-i18next'
import { ruleToRhythm, type Rank, type Rhythm } from '#domain/communities/rhythm'
import { useFormat } from '#i18n/setup'

/** Under which name the words of a rank are. */
export const rankName = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', '-1': 'last' } as const satisfies Readonly<Record<Rank, string>>

/** « chaque mois, le 2e mardi »; the rule itself where no words say it. */
export const useRhythmWords = (): ((rule: string) => string) => {
  const { t } = useTranslation('communityMeetings')
  const format = useFormat()
  const numberOfDay = (day: number): string => (day === 1 ? t('rhythm.first') : String(day))
  const say = (rhythm: Rhythm): string => {
    switch (rhythm.kind) {
      case 'weekly':
        return t('rhythm.weekly', { count: rhythm.every, weekday: t(`rhythm.weekdays.${rhythm.weekday}`) })
      case 'monthly-weekday': {
        const day = t('rhythm.rankedDay', { rank: t(`rhythm.ranks.${rankName[rhythm.rank]}`), weekday: t(`rhythm.weekdays.${rhythm.weekday}`) })
        return t('rhythm.monthly', { count: rhythm.every, day })
      }
      case 'monthly-day':
        return t('rhythm.monthly', {
          count: rhythm.every,
          day: rhythm.day === -1 ? t('rhythm.lastDay') : t('rhythm.day', { day: numberOfDay(rhythm.day) }),
        })
      case 'yearly':
        return t('rhythm.yearly', { day: numberOfDay(rhythm.day), month: format.monthName(rhythm.month) })
    }
  }
  return (rule) => {
    const rhythm = ruleToRhythm(rule)
    return rhythm === null ? rule : say(rhythm)
  }
}

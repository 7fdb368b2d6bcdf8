import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Community, Ritual, RitualOutcome } from '#domain/community'
import type { EventId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import { useLive } from '#data/use-live'
import { Section } from '#ui/section'
import { useToday } from '#ui/use-today'
import type { OpenPanel } from './community-panel.tsx'
import { MeetingBalanceSection } from './meeting-balance.tsx'
import { RitualCard } from './ritual-card.tsx'
import { useSaveCommunity } from './use-save-community.ts'
import classes from './meetings.module.css'

interface CommunityMeetingsProps {
  readonly community: Community
  readonly onPanel: (panel: OpenPanel) => void
  readonly onOpenEvent: (id: EventId) => void
}

/** The rituals of a community with their dates, and what its meetings were in the last twelve months. */
export const CommunityMeetings = ({ community, onPanel, onOpenEvent }: CommunityMeetingsProps) => {
  const { t } = useTranslation('communityMeetings')
  const today = useToday()
  const save = useSaveCommunity(community)
  const rituals = Object.values(community.rituals).toSorted((left, right) => left.order - right.order)
  const since = rituals.reduce<IsoDate>((first, { start }) => (start < first ? start : first), today)
  const metOn = useLive(
    ['communities', 'communityMembers', 'people', 'events', 'attendance'],
    async ({ communityMembers }) => new Set(await communityMembers.metOn(community.id, since, today)),
    [community.id, since, today],
  )
  const note = (ritual: Ritual, dates: readonly IsoDate[], outcome: RitualOutcome): void => {
    const outcomes = { ...ritual.outcomes, ...Object.fromEntries(dates.map((date) => [date, outcome])) }
    void save({ rituals: { ...community.rituals, [ritual.id]: { ...ritual, outcomes } } })
  }
  return (
    <div className={classes['meetings']}>
      <Section title={t('ritual.title')}>
        {rituals.length === 0 && <p className={classes['quiet']}>{t('ritual.none')}</p>}
        {metOn !== undefined && rituals.length > 0 && (
          <div className={classes['rituals']}>
            {rituals.map((ritual) => (
              <RitualCard
                key={ritual.id}
                ritual={ritual}
                today={today}
                metOn={metOn}
                onEdit={() => onPanel({ kind: 'ritual', ritual })}
                onNote={(dates, outcome) => note(ritual, dates, outcome)}
              />
            ))}
          </div>
        )}
        <Button
          className={classes['add'] ?? ''}
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => onPanel({ kind: 'ritual', ritual: null })}
        >
          {t('ritual.add')}
        </Button>
      </Section>
      <MeetingBalanceSection community={community} today={today} onOpenEvent={onOpenEvent} />
    </div>
  )
}

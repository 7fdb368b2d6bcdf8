import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelKind, Community } from '#domain/community'
import type { EventId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import { ShareBars } from '#charts/share-bars'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { Badge } from '#ui/badge'
import { Section } from '#ui/section'
import classes from './meetings.module.css'

interface MeetingBalanceProps {
  readonly community: Community
  readonly today: IsoDate
  readonly onOpenEvent: (id: EventId) => void
}

const digitalChannels: readonly ChannelKind[] = ['newsletter', 'chat-group', 'social']
const fewMeetings = 8

/** In person or on screen, with people of other communities or not: the meetings of the last twelve months, by a rule that is said. */
export const MeetingBalanceSection = ({ community, today, onOpenEvent }: MeetingBalanceProps) => {
  const { t } = useTranslation(['communityMeetings', 'events'])
  const format = useFormat()
  const [showsAll, setShowsAll] = useState(false)
  const figures = useLive(
    ['communities', 'communityMembers', 'people', 'roleKinds', 'events', 'attendance', 'hours', 'settings'],
    ({ communityMembers }) => communityMembers.figures(community.id, today),
    [community.id, today],
  )
  if (figures === undefined) return null
  const { balance, meetings } = figures
  const channels = Object.values(community.channels)
  const digital = channels.filter(({ kind }) => digitalChannels.includes(kind)).length
  const inPerson = channels.filter(({ kind }) => kind === 'meetings').length
  const shown = showsAll ? meetings : meetings.slice(0, fewMeetings)
  const formats = (['in-person', 'mixed', 'online'] as const).filter((value) => balance.byFormat[value] > 0)
  return (
    <Section title={t('balance.title')} note={t('balance.period')}>
      {balance.meetings === 0 ? (
        <p className={classes['quiet']}>{t('balance.none')}</p>
      ) : (
        <>
          <ShareBars
            labelWidth="9rem"
            bars={formats.map((value) => ({
              label: t(`events:form.formats.${value}`),
              share: balance.byFormat[value] / balance.meetings,
              description: t('balance.ofMeetings', { count: balance.meetings }),
              text: `${format.number(balance.byFormat[value])} · ${format.percent(balance.byFormat[value] / balance.meetings)}`,
            }))}
          />
          <p className={classes['fact']}>
            {t('balance.comings', { count: balance.comings, share: format.percent(balance.onlineComings / Math.max(1, balance.comings)) })}
          </p>
          <p className={classes['fact']}>
            {t('balance.encounters', {
              count: balance.encounters,
              total: balance.meetings,
              share: format.percent(balance.encounters / balance.meetings),
            })}
          </p>
        </>
      )}
      {channels.length > 0 && <p className={classes['fact']}>{t('balance.channels', { onScreen: digital, inPerson })}</p>}
      <p className={classes['rule']}>{t('balance.rule')}</p>
      {meetings.length > 0 && (
        <ul className={classes['list']} aria-label={t('balance.list')}>
          {shown.map((meeting) => (
            <li key={meeting.eventId} className={classes['meeting']}>
              <span className={classes['day']}>{format.date(meeting.date)}</span>
              <Anchor component="button" type="button" onClick={() => onOpenEvent(meeting.eventId)}>
                {meeting.name}
              </Anchor>
              <span className={classes['quiet']}>
                {[t('balance.members', { count: meeting.members }), t(`events:form.formats.${meeting.format}`)].join(' · ')}
              </span>
              {meeting.isEncounter && <Badge tone="accent">{t('balance.encounter')}</Badge>}
            </li>
          ))}
        </ul>
      )}
      {meetings.length > shown.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
          {t('balance.showAll', { count: meetings.length - shown.length })}
        </Button>
      )}
    </Section>
  )
}

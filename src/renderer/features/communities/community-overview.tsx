import { Anchor, Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { launchOf, isBuiltInStep } from '#domain/communities/launch'
import { isMemberOn } from '#domain/communities/membership'
import type { CommunityId, PersonId } from '#domain/id'
import type { CommunitySheet } from '#data/services/communities-service'
import { Section } from '#ui/section'
import { useToday } from '#ui/use-today'
import type { OpenPanel } from './community-panel.tsx'
import { useMembershipWords } from './membership-words.ts'
import classes from './communities.module.css'

interface CommunityOverviewProps {
  readonly sheet: CommunitySheet
  readonly onPanel: (panel: OpenPanel) => void
  readonly onOpen: (id: CommunityId) => void
  readonly onOpenPerson: (id: PersonId) => void
}

/** What a community is: purpose, target, objectives, charter, who is in charge, channels, governance, the groups inside. */
export const CommunityOverview = ({ sheet, onPanel, onOpen, onOpenPerson }: CommunityOverviewProps) => {
  const { t } = useTranslation('communities')
  const today = useToday()
  const periodWords = useMembershipWords()
  const { community, charter, names, inside, holders } = sheet
  const { next } = launchOf(community)
  const channels = Object.values(community.channels).toSorted((left, right) => left.order - right.order)
  const seats = Object.values(community.seats).toSorted((left, right) => (left.title < right.title ? -1 : left.title > right.title ? 1 : 0))
  const text = (value: string): ReactNode => (value === '' ? <span className={classes['faint']}>{t('overview.notSaid')}</span> : value)
  const person = (id: PersonId | null): ReactNode =>
    id === null ? (
      <span className={classes['faint']}>{t('overview.nobody')}</span>
    ) : (
      <Anchor component="button" type="button" onClick={() => onOpenPerson(id)}>
        {names[id] ?? '…'}
      </Anchor>
    )
  return (
    <div className={classes['overview']}>
      <div>
        <Section title={t('overview.about')}>
          <dl className={classes['facts']}>
            <dt>{t('form.purpose')}</dt>
            <dd>{text(community.purpose)}</dd>
            <dt>{t('form.targetProfile')}</dt>
            <dd>{text(community.targetProfile)}</dd>
            <dt>{t('form.objectives')}</dt>
            <dd>{text(community.objectives)}</dd>
            <dt>{t('form.leader')}</dt>
            <dd>{person(community.leaderId)}</dd>
            <dt>{t('form.autonomy')}</dt>
            <dd>{community.autonomy === null ? text('') : `${community.autonomy} – ${t(`autonomy.level${community.autonomy}`)}`}</dd>
            {next !== null && (
              <>
                <dt>{t('overview.next')}</dt>
                <dd>{next.name ?? (isBuiltInStep(next.id) ? t(`launch.steps.${next.id}`) : '')}</dd>
              </>
            )}
          </dl>
        </Section>
        <Section
          title={t('form.charter')}
          note={charter === null || charter.from.id === community.id ? '' : t('overview.charterOf', { name: charter.from.name })}
        >
          <p className={classes['text']}>
            {charter === null ? (
              <span className={classes['faint']}>{t(holders.length === 0 ? 'overview.noCharter' : 'overview.noCharterAbove')}</span>
            ) : (
              charter.text
            )}
          </p>
        </Section>
        {community.note !== '' && (
          <Section title={t('form.note')}>
            <p className={classes['text']}>{community.note}</p>
          </Section>
        )}
      </div>
      <div>
        <Section title={t('channel.title')}>
          {channels.length === 0 && <p className={classes['quiet']}>{t('channel.none')}</p>}
          <ul className={classes['lines']}>
            {channels.map((channel) => (
              <li key={channel.id}>
                <button type="button" className={classes['entry']} onClick={() => onPanel({ kind: 'channel', channel })}>
                  <span className={classes['what']}>
                    <strong>{channel.name === '' ? t(`channel.kinds.${channel.kind}`) : channel.name}</strong>{' '}
                    <span className={classes['faint']}>{channel.name === '' ? '' : t(`channel.kinds.${channel.kind}`)}</span>
                  </span>
                  <span className={classes['faint']}>{channel.where}</span>
                </button>
              </li>
            ))}
          </ul>
          <Add label={t('channel.add')} onAdd={() => onPanel({ kind: 'channel', channel: null })} />
        </Section>
        <Section title={t('seat.heading')}>
          {seats.length === 0 && <p className={classes['quiet']}>{t('seat.none')}</p>}
          <ul className={classes['lines']}>
            {seats.map((seat) => (
              <li key={seat.id} data-over={!isMemberOn(seat, today) || undefined}>
                <button type="button" className={classes['entry']} onClick={() => onPanel({ kind: 'seat', seat })}>
                  <span className={classes['what']}>
                    <strong>{seat.title}</strong>{' '}
                    {seat.personId === null ? <span className={classes['faint']}>{t('seat.vacant')}</span> : names[seat.personId]}
                  </span>
                  <span className={classes['faint']}>{periodWords(seat)}</span>
                </button>
              </li>
            ))}
          </ul>
          <Add label={t('seat.add')} onAdd={() => onPanel({ kind: 'seat', seat: null })} />
        </Section>
        {inside.length > 0 && (
          <Section title={t('overview.inside')}>
            <ul className={classes['lines']}>
              {inside.map((inner) => (
                <li key={inner.id} className={classes['line']}>
                  <Anchor component="button" type="button" onClick={() => onOpen(inner.id)}>
                    {inner.name}
                  </Anchor>
                  <span className={classes['faint']}>{t(`kinds.${inner.kind}`)}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </div>
  )
}

const Add = ({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) => (
  <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={onAdd}>
    {label}
  </Button>
)

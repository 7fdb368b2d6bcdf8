import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isMemberOn } from '#domain/communities/membership'
import type { CommunityId, OrganisationId, PersonId } from '#domain/id'
import { useLive } from '#data/use-live'
import { Section } from '#ui/section'
import { useToday } from '#ui/use-today'
import { useMembershipWords } from './membership-words.ts'
import classes from './communities.module.css'

interface MemberCommunitiesSectionProps {
  readonly member: PersonId | OrganisationId
  readonly onOpenCommunity: (id: CommunityId) => void
}

/** On the page of a person or an organisation: the communities that it is or was a member of. */
export const MemberCommunitiesSection = ({ member, onOpenCommunity }: MemberCommunitiesSectionProps) => {
  const { t } = useTranslation('communities')
  const today = useToday()
  const words = useMembershipWords()
  const found = useLive(['communities', 'communityMembers'], ({ communities }) => communities.of(member), [member])
  if (found === undefined) return null
  return (
    <Section title={t('person.title')}>
      {found.length === 0 ? (
        <p className={classes['quiet']}>{t('person.none')}</p>
      ) : (
        <ul className={classes['lines']}>
          {found.map(({ community, membership }) => (
            <li key={community.id} className={classes['line']}>
              <Anchor
                component="button"
                type="button"
                data-over={!isMemberOn(membership, today) || undefined}
                onClick={() => onOpenCommunity(community.id)}
              >
                {community.name}
              </Anchor>
              <span className={classes['faint']}>{words(membership)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

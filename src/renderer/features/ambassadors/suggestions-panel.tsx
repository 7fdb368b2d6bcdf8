import { Anchor, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { suggestionRule, type SuggestionReason } from '#domain/ambassadors/suggestions'
import type { PersonId, RoleKindId } from '#domain/id'
import { fullName } from '#domain/person'
import type { AmbassadorSuggestions, SuggestedAmbassador } from '#data/services/ambassadors-service'
import { useFormat } from '#i18n/setup'
import { useRoleName } from '#i18n/role-name'
import { SidePanel } from '#ui/side-panel'
import classes from './ambassadors.module.css'

interface SuggestionsPanelProps {
  readonly suggestions: AmbassadorSuggestions
  readonly onPropose: (suggested: SuggestedAmbassador, why: string) => void
  readonly onOpenPerson: (id: PersonId) => void
  readonly onClose: () => void
}
const mostShown = 60

/** Who could be asked, with the rule and the reasons; proposing writes the reasons into « pourquoi cette personne ». */
export const SuggestionsPanel = ({ suggestions, onPropose, onOpenPerson, onClose }: SuggestionsPanelProps) => {
  const { t } = useTranslation('ambassadors')
  const format = useFormat()
  const roleName = useRoleName()
  const role = (id: RoleKindId): string => {
    const kind = suggestions.roleKinds.find((known) => known.id === id)
    return kind === undefined ? '' : roleName(kind)
  }
  const reasonWords = (reason: SuggestionReason): string => {
    switch (reason.kind) {
      case 'engagement':
        return t('suggestions.engagement', { count: reason.participations })
      case 'tenure':
        return t('suggestions.tenure', { count: reason.years })
      case 'breadth':
        return t('suggestions.breadth', { kinds: format.list(reason.kinds) })
      case 'brought':
        return t('suggestions.brought', { count: reason.people })
      case 'roles':
        return t('suggestions.roles', { roles: format.list(reason.roles.map(role)) })
    }
  }
  const { reasons, months, fewestKinds } = {
    reasons: suggestionRule.fewestReasons,
    months: suggestionRule.months,
    fewestKinds: suggestionRule.fewestKinds,
  }
  return (
    <SidePanel title={t('suggestions.title')} label={t('suggestions.title')} onClose={onClose}>
      <p className={classes['note']}>{t('suggestions.rule', { reasons, months, kinds: fewestKinds, threshold: suggestions.threshold })}</p>
      {suggestions.people.length === 0 ? (
        <p>{t('suggestions.nobody')}</p>
      ) : (
        <ul className={classes['suggested']} aria-label={t('suggestions.found', { count: suggestions.people.length })}>
          {suggestions.people.slice(0, mostShown).map((suggested) => {
            const name = fullName(suggested.person)
            const words = suggested.reasons.map(reasonWords)
            return (
              <li key={suggested.person.id}>
                <Anchor component="button" type="button" className={classes['link']} ta="left" onClick={() => onOpenPerson(suggested.person.id)}>
                  {name}
                </Anchor>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('suggestions.proposeNamed', { name })}
                  onClick={() => onPropose(suggested, sentence(words))}
                >
                  {t('suggestions.propose')}
                </Button>
                <ul className={classes['reasons']}>
                  {words.map((word) => (
                    <li key={word}>{word}</li>
                  ))}
                </ul>
              </li>
            )
          })}
        </ul>
      )}
    </SidePanel>
  )
}

/** « 8 participations en un an ; parmi nous depuis 3 ans. » */
const sentence = (words: readonly string[]): string => {
  const text = words.join(' ; ')
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

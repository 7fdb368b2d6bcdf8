import { useTranslation } from 'react-i18next'
import type { Settings } from '#domain/settings'

/** The rule of « actif » in words. */
export const ActiveSentence = ({ settings }: { readonly settings: Pick<Settings, 'activeRule' | 'activeMonths'> }) => {
  const { t } = useTranslation('settings')
  const { activeRule, activeMonths: count } = settings
  const recent = (['attendance', 'hours'] as const).filter((fact) => activeRule[fact]).map((fact) => t(`activity.facts.${fact}`))
  const facts = [
    ...(recent.length === 0 ? [] : [t('activity.recently', { count, facts: recent.join(t('activity.or')) })]),
    ...(activeRule.role ? [t('activity.facts.role')] : []),
  ]
  return facts.length === 0 ? t('activity.noFact') : t('activity.sentence', { facts: facts.join(t('activity.orElse')) })
}

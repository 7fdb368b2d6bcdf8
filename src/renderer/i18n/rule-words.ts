import { useTranslation } from 'react-i18next'
import type { Settings } from '#domain/settings'
import { startMonthOf } from '#domain/year'
import { useFormat } from './setup.ts'

/** The rules of the figures in words: what counts as active, how years go. */
export interface RuleWords {
  /** For figures over the last months. */
  readonly active: string
  /** For figures by year: what is active in a year, then how years go. */
  readonly years: string
  /** The same, then new, kept, returned and lapsed. */
  readonly states: string
  readonly cohorts: string
}

/** Says the rules that `settings` set, in the language of the window. */
export const useRules = (settings: Settings): RuleWords => {
  const { t } = useTranslation('engagement')
  const format = useFormat()
  const { attendance, hours, role } = settings.activeRule
  const facts = [attendance && t('rules.attendance'), hours && t('rules.hours'), role && t('rules.role')]
    .filter((words) => words !== false)
    .join(t('rules.or'))
  const staff = attendance || hours ? ` ${t('rules.staff')}` : ''
  const month = startMonthOf(settings)
  const kind = settings.yearKind === 'association' && month === 1 ? 'civil' : settings.yearKind
  const years = kind === 'association' ? t('rules.association', { month: format.monthName(month) }) : t(`rules.${kind}`)
  const inYear = `${t('rules.inYear', { facts })}${staff} ${years}`
  return {
    active: `${t('rules.intro', { months: settings.activeMonths, facts })}${staff}`,
    years: inYear,
    states: `${t('rules.states')} ${inYear}`,
    cohorts: `${t('rules.cohorts')} ${inYear}`,
  }
}

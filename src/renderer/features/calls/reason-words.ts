import { useTranslation } from 'react-i18next'
import { callRules, type CallReason, type CallReasonKind, type ReasonAbout } from '#domain/calls/call-rules'
import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import type { IsoDate } from '#domain/period'
import type { NamedPerson } from '#data/call-list'
import { useFormat } from '#i18n/setup'

interface ReasonWords {
  /** « Première venue le 10 janvier 2026, pas encore de deuxième », with whom it is about when another is called. */
  readonly reason: (reason: ReasonAbout, calledId: PersonId, about: readonly NamedPerson[]) => string
  /** The rule behind a kind of reason. */
  readonly rule: (kind: CallReasonKind) => string
  /** A first sentence to say, for the strongest reason. */
  readonly opening: (reason: ReasonAbout, called: Pick<NamedPerson, 'id' | 'firstName' | 'lastName'>, about: readonly NamedPerson[]) => string
}

/** Reasons in words. */
export const useReasonWords = (today: IsoDate): ReasonWords => {
  const { t } = useTranslation('calls')
  const format = useFormat()

  const plain = (reason: CallReason): string => {
    switch (reason.kind) {
      case 'promise':
        return t(reason.dueOn < today ? 'reason.promiseLate' : 'reason.promise', { date: format.date(reason.dueOn), title: reason.title })
      case 'due':
        return t('reason.due', { date: format.date(reason.dueOn), title: reason.title })
      case 'call-back':
      case 'newcomer':
        return t(`reason.${reason.kind}`, { date: format.date(reason.on) })
      case 'ambassador':
        return reason.lastAttention === null ? t('reason.ambassadorNever') : t('reason.ambassador', { date: format.date(reason.lastAttention) })
      case 'mentor-free':
      case 'former-mentee':
        return t(`reason.${reason.kind}`, { date: format.date(reason.since) })
      case 'anniversary':
        return t('reason.anniversary', { count: reason.years, date: format.date(reason.on) })
      case 'silence':
        return t('reason.silence', { count: Math.round(reason.rhythm), date: format.date(reason.lastSeen) })
    }
  }
  const nameOf = (id: PersonId, about: readonly NamedPerson[]): string => {
    const found = about.find((other) => other.id === id)
    return found === undefined ? '' : fullName(found)
  }
  return {
    reason: (reason, calledId, about) =>
      reason.aboutId === calledId ? plain(reason) : t('reason.about', { name: nameOf(reason.aboutId, about), reason: plain(reason) }),
    rule: (kind) => {
      switch (kind) {
        case 'promise':
          return t('rule.promise', { days: callRules.promiseAhead })
        case 'call-back':
          return t('rule.call-back', { days: callRules.callBackAfter })
        case 'ambassador':
          return t('rule.ambassador', { days: callRules.ambassadorCare })
        case 'newcomer':
          return t('rule.newcomer', callRules.newcomer)
        case 'mentor-free':
          return t('rule.mentor-free', { days: callRules.mentorFree })
        case 'anniversary':
          return t('rule.anniversary', { days: callRules.anniversary.around })
        case 'silence': {
          const { fewestDays, years, times, leastDays } = callRules.silence
          return t('rule.silence', { fewest: fewestDays, years, times, days: leastDays })
        }
        case 'due':
        case 'former-mentee':
          return t(`rule.${kind}`)
      }
    },
    opening: (reason, called, about) => {
      const name = called.firstName === '' ? fullName(called) : called.firstName
      if (reason.aboutId !== called.id) return t('opening.about', { name, child: nameOf(reason.aboutId, about) })
      switch (reason.kind) {
        case 'promise':
        case 'due':
          return t(`opening.${reason.kind}`, { name, title: reason.title })
        case 'newcomer':
          return t('opening.newcomer', { name, date: format.date(reason.on) })
        case 'anniversary':
          return t('opening.anniversary', { name, count: reason.years })
        case 'silence':
          return t('opening.silence', { name, count: 2 })
        case 'call-back':
        case 'ambassador':
        case 'mentor-free':
        case 'former-mentee':
          return t(`opening.${reason.kind}`, { name })
      }
    },
  }
}

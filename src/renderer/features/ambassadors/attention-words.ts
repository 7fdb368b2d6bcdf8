import { useTranslation } from 'react-i18next'
import type { ContactKind } from '#domain/contact'
import { addMonths, lastDay, type IsoDate } from '#domain/period'
import type { AmbassadorCard } from '#data/services/ambassadors-service'
import { useFormat } from '#i18n/setup'
import { holdsAmbassadorRole } from '#domain/ambassadors/stages'

/** An ambassador who got no sign for so many months is told apart. */
const patience = 6

/** « Dernière attention : un merci, il y a 3 mois » with its age, and whether it is time for another. */
export const useAttentionWords = (
  today: IsoDate,
): ((card: AmbassadorCard) => { readonly short: string; readonly long: string; readonly isLate: boolean }) => {
  const { t } = useTranslation('ambassadors')
  const format = useFormat()
  const age = (day: IsoDate): string => (day >= today ? t('attentionToday') : format.ago(`${day}T00:00:00Z`, new Date(`${today}T00:00:00Z`)))
  return ({ ambassadorship, lastAttention }) => {
    const isHolder = holdsAmbassadorRole(ambassadorship.stage)
    if (lastAttention === null) return { short: t('attentionNever'), long: t('attentionNever'), isLate: isHolder }
    const kind = knownKinds.find((known) => known === lastAttention.kind)
    const what = lastAttention.title === '' ? t(`attentions.${kind ?? 'meeting'}`) : lastAttention.title
    const words = { what, age: age(lastDay(lastAttention.on)) }
    return {
      short: `${words.what}, ${words.age}`,
      long: t('attention', words),
      isLate: isHolder && lastDay(lastAttention.on) < addMonths(today, -patience),
    }
  }
}

const knownKinds = ['thanks', 'kit', 'training', 'visit', 'meeting'] as const satisfies readonly ContactKind[]

import { useTranslation } from 'react-i18next'
import type { HeldThingKind } from '#domain/core/held-things'
import type { HoldingKind } from '#domain/core/holdings'
import type { HeldName } from '#data/held-desk'
import { useFormat } from '#i18n/setup'
import { useRoleName } from '#i18n/role-name'

export type HeldKind = HeldThingKind | HoldingKind

/** « responsable de « Alumni » », « à faire : envoyer le compte rendu (pour Farid), pour le 20 mars 2026 »: what somebody holds, in words. */
export const useHeldWords = (): ((kind: HeldKind, held: HeldName) => string) => {
  const { t } = useTranslation('core')
  const format = useFormat()
  const roleName = useRoleName()
  return (kind, { name, within, roleKind, date }) => {
    if (kind === 'role') {
      if (roleKind === null) return t('things.gone')
      const role = roleName(roleKind)
      return within === '' ? role : t('things.roleWithin', { name: role, within })
    }
    if (kind === 'ambassador') return name === '' ? t('things.ambassador') : t('things.ambassadorOf', { name })
    if (name === '') return t('things.gone')
    if (kind === 'seat') return t('things.seat', { name, within })
    if (kind === 'task' || kind === 'promise') {
      const what = t(`things.${kind}`, { name })
      const whole = within === '' ? what : t('things.taskFor', { what, within })
      return date === null ? whole : `${whole}, ${t('due', { date: format.date(date) })}`
    }
    if (kind === 'event')
      return date === null ? t('things.event', { name }) : `${t('things.event', { name })}, ${t('onDay', { date: format.date(date) })}`
    return t(`things.${kind}`, { name })
  }
}

/** The kind that a key begins with: a step of a handover keeps the key alone. */
export const kindOfKey = (key: string): HeldKind => kinds.find((kind) => key.startsWith(`${kind}:`)) ?? 'responsibility'
const kinds: readonly HeldKind[] = ['role', 'responsibility', 'community', 'seat', 'organisation', 'mentoring', 'ambassador', 'task', 'event']

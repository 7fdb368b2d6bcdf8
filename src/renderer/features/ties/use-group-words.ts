import { useTranslation } from 'react-i18next'
import type { RoleKindId } from '#domain/id'
import type { GraphGroup, GraphQuery } from '#data/ties-contract'
import { useRoleName } from '#i18n/role-name'

/** « bénévole (12) »: what a colour of the drawing says. */
export const useGroupWords = (colourBy: GraphQuery['colourBy']): ((group: GraphGroup) => string) => {
  const { t } = useTranslation('ties')
  const roleName = useRoleName()
  return ({ id, name, count }) => {
    const words = id === null ? t(`graph.noGroup.${colourBy}`) : (name ?? roleName({ id: id as string as RoleKindId, name }))
    return t('graph.group', { name: words, count })
  }
}

import { useTranslation } from 'react-i18next'
import { builtInRoleKindIds, type RoleKind } from '#domain/role'

/** The user's own word for a kind of role, or the interface's for a built-in one. */
export const useRoleName = (): ((kind: Pick<RoleKind, 'id' | 'name'>) => string) => {
  const { t } = useTranslation()
  return ({ id, name }) => {
    const builtIn = builtInRoleKindIds.find((known) => known === id)
    return name ?? (builtIn === undefined ? id : t(`role.${builtIn}`))
  }
}

import { useTranslation } from 'react-i18next'
import { useLive } from '#data/use-live'
import { useRoleName } from '#i18n/role-name'
import { useFormat } from '#i18n/setup'
import type { ReportWords } from './report-words.ts'

/** The words of reports in the language of the window; undefined until the names are read. */
export const useReportWords = (): ReportWords | undefined => {
  const { t } = useTranslation(['reports', 'common'])
  const format = useFormat()
  const roleName = useRoleName()
  const names = useLive(
    ['settings', 'roleKinds', 'territories', 'people'],
    async ({ settings, records, territories: places }) => {
      const [{ associationName }, roleKinds, territories, placeNames] = await Promise.all([
        settings.get(),
        records.all('roleKinds'),
        records.all('territories'),
        places.placeNames(),
      ])
      const hasTerritories = territories.some(({ deletedAt }) => deletedAt === null)
      return {
        associationName,
        roleKinds: new Map(roleKinds.map((kind): [string, typeof kind] => [kind.id, kind])),
        territories: new Map(territories.map(({ id, name }): [string, string] => [id, name])),
        placeNames,
        hasTerritories,
      }
    },
    [],
  )
  if (names === undefined) return undefined
  return {
    t,
    format,
    associationName: names.associationName,
    roleName: (id) => {
      const kind = names.roleKinds.get(id)
      return kind === undefined ? '' : roleName(kind)
    },
    placeName: (code) => names.placeNames[code] ?? code,
    territoryName: (key) => {
      const territory = names.territories.get(key)
      if (territory !== undefined) return territory
      const place = names.placeNames[key] ?? key
      return names.hasTerritories ? t('people.outside', { place }) : place
    },
  }
}

import calendar from '../../../../resources/sample/evenements.xlsx?url'
import donors from '../../../../resources/sample/donateurs.csv?url'
import grid from '../../../../resources/sample/presences-2025-2026.xlsx?url'
import helloAsso from '../../../../resources/sample/adhesions-helloasso-2026.csv?url'
import hours from '../../../../resources/sample/heures.ods?url'
import list from '../../../../resources/sample/presences-2021-2024.csv?url'
import members from '../../../../resources/sample/membres-2019-2025.xlsx?url'
import roles from '../../../../resources/sample/roles.xlsx?url'

/** The spreadsheets of the sample association (written by `scripts/build-sample.ts`), in the order in which a volunteer would import them. */
export const sampleFiles = [
  { fileName: 'membres-2019-2025.xlsx', url: members },
  { fileName: 'roles.xlsx', url: roles },
  { fileName: 'adhesions-helloasso-2026.csv', url: helloAsso },
  { fileName: 'donateurs.csv', url: donors },
  { fileName: 'evenements.xlsx', url: calendar },
  { fileName: 'presences-2021-2024.csv', url: list },
  { fileName: 'presences-2025-2026.xlsx', url: grid },
  { fileName: 'heures.ods', url: hours },
] as const

import type { ComboboxItem, ComboboxItemGroup } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOverview } from '#data/importing-contract'
import { targetOptions } from './target-options.ts'

/** What a column can become, in the words of the interface; made once for all columns. */
export const useTargetOptions = ({ mapping, customFields }: ImportOverview): readonly ComboboxItemGroup<ComboboxItem>[] => {
  const { t } = useTranslation(['importing', 'importTerms'])
  return useMemo(
    () =>
      targetOptions(mapping.subject, customFields, {
        group: (group) => t(`importTerms:groups.${group}`),
        field: (field) => t(`importTerms:fields.${field}`),
        leftOut: t('columns.leftOut'),
        newCustom: t('columns.newCustom'),
        tag: t('columns.newTag'),
        role: t('columns.crossRole'),
        roleYear: t('columns.roleYear'),
        event: t('columns.eventColumn'),
      }),
    [t, mapping.subject, customFields],
  )
}

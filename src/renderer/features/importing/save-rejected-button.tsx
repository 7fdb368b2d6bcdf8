import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportOverview } from '#data/importing-contract'
import { showToast } from '#ui/toast'
import { useSaveRejected } from './save-rejected.ts'

/** « Enregistrer les lignes rejetées »: as the file had them, each with its reason. */
export const SaveRejected = ({ overview }: { readonly overview: ImportOverview }) => {
  const { t } = useTranslation('importing')
  const saveRejected = useSaveRejected()
  const save = async (): Promise<void> => {
    const saved = await saveRejected(overview)
    if (saved !== null) showToast(saved)
  }
  return (
    <Button variant="default" onClick={() => void save()}>
      {t('receipt.saveRejected')}
    </Button>
  )
}

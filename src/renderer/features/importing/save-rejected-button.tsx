import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportOverview } from '#data/importing-contract'
import { showToast } from '#ui/toast'
import { useSaveRejected } from './save-rejected.ts'

/** « Enregistrer les lignes rejetées »: as the file had them, each with its reason; those left aside are among them, and may be alone. */
export const SaveRejected = ({ overview, rejected }: { readonly overview: ImportOverview; readonly rejected: number }) => {
  const { t } = useTranslation('importing')
  const saveRejected = useSaveRejected()
  const save = async (): Promise<void> => {
    const saved = await saveRejected(overview)
    if (saved !== null) showToast(saved)
  }
  return (
    <Button variant="default" onClick={() => void save()}>
      {t(rejected > 0 ? 'receipt.saveRejected' : 'receipt.saveLeft')}
    </Button>
  )
}

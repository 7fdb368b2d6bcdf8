import { useTranslation } from 'react-i18next'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { ConfirmInPlace } from '#ui/confirm-in-place'
import { FormSection } from '#ui/form-section'
import { showToast } from '#ui/toast'
import { sampleImportsOf } from './sample-imports.ts'

/** While the sample is there: what it is, and one click to take it away. */
export const SampleSection = ({ onRemoved }: { readonly onRemoved: () => void }) => {
  const { t } = useTranslation('settings')
  const data = useData()
  const imports = useLive(['imports'], async (services) => sampleImportsOf(await services.records.all('imports')), [])
  if (imports === undefined || imports.length === 0) return null

  const remove = async (): Promise<void> => {
    for (const { changeId } of imports) await data.changes.undoChange(changeId, 'force')
    await data.settings.change({ associationName: '' })
    showToast({ message: t('association.sampleRemoved') })
    onRemoved()
  }
  return (
    <FormSection title={t('association.sampleTitle')} text={t('association.sampleText')}>
      <div>
        <ConfirmInPlace
          label={t('association.sampleRemove')}
          question={t('association.sampleQuestion')}
          confirmLabel={t('association.sampleRemove')}
          onConfirm={() => void remove()}
        />
      </div>
    </FormSection>
  )
}

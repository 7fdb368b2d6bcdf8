import { Button } from '@mantine/core'
import { IconHistory, IconTrash, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FormSection } from '#ui/form-section'
import classes from './history.module.css'

export interface HistorySectionProps {
  readonly onJournal: () => void
  readonly onBin: () => void
  readonly onDuplicates: () => void
}

/** In the settings: the ways to what was done, to what was removed, and to what is there twice. */
export const HistorySection = ({ onJournal, onBin, onDuplicates }: HistorySectionProps) => {
  const { t } = useTranslation('history')
  return (
    <FormSection title={t('section')} text={t('sectionText')}>
      <div className={classes['links']}>
        <Button variant="default" leftSection={<IconHistory size={16} />} onClick={onJournal}>
          {t('journal')}
        </Button>
        <Button variant="default" leftSection={<IconTrash size={16} />} onClick={onBin}>
          {t('bin')}
        </Button>
        <Button variant="default" leftSection={<IconUsers size={16} />} onClick={onDuplicates}>
          {t('duplicates')}
        </Button>
      </div>
    </FormSection>
  )
}

import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportOverview } from '#data/importing-contract'
import { Badge } from '#ui/badge'
import type { ImportFlow } from './import-flow.ts'
import classes from './columns.module.css'

/** Which program made the file, or where the guesses come from. */
export const SheetSource = ({ overview, flow }: { readonly overview: ImportOverview; readonly flow: ImportFlow }) => {
  const { t } = useTranslation(['importing', 'importTerms'])
  const { source } = overview.mapping
  return (
    <div className={classes['understood']}>
      {overview.sheets[overview.sheet]?.turned === true && <span>{t('columns.turned')}</span>}
      {source !== null && <Badge tone="accent">{t('columns.recognised', { source: t(`importTerms:sources.${source}`) })}</Badge>}
      {overview.fromTemplate ? (
        <span>
          {t('columns.template')}{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => void flow.guessAgain()}>
            {t('columns.forgetTemplate')}
          </Button>
        </span>
      ) : (
        source === null && <span>{t('columns.unrecognised')}</span>
      )}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import classes from './waiting.module.css'

/** Says that something is on its way, when it takes long enough for one to wonder. */
export const Waiting = () => {
  const { t } = useTranslation()
  return (
    <p className={classes['waiting']} role="status">
      {t('loading')}
    </p>
  )
}

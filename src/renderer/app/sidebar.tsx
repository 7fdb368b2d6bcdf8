import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { rooms } from './rooms.ts'
import { SafetyBanner } from '#app/safety-banner'
import { useLive } from '#data/use-live'
import classes from './sidebar.module.css'

/** The rooms, words beside icons; the name of the association above, the age of the last copy below. */
export const Sidebar = () => {
  const { t } = useTranslation(['shell', 'common'])
  const settings = useLive(['settings'], (data) => data.settings.get(), [])
  return (
    <aside className={classes['sidebar']} aria-label={t('common:appName')}>
      <div className={classes['association']}>{settings?.associationName === '' ? t('common:appName') : settings?.associationName}</div>
      <nav className={classes['rooms']} aria-label={t('navigation')}>
        {rooms.map(({ id, path, icon: Icon }) => (
          <Link key={id} to={path} className={classes['room']} activeOptions={{ exact: path.length === 1 }}>
            <Icon size={18} stroke={1.6} aria-hidden />
            {t(`rooms.${id}`)}
          </Link>
        ))}
      </nav>
      <SafetyBanner />
    </aside>
  )
}

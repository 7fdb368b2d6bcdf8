import { Link } from '@tanstack/react-router'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { rooms } from './rooms.ts'
import { SafetyBanner } from '#app/safety-banner'
import { useLive } from '#data/use-live'
import classes from './sidebar.module.css'

/** The rooms, words beside icons; the name of the association above, the age of the last copy below. */
export const Sidebar = ({ onFind }: { readonly onFind: () => void }) => {
  const { t } = useTranslation(['shell', 'common', 'finder'])
  const settings = useLive(['settings'], (data) => data.settings.get(), [])
  return (
    <aside className={classes['sidebar']} aria-label={t('common:appName')}>
      <div className={classes['association']}>{settings?.associationName === '' ? t('common:appName') : settings?.associationName}</div>
      <button type="button" className={classes['find']} onClick={onFind} aria-keyshortcuts="Control+K">
        <IconSearch size={15} stroke={1.6} aria-hidden />
        {t('finder:open')}
        <kbd aria-hidden>{t('shortcuts.keys.control')} K</kbd>
      </button>
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

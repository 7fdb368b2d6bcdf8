import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AboutSection } from '#features/settings/about-section'
import { ActivitySection } from '#features/settings/activity-section'
import { AppearanceSection } from '#features/settings/appearance-section'
import { AssociationSection } from '#features/settings/association-section'
import { FieldsSection } from '#features/settings/fields-section'
import { RolesSection } from '#features/settings/roles-section'
import { TagsSection } from '#features/settings/tags-section'
import { NotFound } from '#ui/not-found'
import { Page } from '#ui/page'
import classes from './settings-page.module.css'

const sections = [
  { id: 'association', Section: AssociationSection },
  { id: 'activity', Section: ActivitySection },
  { id: 'roles', Section: RolesSection },
  { id: 'tags', Section: TagsSection },
  { id: 'fields', Section: FieldsSection },
  { id: 'appearance', Section: AppearanceSection },
  { id: 'about', Section: AboutSection },
] as const

/** The settings: sections at the left, one of them at the right. Everything is kept as it is changed: there is no « Enregistrer ». */
export const SettingsPage = () => {
  const { t } = useTranslation('settings')
  const { section } = useParams({ from: '/settings/$section' })
  const shown = sections.find(({ id }) => id === section)
  return (
    <Page title={t('title')}>
      <div className={classes['settings']}>
        <nav className={classes['sections']} aria-label={t('title')}>
          {sections.map(({ id }) => (
            <Link key={id} to="/settings/$section" params={{ section: id }} className={classes['link']}>
              {t(`sections.${id}`)}
            </Link>
          ))}
        </nav>
        <div className={classes['content']}>
          {shown === undefined ? <NotFound /> : <shown.Section />}
        </div>
      </div>
    </Page>
  )
}

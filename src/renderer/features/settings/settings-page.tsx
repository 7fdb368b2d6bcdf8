import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AboutSection } from '#features/settings/about-section'
import { ActivitySection } from '#features/settings/activity-section'
import { AppearanceSection } from '#features/settings/appearance-section'
import { AssociationSection } from '#features/settings/association-section'
import { FieldsSection } from '#features/settings/fields-section'
import { OrganisationsSection } from '#features/settings/organisations-section'
import { RolesSection } from '#features/settings/roles-section'
import { TagsSection } from '#features/settings/tags-section'
import { NotFound } from '#ui/not-found'
import { Page } from '#ui/page'
import classes from './settings-page.module.css'

export interface SettingsPageProps {
  /** Sections that other rooms bring: the copies, and what concerns the sample association. */
  readonly backups: ReactNode
  readonly sample: ReactNode
  /** The ways to the journal, the bin and the duplicates. */
  readonly history: ReactNode
}

const sectionIds = ['association', 'activity', 'roles', 'tags', 'fields', 'organisations', 'appearance', 'backups', 'history', 'about'] as const

/** The settings: sections at the left, one of them at the right. Everything is kept as it is changed: there is no « Enregistrer ». */
export const SettingsPage = ({ backups, sample, history }: SettingsPageProps) => {
  const { t } = useTranslation('settings')
  const { section } = useParams({ from: '/settings/$section' })
  const navigate = useNavigate()
  const toFirst = (): void => void navigate({ to: '/settings/$section', params: { section: 'association' } })
  const shown = sectionIds.find((id) => id === section)
  const contents: Readonly<Record<(typeof sectionIds)[number], ReactNode>> = {
    association: (
      <>
        <AssociationSection />
        {sample}
      </>
    ),
    activity: <ActivitySection />,
    roles: <RolesSection />,
    tags: <TagsSection />,
    fields: <FieldsSection />,
    organisations: <OrganisationsSection />,
    appearance: <AppearanceSection />,
    backups,
    history,
    about: <AboutSection />,
  }
  return (
    <Page title={t('title')}>
      <div className={classes['settings']}>
        <nav className={classes['sections']} aria-label={t('title')}>
          {sectionIds.map((id) => (
            <Link key={id} to="/settings/$section" params={{ section: id }} className={classes['link']}>
              {t(`sections.${id}`)}
            </Link>
          ))}
        </nav>
        <div className={classes['content']}>
          {shown === undefined ? <NotFound action={{ label: t('title'), onAct: toFirst }} /> : contents[shown]}
        </div>
      </div>
    </Page>
  )
}

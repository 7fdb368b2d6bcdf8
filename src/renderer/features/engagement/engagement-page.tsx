import { Anchor, Button, Tabs } from '@mantine/core'
import { IconChartDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLive } from '#data/use-live'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { useKeptState } from '#ui/use-kept-state'
import { useToday } from '#ui/use-today'
import { Waiting } from '#ui/waiting'
import { ActiveSection } from './active-section.tsx'
import { CohortsSection } from './cohorts-section.tsx'
import { PhotoSection } from './photo-section.tsx'
import { useRules } from '#i18n/rule-words'
import { YearsSection } from './years-section.tsx'
import type { Settings } from '#domain/settings'
import type { EngagementFigures } from '#data/services/figures-service'
import type { RoleKind } from '#domain/role'
import styles from './engagement.module.css'

interface EngagementPageProps {
  readonly onImport: () => void
  /** Brings to the setting of what counts as active. */
  readonly onSetRule: () => void
}

/** Engagement et rétention: every figure says its rule and opens its list. */
export const EngagementPage = ({ onImport, onSetRule }: EngagementPageProps) => {
  const { t } = useTranslation(['engagement', 'common'])
  const today = useToday()
  const settings = useLive(['settings'], (data) => data.settings.get(), [])
  const roleKinds = useLive(['roleKinds'], (data) => data.records.all('roleKinds'), [])
  const figures = useLive(['people', 'events', 'attendance', 'hours', 'roleKinds', 'settings'], (data) => data.figures.engagement(today, null), [
    today,
  ])
  if (settings === undefined || figures === undefined || roleKinds === undefined)
    return (
      <Page title={t('title')}>
        <Waiting />
      </Page>
    )
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      actions={
        <Anchor component="button" type="button" onClick={onSetRule}>
          {t('rules.setRule')}
        </Anchor>
      }
    >
      <Sections settings={settings} figures={figures} roleKinds={roleKinds} onImport={onImport} />
    </Page>
  )
}

const tabs = ['active', 'years', 'cohorts', 'photo'] as const

interface SectionsProps {
  readonly settings: Settings
  readonly figures: EngagementFigures
  readonly roleKinds: readonly RoleKind[]
  readonly onImport: () => void
}
const Sections = ({ settings, figures, roleKinds, onImport }: SectionsProps) => {
  const { t } = useTranslation(['engagement', 'common'])
  const today = useToday()
  const rules = useRules(settings)
  const [tab, setTab] = useKeptState<string | null>('engagement.tab', () => 'active')
  const nothing = (
    <EmptyState
      icon={<IconChartDots />}
      title={t('empty.title')}
      text={t('empty.text')}
      action={<Button onClick={onImport}>{t('empty.action')}</Button>}
    />
  )
  const isEmpty = figures.years.rows.every(({ active }) => active.count === 0)
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false} className={styles['tabs'] ?? ''}>
      <Tabs.List>
        {tabs.map((value) => (
          <Tabs.Tab key={value} value={value}>
            {t(`tabs.${value}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="active">{isEmpty ? nothing : <ActiveSection months={figures.months} rules={rules} today={today} />}</Tabs.Panel>
      <Tabs.Panel value="years">
        {isEmpty ? nothing : <YearsSection years={figures.years} firstYears={figures.firstYears} rules={rules} today={today} />}
      </Tabs.Panel>
      <Tabs.Panel value="cohorts">{isEmpty ? nothing : <CohortsSection cohorts={figures.cohorts} rules={rules} today={today} />}</Tabs.Panel>
      <Tabs.Panel value="photo">
        <PhotoSection settings={settings} roleKinds={roleKinds} today={today} />
      </Tabs.Panel>
    </Tabs>
  )
}

import { Tabs } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { importTabs, type ImportOverview, type ImportTab, type VerdictCounts } from '#data/importing-contract'
import { useFormat } from '#i18n/setup'
import { EmptyState } from '#ui/empty-state'
import { AmbiguousList } from './ambiguous-list.tsx'
import { ApplyBar } from './apply-bar.tsx'
import { ChangesList } from './changes-list.tsx'
import type { CheckState, Working } from './flow-state.ts'
import type { ImportFlow } from './import-flow.ts'
import { SaveRejected } from './save-rejected-button.tsx'
import { RowGrid } from './row-grid.tsx'
import shared from './importing.module.css'
import classes from './check.module.css'

interface CheckStepProps {
  readonly overview: ImportOverview
  readonly check: CheckState
  readonly working: Working | null
  readonly flow: ImportFlow
}

/** Everything that would happen, by outcome, before anything is written. */
export const CheckStep = ({ overview, check, working, flow }: CheckStepProps) => {
  const { t } = useTranslation('importing')
  const format = useFormat()
  const { counts, tab, version } = check
  const choose = (value: string | null): void => {
    const chosen = importTabs.find((known) => known === value)
    if (chosen !== undefined) flow.showTab(chosen)
  }
  return (
    <div className={shared['body']}>
      <Tabs value={tab} onChange={choose} className={classes['tabs']} keepMounted={false} inert={working !== null}>
        <Tabs.List aria-label={t('check.tabsLabel')}>
          {importTabs.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              rightSection={
                <span className={classes['tabCount']} data-tab={name} data-zero={counts[name] === 0 || undefined}>
                  {format.number(counts[name])}
                </span>
              }
            >
              {t(`check.tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} className={classes['tabPanel']}>
          <TabContent key={tab} overview={overview} tab={tab} counts={counts} version={version} flow={flow} />
        </Tabs.Panel>
      </Tabs>
      <ApplyBar counts={counts} problem={check.problem} working={working} flow={flow} />
    </div>
  )
}

interface TabContentProps {
  readonly overview: ImportOverview
  readonly tab: ImportTab
  readonly counts: VerdictCounts
  readonly version: number
  readonly flow: ImportFlow
}

const Content = ({ overview, tab, counts, version, flow }: TabContentProps) => {
  const { t } = useTranslation('importing')
  // Rows mended a moment ago stay in sight although nothing is left to mend.
  const mayStillShow = (tab === 'problems' || tab === 'rejected') && version > 0
  if (counts[tab] === 0 && !mayStillShow) return <EmptyState title={t(`check.empty.${tab}`)} />
  if (tab === 'ambiguous') return <AmbiguousList overview={overview} undecided={counts.undecided} version={version} flow={flow} />
  if (tab === 'change') return <ChangesList overview={overview} version={version} flow={flow} />
  return (
    <>
      {tab === 'same' && <p className={shared['hint']}>{t('check.sameHint')}</p>}
      {tab === 'rejected' && (
        <div className={classes['listHead']}>
          <p className={shared['hint']}>{t('check.rejectedHint')}</p>
          <SaveRejected overview={overview} rejected={counts.rejected} />
        </div>
      )}
      {tab === 'problems' && <p className={shared['hint']}>{t('check.problemsHint')}</p>}
      <RowGrid overview={overview} tab={tab} version={version} flow={flow} />
    </>
  )
}

/** Drawn again when the rows moved, not at each step of the progress below it. */
const TabContent = memo(Content)

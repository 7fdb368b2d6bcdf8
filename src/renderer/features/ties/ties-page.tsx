import { IconAffiliate } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { useLive } from '#data/use-live'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { useToday } from '#ui/use-today'
import { Waiting } from '#ui/waiting'
import { BridgesCard, IsolatedCard } from './bridges-card.tsx'
import { CommunitiesCard, LineageCard, StayingCard } from './more-cards.tsx'
import { IntroductionsCard } from './introductions-card.tsx'
import { MeshSection } from './mesh-section.tsx'
import { TieFiguresStrip } from './tie-figures-strip.tsx'
import { tieSources } from './use-ties.ts'
import classes from './ties.module.css'

export interface TiesPageProps {
  /** The pages of the room. */
  readonly tabs: ReactNode
  readonly onOpenPerson: (id: PersonId) => void
}

/** Maillage: what the mesh looks like, and what to do with it. */
export const TiesPage = ({ tabs, onOpenPerson }: TiesPageProps) => {
  const { t } = useTranslation('ties')
  const today = useToday()
  const overview = useLive(tieSources, ({ ties }) => ties.overview(today), [today])
  if (overview === undefined)
    return (
      <Page title={t('title')} tabs={tabs}>
        <Waiting />
      </Page>
    )
  if (overview.members === 0)
    return (
      <Page title={t('title')} subtitle={t('subtitle')} tabs={tabs}>
        <EmptyState icon={<IconAffiliate />} title={t('empty.title')} text={t('empty.text')} />
      </Page>
    )
  return (
    <Page title={t('title')} subtitle={t('subtitle')} tabs={tabs}>
      <div className={classes['page']}>
        <TieFiguresStrip overview={overview} />
        <div className={classes['columns']}>
          <IntroductionsCard overview={overview} onOpenPerson={onOpenPerson} />
          <div className={classes['column']}>
            <BridgesCard overview={overview} onOpenPerson={onOpenPerson} />
            <IsolatedCard overview={overview} onOpenPerson={onOpenPerson} />
          </div>
        </div>
        <MeshSection onOpenPerson={onOpenPerson} />
        <div className={classes['halves']}>
          <StayingCard overview={overview} />
          <LineageCard overview={overview} onOpenPerson={onOpenPerson} />
        </div>
        {overview.communities.length > 0 && <CommunitiesCard overview={overview} />}
      </div>
    </Page>
  )
}

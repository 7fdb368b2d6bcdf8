import { useTranslation } from 'react-i18next'
import { fullName } from '#domain/person'
import type { IsoDate } from '#domain/period'
import { ambassadorStages } from '#domain/ambassador'
import type { AmbassadorshipId } from '#domain/id'
import type { AmbassadorCard } from '#data/services/ambassadors-service'
import { useFormat } from '#i18n/setup'
import { DataTable, type Column } from '#ui/data-table'
import { PersonName } from '#ui/person-name'
import { useAttentionWords } from './attention-words.ts'
import classes from './ambassadors.module.css'

interface ListProps {
  readonly cards: readonly AmbassadorCard[]
  readonly today: IsoDate
  readonly isNarrow: boolean
  readonly openId: AmbassadorshipId | null
  readonly onOpen: (id: AmbassadorshipId) => void
}

/** The board as a table, for many: in the order of stages, then of names. */
export const AmbassadorList = ({ cards, today, isNarrow, openId, onOpen }: ListProps) => {
  const { t } = useTranslation('ambassadors')
  const format = useFormat()
  const attention = useAttentionWords(today)
  const rows = ambassadorStages.flatMap((stage) => cards.filter(({ ambassadorship }) => ambassadorship.stage === stage))
  const all: readonly Column<AmbassadorCard>[] = [
    { id: 'name', header: t('columns.name'), width: { min: 140, share: 2 }, render: ({ person }) => <PersonName person={person} /> },
    { id: 'stage', header: t('columns.stage'), width: { min: 112, share: 1 }, render: ({ ambassadorship }) => t(`stages.${ambassadorship.stage}`) },
    {
      id: 'since',
      header: t('columns.since'),
      width: 100,
      figures: true,
      render: ({ ambassadorship }) => {
        const since = ambassadorship.stages[ambassadorship.stage]
        return since === undefined ? '' : format.shortDate(since)
      },
    },
    { id: 'community', header: t('columns.community'), width: { min: 96, share: 1.2 }, render: ({ community }) => community },
    {
      id: 'attention',
      header: t('columns.attention'),
      width: { min: 130, share: 1.6 },
      render: (card) => {
        const words = attention(card)
        if (card.lastAttention === null && !words.isLate) return ''
        return <span className={words.isLate ? classes['late'] : undefined}>{words.short}</span>
      },
    },
    { id: 'why', header: t('columns.why'), width: { min: 100, share: 2 }, render: ({ ambassadorship }) => ambassadorship.whyChosen },
    { id: 'successor', header: t('columns.successor'), width: { min: 84, share: 1 }, render: ({ successor }) => successor },
  ]
  return (
    <DataTable
      keptAs="ambassadors"
      label={t('title')}
      columns={isNarrow ? all.filter(({ id }) => id === 'name' || id === 'stage' || id === 'attention') : all}
      rowCount={rows.length}
      rowAt={(index) => rows[index]}
      rowKey={({ ambassadorship }) => ambassadorship.id}
      rowLabel={({ person }) => fullName(person)}
      openKey={openId}
      onOpen={({ ambassadorship }) => onOpen(ambassadorship.id)}
    />
  )
}

import { proxy } from 'comlink'
import { IconUsers } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import type { PairRow, PairSide } from '#data/services/duplicates-service'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { Badge } from '#ui/badge'
import { DataTable, type Column } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { ProgressBar } from '#ui/progress-bar'
import { likelihood, type Pair } from './pair.ts'
import { PairView } from './pair-view.tsx'
import classes from './duplicates.module.css'

export interface DuplicatesPageProps {
  /** The pair in sight; null: the list. */
  readonly pair: Pair | null
  readonly onSeePair: (pair: Pair | null) => void
  readonly onBack: () => void
  readonly onOpenPerson: (id: PersonId) => void
}

/** Doublons: every two records that may be one person, the likeliest first; then the two side by side. */
export const DuplicatesPage = ({ pair, onSeePair, onBack, onOpenPerson }: DuplicatesPageProps) => {
  const { t } = useTranslation('person', { keyPrefix: 'duplicates' })
  const { t: common } = useTranslation()
  const format = useFormat()
  const [looked, setLooked] = useState(0)
  const total = useLive(['people'], ({ records }) => records.count('people'), [])
  const found = useLive(['people'], ({ duplicates }) => duplicates.find(proxy(setLooked)), [])
  const rows = found?.rows ?? noRows
  const columns = useColumns()

  if (pair !== null) {
    const at = rows.findIndex(({ leftId, rightId }) => (leftId === pair[0] && rightId === pair[1]) || (leftId === pair[1] && rightId === pair[0]))
    const after = rows[at + 1]
    return (
      <PairView
        key={pair.join(' ')}
        pair={pair}
        place={at < 0 ? null : { at: at + 1, count: rows.length }}
        onBack={() => onSeePair(null)}
        onOpenPerson={onOpenPerson}
        onDone={(keptId) => {
          if (at < 0) return keptId === null ? onBack() : onOpenPerson(keptId)
          onSeePair(after === undefined ? null : [after.leftId, after.rightId])
        }}
      />
    )
  }
  return (
    <Page
      layout="fill"
      back={{ label: common('actions.back'), onBack }}
      title={t('title')}
      subtitle={
        found === undefined
          ? undefined
          : found.count > rows.length
            ? t('shownOf', { shown: format.number(rows.length), total: format.number(found.count) })
            : t('intro')
      }
    >
      {found === undefined ? (
        <div className={classes['searching']}>
          <ProgressBar label={t('searching')} done={looked} total={total ?? null} />
        </div>
      ) : (
        <DataTable
          keptAs="duplicates"
          label={t('title')}
          columns={columns}
          rowCount={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={({ leftId, rightId }) => `${leftId} ${rightId}`}
          rowLabel={({ left, right }) => t('pairLabel', { left: left.name, right: right.name })}
          onOpen={({ leftId, rightId }) => onSeePair([leftId, rightId])}
          empty={<EmptyState icon={<IconUsers />} title={t('none')} text={t('noneText')} />}
        />
      )}
    </Page>
  )
}

const noRows: readonly PairRow[] = []

const useColumns = (): readonly Column<PairRow>[] => {
  const { t } = useTranslation('person', { keyPrefix: 'duplicates' })
  const { t: reasons } = useTranslation('person', { keyPrefix: 'form.reasons' })
  const { t: common } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const side = ({ name, city, email, phone }: PairSide) => (
      <>
        <span className={classes['name']}>{name === '' ? common('noName') : name}</span>
        <span className={classes['quiet']}>{[city, email === '' ? format.phone(phone) : email].filter((part) => part !== '').join(' · ')}</span>
      </>
    )
    return [
      {
        id: 'likely',
        header: t('columns.likely'),
        width: 130,
        render: ({ isSure, score }) => <Badge tone={isSure && score >= 85 ? 'accent' : 'quiet'}>{t(likelihood(isSure, score))}</Badge>,
      },
      { id: 'left', header: t('columns.left'), width: { min: 200, share: 3 }, render: ({ left }) => side(left) },
      { id: 'right', header: t('columns.right'), width: { min: 200, share: 3 }, render: ({ right }) => side(right) },
      {
        id: 'why',
        header: t('columns.why'),
        width: { min: 160, share: 2 },
        render: (row) => row.reasons.map((reason) => reasons(reason)).join(', '),
      },
    ]
  }, [t, reasons, common, format])
}

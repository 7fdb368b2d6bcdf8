import { Anchor, Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResponsibilityId } from '#domain/id'
import type { ResponsibilityRow } from '#data/services/core-service'
import { useFormat } from '#i18n/setup'
import { Badge, type Tone } from '#ui/badge'
import { DataTable, type Column } from '#ui/data-table'
import { Section } from '#ui/section'
import classes from './core.module.css'

interface ResponsibilitiesProps {
  readonly rows: readonly ResponsibilityRow[]
  readonly openId: ResponsibilityId | null
  readonly isNarrow: boolean
  readonly onOpen: (id: ResponsibilityId) => void
  readonly onNew: () => void
}

/** Responsibilities kept by hand, and the warning where nobody would follow. */
export const ResponsibilitiesSection = ({ rows, openId, isNarrow, onOpen, onNew }: ResponsibilitiesProps) => {
  const { t } = useTranslation('core')
  const format = useFormat()
  const [isOnlyBare, setOnlyBare] = useState(false)
  const bare = rows.filter(isBare)
  const shown = isOnlyBare ? bare : rows
  const state = (row: ResponsibilityRow): { readonly word: string; readonly tone: Tone } => {
    if (row.holders.length === 0) return { word: t('responsibilities.vacant'), tone: 'bad' }
    if (row.successor !== '') return { word: t('responsibilities.ready'), tone: 'good' }
    return row.holders.length === 1 ? { word: t('responsibilities.alone'), tone: 'warn' } : { word: t('responsibilities.shared'), tone: 'quiet' }
  }
  const all: readonly Column<ResponsibilityRow>[] = [
    { id: 'title', header: t('responsibilities.columns.title'), width: { min: 160, share: 2 }, render: ({ responsibility }) => responsibility.title },
    {
      id: 'holders',
      header: t('responsibilities.columns.holders'),
      width: { min: 150, share: 2 },
      render: ({ holders }) => holders.map(({ name }) => name).join(', '),
    },
    {
      id: 'since',
      header: t('responsibilities.columns.since'),
      width: 104,
      figures: true,
      render: ({ holders }) => {
        const since = holders.flatMap(({ since: start }) => (start === null ? [] : [start])).toSorted()[0]
        return since === undefined ? '' : format.shortDate(since)
      },
    },
    {
      id: 'successor',
      header: t('responsibilities.columns.successor'),
      width: { min: 130, share: 1.4 },
      render: ({ successor }) => (successor === '' ? <span className={classes['quiet']}>{t('responsibilities.noSuccessor')}</span> : successor),
    },
    {
      id: 'state',
      header: t('responsibilities.columns.state'),
      width: 160,
      render: (row) => {
        const { word, tone } = state(row)
        return <Badge tone={tone}>{word}</Badge>
      },
    },
  ]
  return (
    <Section title={t('responsibilities.title')}>
      <div className={classes['head']}>
        <p className={classes['note']}>{t('responsibilities.text')}</p>
        {rows.length > 0 && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={onNew}>
            {t('responsibilities.new')}
          </Button>
        )}
      </div>
      {bare.length > 0 && (
        <p className={classes['warning']}>
          {t('responsibilities.withoutSuccessor', { count: bare.length })}
          <Anchor component="button" type="button" c="inherit" underline="always" onClick={() => setOnlyBare(!isOnlyBare)}>
            {t(isOnlyBare ? 'responsibilities.all' : 'responsibilities.only')}
          </Anchor>
        </p>
      )}
      {rows.length === 0 ? (
        <>
          <p className={classes['note']}>{t('responsibilities.empty')}</p>
          <Button size="xs" leftSection={<IconPlus size={14} />} onClick={onNew}>
            {t('responsibilities.new')}
          </Button>
        </>
      ) : (
        <div className={classes['table']} style={{ height: 34 * (Math.min(shown.length, 11) + 1) + 4 }}>
          <DataTable
            label={t('responsibilities.title')}
            columns={isNarrow ? all.filter(({ id }) => id === 'title' || id === 'state') : all}
            rowCount={shown.length}
            rowAt={(index) => shown[index]}
            rowKey={({ responsibility }) => responsibility.id}
            rowLabel={({ responsibility }) => responsibility.title}
            openKey={openId}
            onOpen={({ responsibility }) => onOpen(responsibility.id)}
          />
        </div>
      )}
    </Section>
  )
}

/** Neither a successor nor a second: it would fall with its holder, or has fallen already. */
const isBare = ({ holders, successor }: ResponsibilityRow): boolean => holders.length < 2 && successor === ''

import { Anchor, Button } from '@mantine/core'
import { IconHeartHandshake, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeId } from '#domain/id'
import type { ProgrammeRow } from '#data/services/offers-service'
import { useFormat } from '#i18n/setup'
import { EmptyState } from '#ui/empty-state'
import classes from './offers.module.css'

interface ProgrammesViewProps {
  readonly programmes: readonly ProgrammeRow[]
  readonly onEdit: (id: ProgrammeId | null) => void
  readonly onSeeLines: (id: ProgrammeId) => void
}

/** Solidarity programmes: what each may spend, what it spent, in words. */
export const ProgrammesView = ({ programmes, onEdit, onSeeLines }: ProgrammesViewProps) => {
  const { t } = useTranslation(['offers', 'common'])
  const { euros } = useFormat()
  const addButton = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => onEdit(null)}>
      {t('programmes.add')}
    </Button>
  )
  if (programmes.length === 0)
    return <EmptyState icon={<IconHeartHandshake />} title={t('programmes.emptyTitle')} text={t('programmes.emptyText')} action={addButton} />
  return (
    <div className={classes['scroll']}>
      <ul className={classes['programmes']}>
        {programmes.map(({ programme, spending }) => {
          const { budget, capPerMatch, name, purpose, id } = programme
          return (
            <li key={id} className={classes['programme']}>
              <h2 className={classes['blockTitle']}>{name}</h2>
              {purpose !== '' && <p className={classes['note']}>{purpose}</p>}
              <span>
                {budget === null
                  ? t('programmes.spent', { spent: euros(spending.spent) })
                  : t('programmes.spentOf', { spent: euros(spending.spent), budget: euros(budget) })}
                {spending.left !== null && spending.left >= 0 && ` : ${t('programmes.left', { left: euros(spending.left) })}`}
              </span>
              {spending.left !== null && spending.left < 0 && (
                <p className={classes['warning']}>{t('programmes.overspent', { by: euros(-spending.left) })}</p>
              )}
              <span className={classes['faint']}>
                {t('programmes.matches', { count: spending.matches })},{' '}
                {capPerMatch === null ? t('programmes.capNone') : t('programmes.capPer', { cap: euros(capPerMatch) })}
              </span>
              {spending.overCap > 0 && <p className={classes['warning']}>{t('programmes.overCap', { count: spending.overCap })}</p>}
              <div className={classes['acts']}>
                {spending.lines > 0 && (
                  <Anchor component="button" type="button" onClick={() => onSeeLines(id)}>
                    {t('programmes.lines', { count: spending.lines })}
                  </Anchor>
                )}
                <Anchor component="button" type="button" aria-label={t('programmes.edit', { name })} onClick={() => onEdit(id)}>
                  {t('common:actions.edit')}
                </Anchor>
              </div>
            </li>
          )
        })}
      </ul>
      <div>{addButton}</div>
    </div>
  )
}

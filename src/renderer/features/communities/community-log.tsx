import { Button } from '@mantine/core'
import { IconNotebook, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { meansByYear, sumOf } from '#domain/communities/means'
import type { Community } from '#domain/community'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { EmptyState } from '#ui/empty-state'
import { Section } from '#ui/section'
import type { OpenPanel } from './community-panel.tsx'
import classes from './communities.module.css'

/** The journal of a community: discussions started, visits, trainings… with the time and the money they took, added up by year. */
export const CommunityLog = ({ community, onPanel }: { readonly community: Community; readonly onPanel: (panel: OpenPanel) => void }) => {
  const { t } = useTranslation('communities')
  const format = useFormat()
  const settings = useLive(['settings'], (data) => data.settings.get(), [])
  const entries = Object.values(community.log).toSorted((left, right) =>
    left.on < right.on ? 1 : left.on > right.on ? -1 : left.id < right.id ? 1 : -1,
  )
  const add = (
    <Button
      leftSection={<IconPlus size={16} />}
      variant={entries.length === 0 ? 'filled' : 'default'}
      onClick={() => onPanel({ kind: 'entry', entry: null })}
    >
      {t('log.add')}
    </Button>
  )
  if (entries.length === 0) return <EmptyState icon={<IconNotebook />} title={t('log.emptyTitle')} text={t('log.emptyText')} action={add} />
  const years = settings === undefined ? [] : meansByYear(entries, settings)
  const hours = (value: number | null): string => (value === null ? '–' : format.hours(value))
  const euros = (value: number | null): string => (value === null ? '–' : format.euros(value))
  return (
    <div className={classes['firstSection']}>
      <Section title={t('log.means')}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th>{t('log.year')}</th>
              <th className={classes['figure']}>{t('log.entries')}</th>
              <th className={classes['figure']}>{t('log.time')}</th>
              <th className={classes['figure']}>{t('log.money')}</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, ...means }) => (
              <tr key={year?.key ?? 'unknown'}>
                <td>{year === null ? t('log.noYear') : year.key === year.endYear ? String(year.key) : `${year.key}-${year.endYear}`}</td>
                <td className={classes['figure']}>{format.number(means.entries)}</td>
                <td className={classes['figure']}>{hours(means.hours)}</td>
                <td className={classes['figure']}>{euros(means.amount)}</td>
              </tr>
            ))}
          </tbody>
          {years.length > 1 && (
            <tfoot>
              <tr>
                <th>{t('log.total')}</th>
                <td className={classes['figure']}>{format.number(entries.length)}</td>
                <td className={classes['figure']}>{hours(sumOf(entries.map((entry) => entry.hours)))}</td>
                <td className={classes['figure']}>{euros(sumOf(entries.map((entry) => entry.amount)))}</td>
              </tr>
            </tfoot>
          )}
        </table>
      </Section>
      <Section title={t('log.title')} note={t('log.count', { count: entries.length })}>
        {add}
        <ul className={classes['lines']}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <button type="button" className={classes['entry']} onClick={() => onPanel({ kind: 'entry', entry })}>
                <span className={classes['day']}>{format.date(entry.on)}</span>
                <span className={classes['what']}>
                  <strong>{entry.what}</strong> <span className={classes['faint']}>{t(`log.kinds.${entry.kind}`)}</span>
                </span>
                <span className={classes['faint']}>
                  {[entry.hours === null ? '' : format.hours(entry.hours), entry.amount === null ? '' : format.euros(entry.amount)]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

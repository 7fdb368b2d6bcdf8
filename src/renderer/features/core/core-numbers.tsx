import { useTranslation } from 'react-i18next'
import { coreRule, type CoreFigures, type CoreGroup } from '#domain/core/core-people'
import type { PersonId } from '#domain/id'
import { ShareBars } from '#charts/share-bars'
import { useFormat } from '#i18n/setup'
import { Figure } from '#ui/figure'
import { useOpenList } from '#ui/open-list'
import classes from './core.module.css'

/** How many, who left, who joined, their ages and seniority: each number opens its list. */
export const CoreNumbers = ({ figures }: { readonly figures: CoreFigures }) => {
  const { t } = useTranslation(['core', 'common'])
  const format = useFormat()
  const openList = useOpenList()
  const rule = t('rule', { fewest: coreRule.fewestActive, months: coreRule.months })
  const open = (title: string, ids: readonly PersonId[], shortRule?: string): void => openList({ title, rule, shortRule, ids })
  const now = figures.now.map(({ personId }) => personId)
  const bars = (title: string, groups: readonly CoreGroup[], name: (group: CoreGroup) => string) => (
    <div>
      <h3>{title}</h3>
      <ShareBars
        labelWidth="9rem"
        bars={groups.map((group) => ({
          label: name(group),
          share: group.ids.length / Math.max(1, now.length),
          text: format.number(group.ids.length),
          description: t('common:actions.seeList'),
          onPick: () => open(`${t('size')} : ${name(group)}`, group.ids),
        }))}
      />
    </div>
  )
  return (
    <section aria-label={t('size')}>
      <p className={classes['rule']}>{rule}</p>
      <div className={classes['figures']}>
        <Figure
          label={t('size')}
          value={format.number(now.length)}
          comparison={t('sizeYearAgo', { count: figures.yearAgo.length })}
          rule={format.list(reasonCounts(figures).map(({ reason, count }) => `${format.number(count)} ${t(`figureReasons.${reason}`, { count })}`))}
          onOpen={() => open(t('size'), now)}
        />
        <Figure
          label={t('left')}
          value={format.number(figures.left.length)}
          comparison={figures.died.length > 0 ? t('died', { count: figures.died.length }) : undefined}
          rule={t('leftRule')}
          onOpen={() => open(t('left'), figures.left, t('leftRule'))}
        />
        <Figure
          label={t('joined')}
          value={format.number(figures.joined.length)}
          rule={t('joinedRule')}
          onOpen={() => open(t('joined'), figures.joined, t('joinedRule'))}
        />
      </div>
      <div className={classes['groups']}>
        {bars(t('ages'), figures.ages, ({ band }) =>
          band === null
            ? t('unknown')
            : band.to === null
              ? t('ageOver', { from: band.from })
              : band.from === 0
                ? t('ageUnder', { next: band.to + 1 })
                : t('ageBand', { from: band.from, to: band.to }),
        )}
        {bars(t('tenures'), figures.tenures, ({ band }) =>
          band === null
            ? t('unknown')
            : band.to === null
              ? t('tenureOver', { from: band.from })
              : band.from === 0
                ? t('tenureNew')
                : t('tenureBand', { from: band.from, to: band.to }),
        )}
      </div>
    </section>
  )
}

const reasonCounts = ({ now }: CoreFigures) =>
  (['active', 'board', 'ambassador', 'responsibility'] as const)
    .map((reason) => ({ reason, count: now.filter(({ because }) => because.includes(reason)).length }))
    .filter(({ count }) => count > 0)

import { useTranslation } from 'react-i18next'
import type { TiesOverview } from '#data/ties-contract'
import { useFormat } from '#i18n/setup'
import { Figure } from '#ui/figure'
import { useToday } from '#ui/use-today'
import { useOpenTieList } from './use-ties.ts'
import classes from './ties.module.css'

/** The four headline figures, each with its rule and its list. */
export const TieFiguresStrip = ({ overview }: { readonly overview: TiesOverview }) => {
  const { t } = useTranslation('ties')
  const format = useFormat()
  const open = useOpenTieList(useToday())
  const { members, ties, averageDegree, isolated, byMembers, older, recurring, tooLarge } = overview
  const averageRule = [t('figures.averageRule', { count: members }), ...(tooLarge === 0 ? [] : [t('figures.tooLarge', { count: tooLarge })])].join(
    ' ',
  )
  const isolatedRule = t('figures.isolatedRule', { none: isolated.fromAll, staff: isolated.butStaff })
  return (
    <div className={classes['figures']}>
      <Figure
        label={t('figures.average')}
        value={averageDegree === null ? null : format.number(averageDegree, 1)}
        comparison={t('figures.averageNote', { count: ties })}
        rule={averageRule}
        onOpen={() => open({ kind: 'tied' }, t('figures.averageList'), averageRule)}
      />
      <Figure
        label={t('figures.isolated')}
        value={format.number(isolated.all)}
        comparison={t('figures.isolatedNote', { percent: format.percent(isolated.all / Math.max(1, members)) })}
        rule={isolatedRule}
        onOpen={() => open({ kind: 'isolated' }, t('figures.isolatedList'), isolatedRule)}
      />
      <Figure
        label={t('figures.byMembers')}
        value={ties === 0 ? null : format.percent(byMembers / ties)}
        comparison={ties === 0 ? undefined : t('figures.byMembersNote', { count: byMembers, ties })}
        rule={t('figures.byMembersRule')}
        onOpen={() => open({ kind: 'by-members' }, t('figures.byMembersList'), t('figures.byMembersRule'))}
      />
      <Figure
        label={t('figures.recurring')}
        value={older === 0 ? null : format.percent(recurring / older)}
        comparison={older === 0 ? undefined : t('figures.recurringNote', { count: recurring, older })}
        rule={t('figures.recurringRule')}
        onOpen={() => open({ kind: 'recurring' }, t('figures.recurringList'), t('figures.recurringRule'))}
      />
    </div>
  )
}

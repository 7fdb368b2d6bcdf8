import { useTranslation } from 'react-i18next'
import type { Community } from '#domain/community'
import type { IsoDate } from '#domain/period'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useOpenList } from '#ui/open-list'
import classes from './communities.module.css'

const figures = ['members', 'joined', 'active', 'newcomers', 'kept'] as const

/** How many belong and what became of them this year: each figure says its rule and opens its list. */
export const MemberFigures = ({ community, today }: { readonly community: Community; readonly today: IsoDate }) => {
  const { t } = useTranslation('communities')
  const format = useFormat()
  const openList = useOpenList()
  const known = useLive(
    ['communities', 'communityMembers', 'people', 'roleKinds', 'events', 'attendance', 'hours', 'settings'],
    ({ communityMembers }) => communityMembers.figures(community.id, today),
    [community.id, today],
  )
  if (known === undefined) return <div className={classes['figures']} />
  return (
    <div className={classes['figures']}>
      {figures.map((figure) => {
        const ids = known[figure]
        const label = t(`figures.${figure}`, { count: ids.length })
        return (
          <button
            key={figure}
            type="button"
            className={classes['bigFigure']}
            title={t(`figures.rules.${figure}`)}
            disabled={ids.length === 0}
            onClick={() => openList({ title: `${community.name} : ${label}`, rule: t(`figures.rules.${figure}`), ids })}
          >
            <span className={classes['value']}>{format.number(ids.length)}</span> <span className={classes['faint']}>{label}</span>
          </button>
        )
      })}
    </div>
  )
}

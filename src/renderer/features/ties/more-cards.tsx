import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import type { StayingLine, TiesOverview } from '#data/ties-contract'
import { useFormat } from '#i18n/setup'
import { CountButton } from '#ui/count-button'
import { useToday } from '#ui/use-today'
import { Card } from './card.tsx'
import { PersonButton } from './person-button.tsx'
import { useOpenTieList } from './use-ties.ts'
import classes from './ties.module.css'

/** Ties against retention: two shares, with their sizes, and the caution. */
export const StayingCard = ({ overview: { staying } }: { readonly overview: TiesOverview }) => {
  const { t } = useTranslation('ties')
  const format = useFormat()
  const open = useOpenTieList(useToday())
  const date = format.date(staying.on)
  const rule = t('staying.rule', { date })
  const line = (which: 'tied' | 'untied', { people, kept, share }: StayingLine) => (
    <tr>
      <th scope="row">{t(`staying.${which}`)}</th>
      <td>
        <CountButton onOpen={() => open({ kind: `${which}-then-kept` }, t('staying.list', { which: t(`staying.${which}`), date }), rule)}>
          {t('staying.kept', { kept, people })}
        </CountButton>
      </td>
      <td className={share === null ? classes['quiet'] : classes['share']}>{share === null ? t('staying.tooFew') : format.percent(share)}</td>
    </tr>
  )
  return (
    <Card title={t('staying.title')} rule={rule}>
      <table className={classes['table']}>
        <tbody>
          {line('tied', staying.tied)}
          {line('untied', staying.untied)}
        </tbody>
      </table>
    </Card>
  )
}

/** Who was helped, then helped whom. */
export const LineageCard = ({
  overview: { lineage },
  onOpenPerson,
}: {
  readonly overview: TiesOverview
  readonly onOpenPerson: (id: PersonId) => void
}) => {
  const { t } = useTranslation('ties')
  const open = useOpenTieList(useToday())
  const rule = t('lineage.rule')
  return (
    <Card title={t('lineage.title')} rule={rule}>
      {lineage.former > 0 && (
        <p className={classes['text']}>
          <CountButton onOpen={() => open({ kind: 'gave-back' }, t('lineage.rateList'), rule)}>
            {t('lineage.rate', { count: lineage.gaveBack, former: lineage.former })}
          </CountButton>
        </p>
      )}
      {lineage.count === 0 && <p className={classes['quiet']}>{t('lineage.none')}</p>}
      <ul className={classes['lines']}>
        {lineage.first.slice(0, 5).map(({ person, depth, descendants }) => (
          <li key={person.id} className={classes['line']}>
            <span className={classes['lineMain']}>
              <PersonButton person={person} onOpen={onOpenPerson} />
              <span className={classes['detail']}>{t('lineage.depth', { count: depth })}</span>
            </span>
            <CountButton
              onOpen={() => open({ kind: 'descendants', personId: person.id }, t('lineage.descendants', { name: fullName(person) }), rule)}
            >
              {t('lineage.passedOn', { count: descendants })}
            </CountButton>
          </li>
        ))}
      </ul>
      {lineage.count > 5 && (
        <Anchor component="button" type="button" onClick={() => open({ kind: 'links' }, t('lineage.all'), rule)}>
          {t('lineage.all')}
        </Anchor>
      )}
    </Card>
  )
}

/** Density, one community at a time, with why it is not compared. */
export const CommunitiesCard = ({ overview: { communities } }: { readonly overview: TiesOverview }) => {
  const { t } = useTranslation('ties')
  const format = useFormat()
  const open = useOpenTieList(useToday())
  const ordered = communities.toSorted((left, right) => format.compare(left.name, right.name))
  return (
    <Card title={t('communities.title')} rule={t('communities.rule')}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('communities.name')}</th>
            <th scope="col">{t('communities.people')}</th>
            <th scope="col">{t('communities.ties')}</th>
            <th scope="col">{t('communities.density')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map(({ id, name, people, ties, density }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                <CountButton onOpen={() => open({ kind: 'community', communityId: id }, t('communities.list', { name }), t('communities.rule'))}>
                  {format.number(people)}
                </CountButton>
              </td>
              <td>{format.number(ties)}</td>
              <td>{density === null ? '' : format.percent(density, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

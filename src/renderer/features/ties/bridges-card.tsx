import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import type { TiesOverview } from '#data/ties-contract'
import { CountButton } from '#ui/count-button'
import { useToday } from '#ui/use-today'
import { Card } from './card.tsx'
import { PersonButton } from './person-button.tsx'
import { useOpenTieList } from './use-ties.ts'
import classes from './ties.module.css'

interface CardProps {
  readonly overview: TiesOverview
  readonly onOpenPerson: (id: PersonId) => void
}

/** Those whose departure would cut the network, with whom they would cut off. */
export const BridgesCard = ({ overview: { bridges }, onOpenPerson }: CardProps) => {
  const { t } = useTranslation('ties')
  const open = useOpenTieList(useToday())
  return (
    <Card title={t('bridges.title')} rule={t('bridges.rule')}>
      {bridges.count === 0 && <p className={classes['quiet']}>{t('bridges.none')}</p>}
      <ul className={classes['lines']}>
        {bridges.first.slice(0, 5).map(({ person, cutOff }) => (
          <li key={person.id} className={classes['line']}>
            <PersonButton person={person} onOpen={onOpenPerson} />
            <CountButton
              onOpen={() => open({ kind: 'cut-off-by', personId: person.id }, t('bridges.cutList', { name: fullName(person) }), t('bridges.rule'))}
            >
              {t('bridges.cutOff', { count: cutOff })}
            </CountButton>
          </li>
        ))}
      </ul>
      {bridges.count > 0 && (
        <Anchor component="button" type="button" onClick={() => open({ kind: 'bridges' }, t('bridges.list'), t('bridges.rule'))}>
          {t('bridges.all', { count: bridges.count })}
        </Anchor>
      )}
    </Card>
  )
}

/** The first isolated people, and all of them. */
export const IsolatedCard = ({ overview: { isolated }, onOpenPerson }: CardProps) => {
  const { t } = useTranslation('ties')
  const open = useOpenTieList(useToday())
  const rule = t('figures.isolatedRule', { none: isolated.fromAll, staff: isolated.butStaff })
  return (
    <Card title={t('isolated.title')} rule={rule}>
      {isolated.all === 0 && <p className={classes['quiet']}>{t('isolated.none')}</p>}
      <ul className={classes['lines']}>
        {isolated.first.slice(0, 5).map((person) => (
          <li key={person.id} className={classes['line']}>
            <PersonButton person={person} onOpen={onOpenPerson} />
          </li>
        ))}
      </ul>
      {isolated.all > 0 && (
        <Anchor component="button" type="button" onClick={() => open({ kind: 'isolated' }, t('figures.isolatedList'), rule)}>
          {t('isolated.all', { count: isolated.all })}
        </Anchor>
      )}
    </Card>
  )
}

import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import type { SinglePointLine } from '#data/services/core-service'
import { useOpenList } from '#ui/open-list'
import { Section } from '#ui/section'
import { useHeldWords } from './held-words.ts'
import classes from './core.module.css'

interface SinglePointsProps {
  readonly points: readonly SinglePointLine[]
  readonly onOpenPerson: (id: PersonId) => void
  readonly onPrepare: (id: PersonId) => void
}

const mostPeople = 12
const mostThings = 6

/** Who alone holds what, the most exposed first. */
export const SinglePoints = ({ points, onOpenPerson, onPrepare }: SinglePointsProps) => {
  const { t } = useTranslation('core')
  const words = useHeldWords()
  const openList = useOpenList()
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set())
  return (
    <Section title={t('points.title')}>
      <p className={classes['rule']}>{t('points.rule')}</p>
      {points.length === 0 ? (
        <p className={classes['note']}>{t('points.none')}</p>
      ) : (
        <ul className={classes['points']}>
          {points.slice(0, mostPeople).map(({ person, things }) => {
            const name = fullName(person)
            const shown = whole.has(person.id) ? things : things.slice(0, mostThings)
            return (
              <li key={person.id} className={classes['point']}>
                <span>
                  <Anchor component="button" type="button" className={classes['link']} onClick={() => onOpenPerson(person.id)}>
                    {name}
                  </Anchor>
                  <span className={classes['warned']}>{t('points.count', { count: things.length })}</span>
                </span>
                <span className={classes['things']}>
                  {shown.map((thing) => (
                    <span key={thing.key} className={classes['thing']}>
                      {words(thing.kind, thing)}
                    </span>
                  ))}
                  {shown.length < things.length && (
                    <>
                      {' '}
                      <Anchor component="button" type="button" onClick={() => setWhole(new Set([...whole, person.id]))}>
                        {t('points.more', { count: things.length - shown.length })}
                      </Anchor>
                    </>
                  )}
                </span>
                <Button size="compact-xs" variant="default" aria-label={t('points.prepareNamed', { name })} onClick={() => onPrepare(person.id)}>
                  {t('points.prepare')}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {points.length > mostPeople && (
        <Button
          mt={10}
          size="compact-sm"
          variant="subtle"
          onClick={() => openList({ title: t('points.title'), rule: t('points.rule'), ids: points.map(({ person }) => person.id) })}
        >
          {t('points.all', { count: points.length })}
        </Button>
      )}
    </Section>
  )
}

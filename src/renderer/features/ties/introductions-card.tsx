import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId, TieId } from '#domain/id'
import { fullName } from '#domain/person'
import { emptyTie, type TieKind } from '#domain/tie'
import type { IntroductionReason } from '#domain/ties/introductions'
import { newId } from '#data/new-id'
import type { IntroductionLine, TiesOverview } from '#data/ties-contract'
import { useData } from '#data/use-data'
import { useReportWrite } from '#ui/report-write'
import { useToday } from '#ui/use-today'
import { Card } from './card.tsx'
import { PersonButton } from './person-button.tsx'
import { PersonPicker } from './person-picker.tsx'
import classes from './ties.module.css'

interface IntroductionsProps {
  readonly overview: TiesOverview
  readonly onOpenPerson: (id: PersonId) => void
}

/** Three introductions to make, with their reasons: done, or set aside. */
export const IntroductionsCard = ({ overview, onOpenPerson }: IntroductionsProps) => {
  const { t } = useTranslation('ties')
  const rule = [t('introductions.rule'), ...(overview.setAside === 0 ? [] : [t('introductions.setAside', { count: overview.setAside })])].join(' ')
  return (
    <Card title={t('introductions.title')} rule={rule}>
      {overview.introductions.length === 0 && <p className={classes['quiet']}>{t('introductions.none')}</p>}
      <ul className={classes['lines']}>
        {overview.introductions.map((introduction) => (
          <li key={introduction.people.join()}>
            <IntroductionItem introduction={introduction} onOpenPerson={onOpenPerson} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

const IntroductionItem = ({
  introduction,
  onOpenPerson,
}: {
  readonly introduction: IntroductionLine
  readonly onOpenPerson: (id: PersonId) => void
}) => {
  const { t } = useTranslation('ties')
  const data = useData()
  const report = useReportWrite()
  const today = useToday()
  const [asking, setAsking] = useState(false)
  const [by, setBy] = useState<PersonId | null>(null)
  const { lines, people, reasons, names } = introduction
  const [left, right] = lines
  const said = { left: fullName(left), right: fullName(right) }

  const write = async (kind: TieKind, byId: PersonId | null, done: string): Promise<void> => {
    const after = { ...emptyTie(newId<TieId>(), kind, people[0], people[1]), start: today, byId }
    report(await data.records.save({ table: 'ties', before: null, after }), { done, undo: () => void data.changes.undo() })
  }
  return (
    <div className={classes['introduction']} role="group" aria-label={t('introductions.label', said)}>
      <p className={classes['pair']}>
        <PersonButton person={left} onOpen={onOpenPerson} /> {t('introductions.and')} <PersonButton person={right} onOpen={onOpenPerson} />
      </p>
      <p className={classes['reasons']}>{reasons.map((reason) => reasonWords(reason, names, t)).join(' · ')}</p>
      {asking ? (
        <div className={classes['asking']}>
          <PersonPicker
            label={t('introductions.by')}
            placeholder={t('introductions.byNobody')}
            value={by}
            except={people}
            onChange={setBy}
            autoFocus
          />
          <Button size="compact-sm" onClick={() => void write('introduction', by, t('introductions.made', said))}>
            {t('introductions.confirm')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
            {t('introductions.cancel')}
          </Button>
        </div>
      ) : (
        <div className={classes['acts']}>
          <Button size="compact-sm" variant="light" onClick={() => setAsking(true)}>
            {t('introductions.make')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => void write('set-aside', null, t('introductions.dismissed', said))}>
            {t('introductions.later')}
          </Button>
        </div>
      )}
    </div>
  )
}

type Words = ReturnType<typeof useTranslation<'ties'>>['t']
const reasonWords = (reason: IntroductionReason, names: IntroductionLine['names'], t: Words): string => {
  switch (reason.kind) {
    case 'offer': {
      const name = names[reason.needId] ?? ''
      return name === '' ? t('introductions.reasons.offerUnnamed') : t('introductions.reasons.offer', { name })
    }
    case 'skill':
      return t('introductions.reasons.skill', { name: reason.skill })
    case 'community':
      return t('introductions.reasons.community', { name: names[reason.communityId] ?? '' })
    case 'territory':
      return t('introductions.reasons.territory', { name: names[reason.territoryId] ?? '' })
    case 'acquaintance':
    case 'isolated':
    case 'newcomer':
      return t(`introductions.reasons.${reason.kind}`, { name: names[reason.personId] ?? '' })
  }
}

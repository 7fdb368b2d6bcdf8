import { Button, Checkbox, Text, TextInput } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { badgeSheet } from '#domain/letters/label-sheets'
import type { IsoDate } from '#domain/period'
import type { WritingPerson } from '#data/services/letters-service'
import { LabelPages } from './label-pages.tsx'
import { usePrinted } from './use-printed.tsx'
import { useSaySaved } from './use-say-saved.ts'
import type { WritingWords } from './writing-words.ts'
import classes from './letters.module.css'

interface BadgesProps {
  readonly people: readonly WritingPerson[]
  readonly words: WritingWords
  readonly today: IsoDate
}

/** Badges to cut out, eight to a sheet: name, role, association, event. */
export const Badges = ({ people, words, today }: BadgesProps) => {
  const { t } = useTranslation('letters')
  const say = useSaySaved()
  const { printed, print } = usePrinted()
  const [association, setAssociation] = useState(words.associationName)
  const [event, setEvent] = useState('')
  const [withRole, setWithRole] = useState(true)
  const draw = (person: WritingPerson): ReactNode => (
    <div className={classes['badge']}>
      <div className={classes['badgeFrom']}>{association}</div>
      <div>
        <div className={classes['badgeFirst']}>{person.firstName}</div>
        <div className={classes['badgeLast']}>{person.lastName}</div>
        {withRole && <div className={classes['badgeRole']}>{words.roles(person)}</div>}
      </div>
      <div className={classes['badgeFrom']}>{event}</div>
    </div>
  )
  const save = async (): Promise<void> => {
    const all = (
      <LabelPages sheet={badgeSheet} startAt={1} items={people} outlined>
        {draw}
      </LabelPages>
    )
    say(await print(all, t('badges.fileName', { date: today })))
  }
  return (
    <div className={classes['beside']}>
      {printed}
      <div className={classes['stack']}>
        <TextInput
          label={t('badges.association')}
          maxLength={60}
          value={association}
          onChange={(change) => setAssociation(change.currentTarget.value)}
        />
        <TextInput
          label={t('badges.event')}
          maxLength={60}
          placeholder={t('badges.eventPlaceholder')}
          value={event}
          onChange={(change) => setEvent(change.currentTarget.value)}
        />
        <Checkbox label={t('badges.withRole')} checked={withRole} onChange={(change) => setWithRole(change.currentTarget.checked)} />
        <Text fw={560}>{t('badges.count', { count: people.length })}</Text>
        <Text size="xs" c="dimmed">
          {t('labels.scale')}
        </Text>
        <Button leftSection={<IconFileTypePdf size={16} />} onClick={() => void save()}>
          {t('pdf')}
        </Button>
      </div>
      <figure className={classes['looked']} aria-label={t('badges.preview')}>
        <LabelPages sheet={badgeSheet} startAt={1} items={people.slice(0, 8)} firstOnly outlined>
          {draw}
        </LabelPages>
      </figure>
    </div>
  )
}

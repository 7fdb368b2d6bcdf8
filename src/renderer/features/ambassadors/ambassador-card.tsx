import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ambassadorStages, type AmbassadorStage } from '#domain/ambassador'
import { fullName } from '#domain/person'
import type { IsoDate } from '#domain/period'
import type { AmbassadorCard } from '#data/services/ambassadors-service'
import { PersonName } from '#ui/person-name'
import { useAttentionWords } from './attention-words.ts'
import classes from './ambassadors.module.css'

interface CardProps {
  readonly card: AmbassadorCard
  readonly today: IsoDate
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onMove: (stage: AmbassadorStage) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Somebody on the board: dragged, moved by its menu or by the keyboard, opened by a click. */
export const Card = ({ card, today, isOpen, onOpen, onMove, onKeyDown }: CardProps) => {
  const { t } = useTranslation(['ambassadors', 'common'])
  const { ambassadorship, person, community } = card
  const attention = useAttentionWords(today)(card)
  const name = fullName(person) === '' ? t('common:noName') : fullName(person)
  return (
    <li
      className={classes['card']}
      data-open={isOpen || undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', ambassadorship.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <UnstyledButton className={classes['open']} data-card={ambassadorship.id} onClick={onOpen} onKeyDown={onKeyDown}>
        <span className={classes['name']}>
          <PersonName person={person} order="spoken" />
        </span>
        {community !== '' && <span className={classes['quiet']}>{community}</span>}
        {ambassadorship.whyChosen !== '' && <span className={classes['why']}>{ambassadorship.whyChosen}</span>}
        {(card.lastAttention !== null || attention.isLate) && (
          <span className={`${classes['quiet'] ?? ''} ${attention.isLate ? (classes['late'] ?? '') : ''}`}>{attention.short}</span>
        )}
      </UnstyledButton>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon className={classes['menu'] ?? ''} size="sm" aria-label={t('moveNamed', { name })}>
            <IconDots size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('moveTo')}</Menu.Label>
          {ambassadorStages.map((stage) => (
            <Menu.Item key={stage} disabled={stage === ambassadorship.stage} onClick={() => onMove(stage)}>
              {t(`stages.${stage}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}

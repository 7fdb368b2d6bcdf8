import { Anchor } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ambassadorStages, type AmbassadorStage } from '#domain/ambassador'
import type { AmbassadorshipId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import type { AmbassadorCard } from '#data/services/ambassadors-service'
import { useFormat } from '#i18n/setup'
import { Card } from './ambassador-card.tsx'
import classes from './ambassadors.module.css'

interface BoardProps {
  readonly cards: readonly AmbassadorCard[]
  readonly today: IsoDate
  readonly openId: AmbassadorshipId | null
  readonly onOpen: (id: AmbassadorshipId) => void
  readonly onMove: (card: AmbassadorCard, stage: AmbassadorStage) => void
  readonly onList: () => void
}

/** A column with more cards than that sends to the list. */
const mostCards = 50

/** The six columns. The mouse drags; arrows walk from card to card, Shift with ← or → moves the card, and the focus goes with it. */
export const AmbassadorBoard = ({ cards, today, openId, onOpen, onMove, onList }: BoardProps) => {
  const { t } = useTranslation('ambassadors')
  const format = useFormat()
  const board = useRef<HTMLDivElement>(null)
  const moving = useRef<string | null>(null)
  const [over, setOver] = useState<AmbassadorStage | null>(null)
  const byStage = Map.groupBy(cards, ({ ambassadorship }) => ambassadorship.stage)
  const cardElement = (id: string | undefined): HTMLElement | null => board.current?.querySelector<HTMLElement>(`[data-card="${id ?? ''}"]`) ?? null

  useEffect(() => {
    if (moving.current === null) return
    cardElement(moving.current)?.focus()
    moving.current = null
  }, [cards])

  const move = (card: AmbassadorCard, stage: AmbassadorStage): void => {
    if (stage === card.ambassadorship.stage) return
    moving.current = card.ambassadorship.id
    onMove(card, stage)
  }
  const walk = (card: AmbassadorCard, event: KeyboardEvent): void => {
    const column = ambassadorStages.indexOf(card.ambassadorship.stage)
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step !== 0 && event.shiftKey) {
      const stage = ambassadorStages[column + step]
      if (stage !== undefined) move(card, stage)
    } else if (step !== 0) {
      const place = byStage.get(card.ambassadorship.stage)?.indexOf(card) ?? 0
      for (let next = column + step; next >= 0 && next < ambassadorStages.length; next += step) {
        const there = byStage.get(ambassadorStages[next] ?? 'former') ?? []
        if (there.length === 0) continue
        cardElement(there[Math.min(place, there.length - 1)]?.ambassadorship.id)?.focus()
        break
      }
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const mine = byStage.get(card.ambassadorship.stage) ?? []
      cardElement(mine[mine.indexOf(card) + (event.key === 'ArrowDown' ? 1 : -1)]?.ambassadorship.id)?.focus()
    } else return
    event.preventDefault()
  }

  return (
    <div ref={board} className={classes['board']} role="group" aria-label={t('board')}>
      {ambassadorStages.map((stage) => {
        const mine = byStage.get(stage) ?? []
        return (
          <section
            key={stage}
            className={classes['column']}
            aria-label={t('column', { stage: t(`stages.${stage}`), count: mine.length })}
            data-stage={stage}
            data-over={over === stage || undefined}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(stage)
            }}
            onDragLeave={(event) => {
              if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(null)
            }}
            onDrop={(event) => {
              event.preventDefault()
              setOver(null)
              const card = cards.find(({ ambassadorship }) => ambassadorship.id === event.dataTransfer.getData('text/plain'))
              if (card !== undefined) move(card, stage)
            }}
          >
            <header className={classes['columnHead']}>
              <h2>
                {t(`stages.${stage}`)}
                <span className={classes['count']}>{format.number(mine.length)}</span>
              </h2>
              <p>{t(`stageHints.${stage}`)}</p>
            </header>
            {mine.length === 0 ? (
              <p className={classes['nobody']}>{t('columnEmpty')}</p>
            ) : (
              <ul className={classes['cards']}>
                {mine.slice(0, mostCards).map((card) => (
                  <Card
                    key={card.ambassadorship.id}
                    card={card}
                    today={today}
                    isOpen={card.ambassadorship.id === openId}
                    onOpen={() => onOpen(card.ambassadorship.id)}
                    onMove={(next) => move(card, next)}
                    onKeyDown={(event) => walk(card, event)}
                  />
                ))}
                {mine.length > mostCards && (
                  <li className={classes['nobody']}>
                    <Anchor component="button" type="button" size="xs" onClick={onList}>
                      {t('more', { count: mine.length - mostCards })}
                    </Anchor>
                  </li>
                )}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}

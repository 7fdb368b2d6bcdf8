import { Badge } from '#ui/badge'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import type { HandoverLine } from '#data/services/handovers-service'
import { useFindPeople } from '#data/use-find-people'
import { useFormat } from '#i18n/setup'
import { PersonChoice, type PersonToChoose } from '#ui/person-choice'
import { kindOfKey, useHeldWords } from './held-words.ts'
import classes from './core.module.css'

interface HandoverLinesProps {
  readonly lines: readonly HandoverLine[]
  readonly leaverId: PersonId
  readonly today: IsoDate
  readonly isClosed: boolean
  readonly onChoose: (key: string, toId: PersonId | null) => void
  readonly onPass: (key: string, to: PersonToChoose, what: string) => void
}

/** What changes hands: to whom, then « Transmettre », which writes it in the records. */
export const HandoverLines = ({ lines, ...rest }: HandoverLinesProps) => (
  <ul className={classes['plain']}>
    {lines.map((line) => (
      <Line key={line.key} line={line} {...rest} />
    ))}
  </ul>
)

const Line = ({ line, leaverId, today, isClosed, onChoose, onPass }: Omit<HandoverLinesProps, 'lines'> & { readonly line: HandoverLine }) => {
  const { t } = useTranslation('core')
  const format = useFormat()
  const find = useFindPeople(today)
  const [isSelf, setSelf] = useState(false)
  const what = useHeldWords()(line.holding?.kind ?? kindOfKey(line.key), line)
  const isDone = line.doneOn !== null
  const to = line.toId === null ? null : { id: line.toId, name: line.to }
  return (
    <li className={classes['line']}>
      <span>
        {what} {line.holding?.isAlone === true && !isDone && <Badge tone="warn">{t('alone')}</Badge>}
      </span>
      {isDone ? (
        <span className={classes['lineDone']}>{t('passedOnShort', { name: line.to, date: format.date(line.doneOn ?? today) })}</span>
      ) : isClosed ? (
        <span className={classes['quiet']}>{line.to}</span>
      ) : (
        <>
          <span>
            <PersonChoice
              size="xs"
              isLabelHidden
              label={t('handover.to', { what })}
              placeholder={t('handover.toShort')}
              value={to}
              find={find}
              onChange={(person) => {
                setSelf(person?.id === leaverId)
                if (person?.id !== leaverId) onChoose(line.key, person?.id ?? null)
              }}
            />
            {isSelf && <span className={classes['error']}>{t('handover.toSelf')}</span>}
          </span>
          <Button
            size="xs"
            variant="default"
            aria-label={t('handover.passNamed', { what })}
            disabled={to === null}
            onClick={() => {
              if (to !== null) onPass(line.key, to, what)
            }}
          >
            {t('handover.pass')}
          </Button>
        </>
      )}
    </li>
  )
}

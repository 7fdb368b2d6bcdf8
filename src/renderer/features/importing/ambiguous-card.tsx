import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AmbiguousRow, CandidateCard } from '#data/importing-contract'
import type { DraftChoice } from '#domain/importing/verdict'
import { PersonFacts } from './person-facts.tsx'
import shared from './importing.module.css'
import classes from './ambiguous.module.css'

interface AmbiguousCardProps {
  readonly row: AmbiguousRow
  readonly onChoose: (choice: DraftChoice | null) => void
}

/** The person of the row beside those she could be, with what speaks for and against each. */
export const AmbiguousCard = ({ row, onChoose }: AmbiguousCardProps) => {
  const { t } = useTranslation(['importing', 'importTerms'])
  const { choice, candidates } = row
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return
    const candidate = candidates[Number(event.key) - 1]
    const key = event.key.toLowerCase()
    if (candidate !== undefined) onChoose(choiceOf(candidate))
    else if (key === 'n') onChoose({ kind: 'create' })
    else if (key === 'l') onChoose({ kind: 'skip' })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section
      className={classes['card']}
      data-card
      data-decided={choice !== null || undefined}
      tabIndex={0}
      aria-label={t('ambiguous.about', { name: row.person.name, row: row.row + 1 })}
      onKeyDown={onKeyDown}
    >
      <div className={shared['cardSide']}>
        <p className={classes['cardWhere']}>
          {t('ambiguous.inFile')} · {t('check.rowNumber', { row: row.row + 1 })}
        </p>
        <PersonFacts person={row.person} compared={null} />
        <div className={classes['cardActions']}>
          <Button
            variant={choice?.kind === 'create' ? 'filled' : 'default'}
            size="compact-sm"
            aria-pressed={choice?.kind === 'create'}
            onClick={() => onChoose(choice?.kind === 'create' ? null : { kind: 'create' })}
          >
            {t('ambiguous.fresh')}
          </Button>
          <Button
            variant={choice?.kind === 'skip' ? 'filled' : 'default'}
            size="compact-sm"
            aria-pressed={choice?.kind === 'skip'}
            onClick={() => onChoose(choice?.kind === 'skip' ? null : { kind: 'skip' })}
          >
            {t('ambiguous.skip')}
          </Button>
        </div>
      </div>
      <ol className={classes['candidates']}>
        {candidates.map((candidate, position) => {
          const chosen = isChosen(choice, candidate)
          return (
            <li key={`${candidate.personId ?? ''}/${candidate.row ?? ''}`} className={classes['candidate']} data-chosen={chosen || undefined}>
              <p className={classes['cardWhere']}>
                {candidate.row === null ? t('ambiguous.known') : t('ambiguous.otherRow', { row: candidate.row + 1 })} ·{' '}
                {t('ambiguous.score', { percent: candidate.score })}
              </p>
              <PersonFacts person={candidate.person} compared={row.person} />
              <ul className={classes['reasons']}>
                {candidate.reasons.map((reason) => (
                  <li key={reason} data-for>
                    {t(`importTerms:reasons.${reason}`)}
                  </li>
                ))}
                {candidate.doubts.map((doubt) => (
                  <li key={doubt}>{t(`importTerms:doubts.${doubt}`)}</li>
                ))}
              </ul>
              <Button
                variant={chosen ? 'filled' : 'default'}
                size="compact-sm"
                aria-pressed={chosen}
                leftSection={
                  chosen ? (
                    <IconCheck size={14} aria-hidden />
                  ) : (
                    <kbd className={classes['key']} aria-hidden>
                      {position + 1}
                    </kbd>
                  )
                }
                onClick={() => onChoose(chosen ? null : choiceOf(candidate))}
              >
                {t('ambiguous.choose')}
                <span className={shared['srOnly']}> : {candidate.person.name}</span>
              </Button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

const choiceOf = ({ personId, row }: CandidateCard): DraftChoice =>
  personId !== null ? { kind: 'match', personId } : row !== null ? { kind: 'join', row } : { kind: 'create' }

const isChosen = (choice: DraftChoice | null, { personId, row }: CandidateCard): boolean =>
  (choice?.kind === 'match' && choice.personId === personId) || (choice?.kind === 'join' && personId === null && choice.row === row)

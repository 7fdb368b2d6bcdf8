import { Anchor, Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formerValues, mergePeople, type MergeChoices } from '#domain/duplicates/merge-people'
import { differingValues, type SinglePath } from '#domain/duplicates/single-values'
import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import type { PairDetails, PairPerson } from '#data/services/duplicates-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { Badge } from '#ui/badge'
import { NotFound } from '#ui/not-found'
import { Page } from '#ui/page'
import { useReportWrite } from '#ui/report-write'
import { showToast } from '#ui/toast'
import { Waiting } from '#ui/waiting'
import type { ChangeFacts } from './change-words.ts'
import { periodWords } from './life-line.tsx'
import { useLists, useNames } from './lists.ts'
import { likelihood, type Pair } from './pair.ts'
import { formerNoteOf, pairLines, saySame, type PairLine } from './pair-rows.ts'
import classes from './duplicates.module.css'

export interface PairViewProps {
  readonly pair: Pair
  /** Which of how many; null when the two were chosen by hand. */
  readonly place: { readonly at: number; readonly count: number } | null
  readonly onBack: () => void
  readonly onOpenPerson: (id: PersonId) => void
  /** On to the next pair; the id of the record that stays after a merge. */
  readonly onDone: (keptId: PersonId | null) => void
}

/** Two records side by side, each field with what will stay of it. */
export const PairView = (props: PairViewProps) => {
  const { t: common } = useTranslation()
  const { t } = useTranslation('person', { keyPrefix: 'duplicates' })
  const [leftId, rightId] = props.pair
  // Asked once: while one reads, only a merge or a parting changes it, and both leave the page.
  const details = useLive([], ({ duplicates }) => duplicates.pair(leftId, rightId), [leftId, rightId])
  if (details === undefined) return <Waiting />
  if (details === null) return <NotFound action={{ label: t('toList'), onAct: props.onBack }} />
  return <Compared {...props} details={details} backLabel={common('actions.back')} />
}

const Compared = ({
  details,
  place,
  onBack,
  onOpenPerson,
  onDone,
  backLabel,
}: PairViewProps & { readonly details: PairDetails; readonly backLabel: string }) => {
  const { t: tp } = useTranslation('person')
  const { t } = useTranslation('person', { keyPrefix: 'duplicates' })
  const { t: reasonWords } = useTranslation('person', { keyPrefix: 'form.reasons' })
  const { t: common } = useTranslation()
  const format = useFormat()
  const data = useData()
  const report = useReportWrite()
  const lists = useLists()
  const names = useNames(lists)
  const [keptId, setKeptId] = useState(details.suggestedId)
  // By field, whose value: it stays true when the other record is kept.
  const [chosen, setChosen] = useState<Readonly<Partial<Record<SinglePath, PersonId>>>>({})
  const { left, right, comparison } = details
  const [kept, other] = keptId === left.person.id ? [left.person, right.person] : [right.person, left.person]
  const facts: ChangeFacts = { t: tp, common, format, lists, names, period: (start, end) => periodWords(start, end, tp, format) }
  const choices: MergeChoices = Object.fromEntries(
    differingValues(kept, other).flatMap(({ path }) => {
      const owner = chosen[path]
      return owner === undefined ? [] : [[path, owner === kept.id ? 'kept' : 'other']]
    }),
  )
  const formerNote = formerNoteOf(formerValues(kept, other, choices), facts)
  const merged = mergePeople(kept, other, choices, formerNote)
  const lines = pairLines(left.person, right.person, merged, facts)
  const ownerOf = (path: SinglePath): PersonId => {
    const difference = differingValues(kept, other).find((one) => one.path === path)
    const side = choices[path] ?? difference?.suggested ?? 'kept'
    return side === 'kept' ? kept.id : other.id
  }
  const nameOf = ({ person }: PairPerson): string => (fullName(person) === '' ? common('noName') : fullName(person))

  const merge = async (): Promise<void> => {
    const written = await data.duplicates.merge({ keptId, otherId: other.id, choices, formerNote })
    if (!written.ok) {
      if (written.error.kind === 'pair-gone') showToast({ message: t('gone'), tone: 'problem' })
      else report({ ok: false, error: written.error })
      return
    }
    report(written, { done: t('merged', { name: fullName(merged) }), undo: () => void data.changes.undo() })
    onDone(keptId)
  }
  const part = async (): Promise<void> => {
    const written = await data.duplicates.part(left.person.id, right.person.id)
    if (report(written, { done: t('parted'), undo: () => void data.changes.undo() })) onDone(null)
  }

  const head = (side: PairPerson) => (
    <div className={classes['head']}>
      <Anchor component="button" type="button" ta="left" fw={600} onClick={() => onOpenPerson(side.person.id)}>
        {nameOf(side)}
      </Anchor>
      {side.photo !== null && <img className={classes['photo']} src={side.photo} alt={t('photoOf', { name: nameOf(side) })} />}
      <span className={classes['quietLine']}>{[t('came', { count: side.came }), t('mentions', { count: side.mentions })].join(' · ')}</span>
      <Radio
        size="xs"
        name="kept"
        label={t('keep')}
        aria-label={t('keepNamed', { name: nameOf(side) })}
        checked={side.person.id === keptId}
        onChange={() => setKeptId(side.person.id)}
      />
    </div>
  )
  const cell = (line: PairLine, side: PairPerson, words: readonly string[]) => {
    const { choice } = line
    if (choice === null) return <Words words={words} />
    return (
      <Radio
        size="xs"
        name={choice}
        label={<Words words={words} />}
        aria-label={t('choose', { field: line.label, value: words.join(', ') })}
        checked={ownerOf(choice) === side.person.id}
        onChange={() => setChosen({ ...chosen, [choice]: side.person.id })}
      />
    )
  }

  return (
    <Page
      layout="fill"
      back={{ label: backLabel, onBack }}
      title={t('pairTitle')}
      subtitle={place === null ? undefined : t('place', { at: format.number(place.at), total: format.number(place.count) })}
      actions={
        <>
          <Button variant="subtle" color="gray" onClick={() => onDone(null)}>
            {t('later')}
          </Button>
          <Button variant="default" onClick={() => void part()}>
            {t('part')}
          </Button>
          <Button data-autofocus onClick={() => void merge()}>
            {t('merge')}
          </Button>
        </>
      }
    >
      <div className={classes['scroll']}>
        <p className={classes['why']}>
          <Badge tone={comparison.isSure ? 'accent' : 'quiet'}>{t(likelihood(comparison.isSure, comparison.score))}</Badge>
          <span>{comparison.reasons.length === 0 ? t('noReason') : comparison.reasons.map((reason) => reasonWords(reason)).join(', ')}</span>
          {comparison.doubts.length > 0 && (
            <span className={classes['doubt']}>{t('but', { doubts: comparison.doubts.map((doubt) => t(`doubts.${doubt}`)).join(', ') })}</span>
          )}
        </p>
        <table className={classes['table']}>
          <colgroup>
            <col className={classes['label']} />
          </colgroup>
          <thead>
            <tr>
              <td />
              <th scope="col">{head(left)}</th>
              <th scope="col">{head(right)}</th>
              <th scope="col" className={classes['merged']}>
                <div className={classes['head']}>
                  <span>{t('result')}</span>
                  <span className={classes['quietLine']}>{t('resultRule')}</span>
                </div>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} data-choice={line.choice !== null || undefined} data-same={saySame(line.left, line.right) || undefined}>
                <th scope="row">{line.label}</th>
                <td>{cell(line, left, line.left)}</td>
                <td>{cell(line, right, line.right)}</td>
                <td className={classes['merged']}>
                  <Words words={line.merged} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  )
}

const Words = ({ words }: { readonly words: readonly string[] }) =>
  words.length < 2 ? (
    <span className={classes['words']}>{words[0] ?? ''}</span>
  ) : (
    <ul className={classes['words']}>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  )

import { Button } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AmbassadorshipId, PersonId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import { useData } from '#data/use-data'
import { useFindPeople } from '#data/use-find-people'
import { PersonChoice, type PersonToChoose } from '#ui/person-choice'
import { useReportWrite } from '#ui/report-write'
import { SidePanel } from '#ui/side-panel'
import classes from './ambassadors.module.css'

interface AddPanelProps {
  readonly today: IsoDate
  /** People of the board. */
  readonly onBoard: ReadonlySet<PersonId>
  readonly onAdded: (id: AmbassadorshipId) => void
  readonly onClose: () => void
}

/** Somebody one thought of oneself. */
export const AddPanel = ({ today, onBoard, onAdded, onClose }: AddPanelProps) => {
  const { t } = useTranslation(['ambassadors', 'common'])
  const data = useData()
  const report = useReportWrite()
  const find = useFindPeople(today)
  const [person, setPerson] = useState<PersonToChoose | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (person === null) return setProblem(t('new.missing'))
    if (onBoard.has(person.id)) return setProblem(t('new.already'))
    const record = await data.records.get('people', person.id)
    if (record?.doNotContact === true) return setProblem(t('new.doNotContact'))
    const written = await data.ambassadors.propose(person.id, '', today)
    if (report(written, { done: t('proposed', { name: person.name }), undo: () => void data.changes.undo() }) && written.ok) onAdded(written.value)
  }
  return (
    <SidePanel
      title={t('new.title')}
      label={t('new.title')}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" form="ambassador-add">
            {t('new.add')}
          </Button>
        </>
      }
    >
      <form id="ambassador-add" className={classes['form']} noValidate onSubmit={(event) => void add(event)}>
        <PersonChoice
          autoFocus
          label={t('new.who')}
          value={person}
          find={find}
          onChange={(next) => {
            setPerson(next)
            setProblem(null)
          }}
        />
        {problem !== null && (
          <p className={classes['warning']} role="alert">
            {problem}
          </p>
        )}
      </form>
    </SidePanel>
  )
}

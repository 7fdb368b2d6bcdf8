import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { PersonSections } from '#app/person-sections'
import type { EventId, PersonId } from '#domain/id'
import { AddToCommunity } from '#features/communities/add-to-community'
import { WriteMenu } from '#features/letters/write-menu'
import { DuplicatesPage } from '#features/people/duplicates-page'
import { LeaveGuard } from '#features/people/leave-guard'
import { PeoplePage } from '#features/people/people-page'
import { PersonPage } from '#features/people/person-page'
import { PersonGuardians } from '#features/ties/person-guardians'
import { useGoBack } from './use-go-back.ts'
import { useOpenedList } from '#ui/open-list'

/** Personnes; `?list=` opens the list behind a figure. */
export const PeopleRoute = () => {
  const navigate = useNavigate()
  const { list } = useSearch({ from: '/people' })
  const opened = useOpenedList(list)
  const goBack = useGoBack('/')
  return (
    <>
      <PeoplePage
        opened={opened}
        onBack={goBack}
        writing={(list) => <WriteMenu {...list} />}
        onOpen={(id) => void navigate({ to: '/people/$id', params: { id } })}
        onImport={() => void navigate({ to: '/import' })}
        selectionActions={(ids) => <AddToCommunity ids={ids} />}
        onSeeDuplicates={(pair) => void navigate({ to: '/people/duplicates', search: pair === null ? {} : { pair: pair.join('.') } })}
      />
      <LeaveGuard />
    </>
  )
}

/** One person; a key, so that the page of one never shows another. */
export const PersonRoute = () => {
  const navigate = useNavigate()
  const { id } = useParams({ from: '/people/$id' })
  const goBack = useGoBack('/people')
  return (
    <>
      <PersonPage
        key={id}
        id={id as string as PersonId}
        onBack={goBack}
        onOpenPerson={(other: PersonId) => void navigate({ to: '/people/$id', params: { id: other } })}
        sections={<PersonSections personId={id as string as PersonId} />}
        besideContacts={
          <PersonGuardians
            personId={id as string as PersonId}
            onOpenPerson={(other) => void navigate({ to: '/people/$id', params: { id: other } })}
          />
        }
        onOpenEvent={(event: EventId) => void navigate({ to: '/events/$id', params: { id: event } })}
      />
      <LeaveGuard />
    </>
  )
}

/** Doublons; `?pair=` compares two records. */
export const DuplicatesRoute = () => {
  const navigate = useNavigate()
  const { pair } = useSearch({ from: '/people/duplicates' })
  const goBack = useGoBack('/people')
  const [left, right] = pair?.split('.') ?? []
  return (
    <DuplicatesPage
      pair={left === undefined || right === undefined ? null : [left as PersonId, right as PersonId]}
      onSeePair={(next) => void navigate({ to: '/people/duplicates', search: next === null ? {} : { pair: next.join('.') } })}
      onBack={goBack}
      onOpenPerson={(id) => void navigate({ to: '/people/$id', params: { id } })}
    />
  )
}

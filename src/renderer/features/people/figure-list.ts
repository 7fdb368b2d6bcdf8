import type { PersonId } from '#domain/id'
import type { OpenedList } from '#ui/open-list'
import type { PeopleListState } from './list-state.ts'

/** The list as a figure opens it: those it counted, and nothing else. */
export const listOfFigure = ({ ids, title }: OpenedList): Pick<PeopleListState, 'search' | 'removed' | 'view' | 'filter'> => ({
  search: '',
  removed: false,
  view: null,
  filter: [{ kind: 'people', ids: ids as readonly PersonId[], title }],
})

/** The list shown is still that of the figure, narrowed perhaps. */
export const showsFigure = ({ filter, removed }: PeopleListState, { ids, title }: OpenedList): boolean =>
  !removed && filter.some((condition) => condition.kind === 'people' && condition.title === title && condition.ids === ids)

import { UnstyledButton } from '@mantine/core'
import type { PersonId } from '#domain/id'
import type { PersonLine } from '#data/ties-contract'
import { PersonName } from '#ui/person-name'
import classes from './ties.module.css'

/** A name that opens its page. */
export const PersonButton = ({ person, onOpen }: { readonly person: PersonLine; readonly onOpen: (id: PersonId) => void }) => (
  <UnstyledButton className={classes['person']} onClick={() => onOpen(person.id)}>
    <PersonName person={person} order="spoken" />
  </UnstyledButton>
)

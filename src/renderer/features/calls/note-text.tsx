import { Anchor } from '@mantine/core'
import { noteToParts } from '#domain/mentions'
import classes from './calls.module.css'

/** A note as it reads: whom it names are links to their pages. */
export const NoteText = ({ note }: { readonly note: string }) =>
  note === '' ? null : (
    <p className={classes['note']}>
      {noteToParts(note).map((part, index) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <Anchor key={index} href={`#/people/${part.id}`}>
            {part.name}
          </Anchor>
        ),
      )}
    </p>
  )

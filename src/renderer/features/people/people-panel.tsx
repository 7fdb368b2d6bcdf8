import type { PersonId } from '#domain/id'
import { PersonForm } from './person-form.tsx'
import { PersonPreview } from './person-preview.tsx'

/** What stands beside the list. */
export type Panel = { readonly kind: 'none' } | { readonly kind: 'preview'; readonly id: PersonId } | { readonly kind: 'new'; readonly name: string }

/** The panel beside the list: somebody, or the form of somebody new. */
export const PeoplePanel = ({
  panel,
  onChange,
  onOpen,
}: {
  readonly panel: Panel
  readonly onChange: (panel: Panel) => void
  readonly onOpen: (id: PersonId) => void
}) => {
  const close = (): void => onChange({ kind: 'none' })
  switch (panel.kind) {
    case 'none':
      return null
    case 'preview':
      return <PersonPreview key={panel.id} id={panel.id} onClose={close} onOpen={() => onOpen(panel.id)} />
    case 'new':
      return (
        <PersonForm
          key={panel.name}
          person={null}
          typedName={panel.name}
          onClose={close}
          onSaved={(id) => onChange({ kind: 'preview', id })}
          onOpenOther={onOpen}
        />
      )
  }
}

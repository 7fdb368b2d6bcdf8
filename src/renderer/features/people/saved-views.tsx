import { Button, Menu, Popover, Stack, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedViewId } from '#domain/id'
import type { SavedView } from '#domain/saved-view'
import { newId } from '#data/new-id'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useReportWrite } from '#ui/report-write'
import { showToast } from '#ui/toast'
import { changeListState, stateToView, viewToState, type PeopleListState } from './list-state.ts'

/** Lists to find again: filters, columns and order under a name. */
export const SavedViews = ({ state }: { readonly state: PeopleListState }) => {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation()
  const data = useData()
  const report = useReportWrite()
  const [naming, setNaming] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const [name, setName] = useState('')
  const views =
    useLive(['savedViews'], ({ records }) => records.all('savedViews'), [])
      ?.filter(({ list }) => list === 'people')
      .toSorted((left, right) => left.order - right.order) ?? []
  const current = views.find(({ id }) => id === state.view)

  const open = (view: SavedView): void => {
    const read = viewToState(view.state)
    if (read === null) showToast({ message: t('views.broken'), tone: 'problem' })
    else changeListState({ ...read, search: '', view: view.id })
  }
  const saveAs = async (): Promise<void> => {
    const view: SavedView = { id: newId<SavedViewId>(), name: name.trim(), list: 'people', state: stateToView(state), order: views.length }
    if (!report(await data.records.save({ table: 'savedViews', before: null, after: view }), { done: t('views.saved', { name: view.name }) })) return
    changeListState({ view: view.id })
    setNaming(false)
    setName('')
    button.current?.focus()
  }
  const update = async (view: SavedView): Promise<void> => {
    report(await data.records.save({ table: 'savedViews', before: view, after: { ...view, state: stateToView(state) } }), {
      done: t('views.saved', { name: view.name }),
    })
  }
  const remove = async (view: SavedView): Promise<void> => {
    const { id, ...fields } = view
    const written = await data.records.write([{ table: 'savedViews', key: id, before: { ...fields }, after: null }], { kind: 'form' })
    if (report(written, { done: t('views.removed', { name: view.name }), undo: () => void data.changes.undo() }) && state.view === id)
      changeListState({ view: null })
  }

  return (
    <Popover opened={naming} onChange={setNaming} onDismiss={() => button.current?.focus()} position="bottom-end" trapFocus withRoles={false}>
      <Popover.Target>
        <span>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button ref={button} variant="subtle" color="gray" leftSection={<IconBookmark size={16} />}>
                {current?.name ?? t('views.button')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown maw={320}>
              {views.length === 0 && <Menu.Label>{t('views.none')}</Menu.Label>}
              {views.map((view) => (
                <Menu.Item key={view.id} onClick={() => open(view)}>
                  {view.name}
                </Menu.Item>
              ))}
              <Menu.Divider />
              {current !== undefined && current.state !== stateToView(state) && (
                <Menu.Item onClick={() => void update(current)}>{t('views.update', { name: current.name })}</Menu.Item>
              )}
              <Menu.Item onClick={() => setNaming(true)}>{t('views.save')}</Menu.Item>
              {current !== undefined && (
                <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void remove(current)}>
                  {t('views.remove', { name: current.name })}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') void saveAs()
          }}
        >
          <Stack gap="sm">
            <TextInput label={t('views.name')} data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <Button type="submit" disabled={name.trim() === ''}>
              {common('actions.save')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

import { Button, NativeSelect, Select, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TerritoryId } from '#domain/id'
import { searchable } from '#domain/searchable'
import { parseCodes, territoryAndInside, territoryTypes, type Territory, type TerritoryType } from '#domain/territory'
import type { TerritoryRow } from '#data/services/territories-service'
import { useData } from '#data/use-data'
import { useReportWrite } from '#ui/report-write'
import { SidePanel } from '#ui/side-panel'
import { PlaceNameInput } from './place-name-input.tsx'
import classes from './territories.module.css'

interface TerritoryFormProps {
  /** null: a new one. */
  readonly territory: Territory | null
  readonly rows: readonly TerritoryRow[]
  readonly onClose: () => void
  /** null where there is nothing to put in the bin yet. */
  readonly onRemove: (() => void) | null
}

/** The panel where a territory is created, renamed, moved or given codes. */
export const TerritoryForm = ({ territory, rows, onClose, onRemove }: TerritoryFormProps) => {
  const { t } = useTranslation(['territories', 'common'])
  const data = useData()
  const report = useReportWrite()
  const [type, setType] = useState<TerritoryType>(territory?.type ?? 'commune')
  const [name, setName] = useState(territory?.name ?? '')
  const [typedCodes, setTypedCodes] = useState(territory?.codes.join(', ') ?? '')
  const [parentId, setParentId] = useState<TerritoryId | null>(territory?.parentId ?? null)
  const [note, setNote] = useState(territory?.note ?? '')
  const [tried, setTried] = useState(false)
  const codes = parseCodes(typedCodes)
  const others = rows.map((row) => row.territory).filter(({ id }) => id !== territory?.id)
  const holder = others.find((other) => other.codes.some((code) => codes.includes(code)))
  const nameProblem =
    name.trim() === ''
      ? t('form.nameMissing')
      : others.some((other) => other.type === type && searchable(other.name) === searchable(name))
        ? t('form.nameTaken')
        : null
  const codesProblem =
    holder === undefined ? null : t('form.codeTaken', { code: codes.find((code) => holder.codes.includes(code)) ?? '', name: holder.name })
  const inside =
    territory === null
      ? new Set<TerritoryId>()
      : territoryAndInside(
          rows.map((row) => row.territory),
          territory.id,
        )

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (nameProblem !== null || codesProblem !== null) return
    const written = await data.territories.save(territory?.id ?? null, { name: name.trim(), type, parentId, codes, note: note.trim() })
    if (!report(written, { done: t(territory === null ? 'created' : 'saved', { name: name.trim() }), undo: () => void data.changes.undo() })) return
    onClose()
  }
  /** A priority neighbourhood is known by its code: its name need not be typed. */
  const nameFromCode = async (): Promise<void> => {
    const [code] = codes
    if (type !== 'qpv' || code === undefined || name.trim() !== '') return
    const [found] = await data.people.neighbourhoods(null, code)
    if (found !== undefined) setName(found.name)
  }

  const title = territory === null ? t('form.newTitle') : t('form.editTitle')
  return (
    <SidePanel
      title={title}
      label={title}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" form="territory-form">
            {territory === null ? t('form.create') : t('common:actions.save')}
          </Button>
        </>
      }
    >
      <form id="territory-form" className={classes['form']} noValidate onSubmit={(event) => void save(event)}>
        <NativeSelect
          label={t('form.type')}
          data={territoryTypes.toReversed().map((value) => ({ value, label: t(`types.${value}`) }))}
          value={type}
          onChange={(event) => setType(territoryTypes.find((known) => known === event.currentTarget.value) ?? 'other')}
        />
        <PlaceNameInput
          label={t('form.name')}
          value={name}
          completes={type === 'commune'}
          error={tried ? nameProblem : null}
          onChange={setName}
          onChoose={(commune) => {
            setName(commune.name)
            setTypedCodes(commune.code)
          }}
        />
        <TextInput
          label={t('form.codes')}
          description={t(`form.codesHint.${codesHintOf(type)}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          value={typedCodes}
          error={codesProblem}
          onChange={(event) => setTypedCodes(event.currentTarget.value)}
          onBlur={() => void nameFromCode()}
        />
        <Select
          label={t('form.parent')}
          description={t('form.parentHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={t('form.noParent')}
          clearable
          searchable
          data={rows
            .filter((row) => !inside.has(row.territory.id))
            .map(({ territory: other, depth }) => ({ value: other.id as string, label: `${'\u2003'.repeat(depth)}${other.name}` }))}
          value={parentId}
          onChange={(value) => setParentId(value as TerritoryId | null)}
        />
        <Textarea label={t('form.note')} autosize minRows={2} maxRows={8} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {onRemove !== null && (
          <div>
            <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconTrash size={14} />} onClick={onRemove}>
              {t('remove')}
            </Button>
          </div>
        )}
      </form>
    </SidePanel>
  )
}

const codesHintOf = (type: TerritoryType): 'commune' | 'qpv' | 'department' | 'other' =>
  type === 'commune' || type === 'qpv' || type === 'department' ? type : 'other'

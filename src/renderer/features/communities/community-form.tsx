import { Button, NativeSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { communityKinds, type Community, type CommunityKind } from '#domain/community'
import type { CommunityId, TerritoryId } from '#domain/id'
import { searchable } from '#domain/searchable'
import type { CommunityRow } from '#data/services/communities-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useReportWrite } from '#ui/report-write'
import { SidePanel } from '#ui/side-panel'
import { insideOf } from './inside-of.ts'
import classes from './communities.module.css'

interface CommunityFormProps {
  /** null: a new one. */
  readonly community: Community | null
  readonly rows: readonly CommunityRow[]
  readonly onClose: () => void
  readonly onSaved?: (id: CommunityId) => void
}

/** The panel where a community is created, renamed or moved. */
export const CommunityForm = ({ community, rows, onClose, onSaved }: CommunityFormProps) => {
  const { t } = useTranslation(['communities', 'common'])
  const data = useData()
  const report = useReportWrite()
  const [name, setName] = useState(community?.name ?? '')
  const [kind, setKind] = useState<CommunityKind>(community?.kind ?? 'community')
  const [parentId, setParentId] = useState<CommunityId | null>(community?.parentId ?? null)
  const [territoryId, setTerritoryId] = useState<TerritoryId | null>(community?.territoryId ?? null)
  const [purpose, setPurpose] = useState(community?.purpose ?? '')
  const [tried, setTried] = useState(false)
  const territories = useLive(['territories', 'people'], (services) => services.territories.list(), [])
  const others = rows.filter((row) => row.community.id !== community?.id)
  const inside = community === null ? new Set<CommunityId>() : insideOf(rows, community.id)
  const nameProblem =
    name.trim() === ''
      ? t('form.nameMissing')
      : others.some((row) => searchable(row.community.name) === searchable(name))
        ? t('form.nameTaken')
        : null

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (nameProblem !== null) return
    const fields = { name: name.trim(), kind, parentId, territoryId, purpose: purpose.trim() }
    const written = await data.communities.save(community?.id ?? null, fields)
    if (!report(written, { done: t(community === null ? 'created' : 'saved', { name: fields.name }), undo: () => void data.changes.undo() })) return
    onClose()
    if (written.ok) onSaved?.(written.value)
  }
  const title = community === null ? t('form.newTitle') : t('form.editTitle')
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
          <Button type="submit" form="community-form">
            {community === null ? t('form.create') : t('common:actions.save')}
          </Button>
        </>
      }
    >
      <form id="community-form" className={classes['form']} noValidate onSubmit={(event) => void save(event)}>
        <TextInput
          data-autofocus
          label={t('form.name')}
          autoComplete="off"
          value={name}
          error={tried ? nameProblem : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('form.kind')}
          data={communityKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(event) => setKind(communityKinds.find((known) => known === event.currentTarget.value) ?? 'community')}
        />
        <Select
          label={t('form.parent')}
          description={t('form.parentHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={t('form.noParent')}
          clearable
          searchable
          data={others
            .filter((row) => !inside.has(row.community.id))
            .map((row) => ({ value: row.community.id as string, label: `${'\u2003'.repeat(row.depth)}${row.community.name}` }))}
          value={parentId}
          onChange={(value) => setParentId(value as CommunityId | null)}
        />
        <Select
          label={t('form.territory')}
          placeholder={t('form.noTerritory')}
          clearable
          searchable
          data={(territories?.rows ?? []).map(({ territory, depth }) => ({
            value: territory.id as string,
            label: `${'\u2003'.repeat(depth)}${territory.name}`,
          }))}
          value={territoryId}
          onChange={(value) => setTerritoryId(value as TerritoryId | null)}
        />
        <Textarea
          label={t('form.purpose')}
          description={t('form.purposeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={2}
          maxRows={8}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
      </form>
    </SidePanel>
  )
}

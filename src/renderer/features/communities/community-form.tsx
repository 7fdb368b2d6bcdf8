import { NativeSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { communityKinds, type Autonomy, type Community, type CommunityKind } from '#domain/community'
import type { CommunityId, TerritoryId } from '#domain/id'
import { searchable } from '#domain/searchable'
import type { CommunityFields, CommunityRow } from '#data/services/communities-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useReportWrite } from '#ui/report-write'
import { insideOf } from './inside-of.ts'
import { PersonChoice } from './person-choice.tsx'
import { RecordPanel } from './record-panel.tsx'

interface CommunityFormProps {
  /** null: a new one, of which only what it takes to begin is asked. */
  readonly community: Community | null
  /** Name of the person in charge. */
  readonly leader?: string
  readonly rows: readonly CommunityRow[]
  readonly onClose: () => void
  readonly onSaved?: (id: CommunityId) => void
  readonly onRemove?: (() => void) | null
}
type Draft = Pick<
  CommunityFields,
  'name' | 'kind' | 'parentId' | 'territoryId' | 'purpose' | 'targetProfile' | 'objectives' | 'charter' | 'scale' | 'leaderId' | 'autonomy' | 'note'
>

const autonomies = [0, 1, 2, 3, 4] as const satisfies readonly Autonomy[]
const scales = ['pilot', 'scaled'] as const
const texts = ['targetProfile', 'objectives', 'charter', 'note'] as const

/** The panel where a community is created, then described. */
export const CommunityForm = ({ community, leader = '', rows, onClose, onSaved, onRemove = null }: CommunityFormProps) => {
  const { t } = useTranslation(['communities', 'common'])
  const data = useData()
  const report = useReportWrite()
  const [draft, setDraft] = useState<Draft>(community ?? emptyDraft)
  const [leaderName, setLeaderName] = useState(leader)
  const [tried, setTried] = useState(false)
  const territories = useLive(['territories', 'people'], (services) => services.territories.list(), [])
  const others = rows.filter((row) => row.community.id !== community?.id)
  const inside = community === null ? new Set<CommunityId>() : insideOf(rows, community.id)
  const change = (fields: Partial<Draft>): void => setDraft({ ...draft, ...fields })
  const nameProblem =
    draft.name.trim() === ''
      ? t('form.nameMissing')
      : others.some((row) => searchable(row.community.name) === searchable(draft.name))
        ? t('form.nameTaken')
        : null

  const save = async (): Promise<void> => {
    setTried(true)
    if (nameProblem !== null) return
    const written = await data.communities.save(community?.id ?? null, trimmed(draft))
    const done = t(community === null ? 'created' : 'saved', { name: draft.name.trim() })
    if (!report(written, { done, undo: () => void data.changes.undo() })) return
    onClose()
    if (written.ok) onSaved?.(written.value)
  }
  return (
    <RecordPanel
      title={community === null ? t('form.newTitle') : t('form.editTitle')}
      saveLabel={community === null ? t('form.create') : t('common:actions.save')}
      onClose={onClose}
      onSave={() => void save()}
      onRemove={onRemove}
      removeLabel={t('remove')}
    >
      <TextInput
        data-autofocus
        label={t('form.name')}
        autoComplete="off"
        value={draft.name}
        error={tried ? nameProblem : null}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('form.kind')}
        data={communityKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={draft.kind}
        onChange={(event) => change({ kind: communityKinds.find((known) => known === event.currentTarget.value) ?? 'community' })}
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
        value={draft.parentId}
        onChange={(value) => change({ parentId: value as CommunityId | null })}
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
        value={draft.territoryId}
        onChange={(value) => change({ territoryId: value as TerritoryId | null })}
      />
      <PersonChoice
        label={t('form.leader')}
        chosen={leaderName}
        onChoose={(person) => {
          setLeaderName(person?.name ?? '')
          change({ leaderId: person?.id ?? null })
        }}
      />
      <Textarea
        label={t('form.purpose')}
        description={t('form.purposeHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={2}
        maxRows={8}
        value={draft.purpose}
        onChange={(event) => change({ purpose: event.currentTarget.value })}
      />
      {community !== null && (
        <>
          <NativeSelect
            label={t('form.autonomy')}
            data={[
              { value: '', label: t('common:unknown') },
              ...autonomies.map((value) => ({ value: String(value), label: `${value} – ${t(`autonomy.level${value}`)}` })),
            ]}
            value={draft.autonomy === null ? '' : String(draft.autonomy)}
            onChange={(event) => change({ autonomy: autonomies.find((known) => String(known) === event.currentTarget.value) ?? null })}
          />
          <NativeSelect
            label={t('form.scale')}
            data={[{ value: '', label: t('common:unknown') }, ...scales.map((value) => ({ value, label: t(`scales.${value}`) }))]}
            value={draft.scale ?? ''}
            onChange={(event) => change({ scale: scales.find((known) => known === event.currentTarget.value) ?? null })}
          />
          {texts.map((field) => (
            <Textarea
              key={field}
              label={t(`form.${field}`)}
              description={t(`form.hints.${field}`)}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              autosize
              minRows={2}
              maxRows={10}
              value={draft[field]}
              onChange={(event) => change({ [field]: event.currentTarget.value })}
            />
          ))}
        </>
      )}
    </RecordPanel>
  )
}

const emptyDraft: Draft = {
  name: '',
  kind: 'community' satisfies CommunityKind,
  parentId: null,
  territoryId: null,
  purpose: '',
  targetProfile: '',
  objectives: '',
  charter: '',
  scale: null,
  leaderId: null,
  autonomy: null,
  note: '',
}

/** Only the fields of the form: what stands beside it may have moved meanwhile. */
const trimmed = (draft: Draft): Draft => ({
  name: draft.name.trim(),
  kind: draft.kind,
  parentId: draft.parentId,
  territoryId: draft.territoryId,
  purpose: draft.purpose.trim(),
  targetProfile: draft.targetProfile.trim(),
  objectives: draft.objectives.trim(),
  charter: draft.charter.trim(),
  scale: draft.scale,
  leaderId: draft.leaderId,
  autonomy: draft.autonomy,
  note: draft.note.trim(),
})

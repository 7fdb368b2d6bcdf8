import type { Community, CommunityChannel, CommunityEntry, LaunchStage, LaunchStep, Ritual, Seat } from '#domain/community'
import type { CommunityRow, CommunitySheet } from '#data/services/communities-service'
import type { MemberRow } from '#data/services/community-members-service'
import { ChannelForm } from './channel-form.tsx'
import { CommunityForm } from './community-form.tsx'
import { EntryForm } from './entry-form.tsx'
import { MemberForm } from './member-form.tsx'
import { RitualForm } from './ritual-form.tsx'
import { SeatForm } from './seat-form.tsx'
import { StepForm } from './step-form.tsx'

/** What stands beside the page of a community; null: a new one of its kind. */
export type OpenPanel =
  | { readonly kind: 'none' }
  | { readonly kind: 'community' }
  | { readonly kind: 'channel'; readonly channel: CommunityChannel | null }
  | { readonly kind: 'seat'; readonly seat: Seat | null }
  | { readonly kind: 'ritual'; readonly ritual: Ritual | null }
  | { readonly kind: 'entry'; readonly entry: CommunityEntry | null }
  | { readonly kind: 'step'; readonly stage: LaunchStage; readonly step: LaunchStep | null }
  | { readonly kind: 'member'; readonly row: MemberRow }

/** What every form beside the page is given. */
export interface CommunityFormPart {
  readonly community: Community
  readonly onClose: () => void
}

interface CommunityPanelProps {
  readonly panel: OpenPanel
  readonly sheet: CommunitySheet
  readonly rows: readonly CommunityRow[]
  readonly onClose: () => void
}

/** The form that is open, if any; a key each, so that the form of one never shows another. */
export const CommunityPanel = ({ panel, sheet, rows, onClose }: CommunityPanelProps) => {
  const { community, names } = sheet
  const part = { community, onClose }
  switch (panel.kind) {
    case 'none':
      return null
    case 'community':
      return (
        <CommunityForm
          community={community}
          leader={community.leaderId === null ? '' : (names[community.leaderId] ?? '')}
          rows={rows}
          onClose={onClose}
        />
      )
    case 'channel':
      return <ChannelForm key={panel.channel?.id ?? 'new'} {...part} channel={panel.channel} />
    case 'seat':
      return <SeatForm key={panel.seat?.id ?? 'new'} {...part} seat={panel.seat} names={names} />
    case 'ritual':
      return <RitualForm key={panel.ritual?.id ?? 'new'} {...part} ritual={panel.ritual} />
    case 'entry':
      return <EntryForm key={panel.entry?.id ?? 'new'} {...part} entry={panel.entry} />
    case 'step':
      return <StepForm key={panel.step?.id ?? panel.stage} {...part} stage={panel.stage} step={panel.step} />
    case 'member':
      return <MemberForm key={panel.row.key} row={panel.row} onClose={onClose} />
  }
}

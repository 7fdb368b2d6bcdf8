import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { channelKinds, type ChannelKind, type CommunityChannel } from '#domain/community'
import type { CommunityFormPart } from './community-panel.tsx'
import { RecordPanel } from './record-panel.tsx'
import { newEntryId, nextOrder, useSaveCommunity, without } from './use-save-community.ts'

/** How a community keeps in touch: a newsletter, a WhatsApp group, meetings… */
export const ChannelForm = ({ community, onClose, channel }: CommunityFormPart & { readonly channel: CommunityChannel | null }) => {
  const { t } = useTranslation('communities')
  const save = useSaveCommunity(community)
  const [kind, setKind] = useState<ChannelKind>(channel?.kind ?? 'chat-group')
  const [name, setName] = useState(channel?.name ?? '')
  const [where, setWhere] = useState(channel?.where ?? '')
  const write = async (channels: typeof community.channels): Promise<void> => {
    if (await save({ channels })) onClose()
  }
  const keep = (): void => {
    const id = channel?.id ?? newEntryId()
    const order = channel?.order ?? nextOrder(community.channels)
    void write({ ...community.channels, [id]: { id, kind, name: name.trim(), where: where.trim(), order } })
  }
  return (
    <RecordPanel
      title={t(channel === null ? 'channel.new' : 'channel.edit')}
      onClose={onClose}
      onSave={keep}
      onRemove={channel === null ? null : () => void write(without(community.channels, channel.id))}
    >
      <NativeSelect
        data-autofocus
        label={t('channel.kind')}
        data={channelKinds.map((value) => ({ value, label: t(`channel.kinds.${value}`) }))}
        value={kind}
        onChange={(event) => setKind(channelKinds.find((known) => known === event.currentTarget.value) ?? 'other')}
      />
      <TextInput label={t('channel.name')} autoComplete="off" value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput
        label={t('channel.where')}
        description={t('channel.whereHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        value={where}
        onChange={(event) => setWhere(event.currentTarget.value)}
      />
    </RecordPanel>
  )
}

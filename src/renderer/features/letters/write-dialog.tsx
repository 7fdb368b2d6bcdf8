import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import type { WritingChannel } from '#domain/letters/who-to-write'
import type { IsoDate } from '#domain/period'
import { useLive } from '#data/use-live'
import { Waiting } from '#ui/waiting'
import { AddressLabels } from './address-labels.tsx'
import { Badges } from './badges.tsx'
import { CopyAddresses } from './copy-addresses.tsx'
import { LeftOut } from './left-out.tsx'
import { LetterEditor } from './letter-editor.tsx'
import { useWritingWords } from './writing-words.ts'
import classes from './letters.module.css'

export type WriteKind = 'emails' | 'labels' | 'badges' | 'letter'

export interface WriteDialogProps {
  readonly kind: WriteKind
  readonly ids: readonly PersonId[]
  readonly today: IsoDate
  readonly onClose: () => void
}

/** One way of writing to a list: what it makes, and who is left out with the reason. */
export const WriteDialog = ({ kind, ids, today, onClose }: WriteDialogProps) => {
  const { t } = useTranslation('letters')
  const { t: common } = useTranslation()
  const [toHand, setToHand] = useState(false)
  const channel = channelOf(kind, toHand)
  const words = useWritingWords(today)
  const list = useLive(['people', 'events', 'attendance', 'hours'], ({ letters }) => letters.whoToWrite(ids, channel, today), [ids, channel, today])
  return (
    <Modal
      opened
      onClose={onClose}
      size={kind === 'letter' ? 1100 : 720}
      title={t(`${kind}.title`)}
      closeButtonProps={{ 'aria-label': common('actions.close') }}
    >
      {list === undefined || words === undefined ? (
        <Waiting />
      ) : (
        <div className={classes['dialog']}>
          {list.reached.length === 0 && kind !== 'letter' && <p className={classes['nobody']}>{t('nobody')}</p>}
          {list.reached.length > 0 && kind === 'emails' && <CopyAddresses people={list.reached} />}
          {list.reached.length > 0 && kind === 'labels' && <AddressLabels people={list.reached} words={words} today={today} />}
          {list.reached.length > 0 && kind === 'badges' && <Badges people={list.reached} words={words} today={today} />}
          {kind === 'letter' && <LetterEditor people={list.reached} words={words} today={today} toHand={toHand} onToHand={setToHand} />}
          <LeftOut people={list.leftOut} today={today} />
        </div>
      )}
    </Modal>
  )
}

const channelOf = (kind: WriteKind, toHand: boolean): WritingChannel => {
  switch (kind) {
    case 'emails':
      return 'email'
    case 'labels':
      return 'post'
    case 'badges':
      return 'badge'
    case 'letter':
      return toHand ? 'hand' : 'post'
  }
}

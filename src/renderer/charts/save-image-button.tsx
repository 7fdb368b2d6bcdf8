import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPhotoDown } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { chartToPng } from './chart-image.ts'

interface SaveImageButtonProps {
  /** What is to be seen in the picture. */
  readonly target: RefObject<HTMLElement | null>
  readonly onSave: (bytes: Uint8Array) => void
}

/** Makes a picture of a drawing as it is now. */
export const SaveImageButton = ({ target, onSave }: SaveImageButtonProps) => {
  const { t } = useTranslation('charts')
  const save = async (): Promise<void> => {
    if (target.current !== null) onSave(await chartToPng(target.current))
  }
  return (
    <Tooltip label={t('saveImage')}>
      <ActionIcon size="lg" aria-label={t('saveImage')} onClick={() => void save()}>
        <IconPhotoDown size={18} />
      </ActionIcon>
    </Tooltip>
  )
}

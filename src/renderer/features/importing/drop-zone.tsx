import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { clipboardToTable } from './clipboard-table.ts'
import classes from './start.module.css'

interface DropZoneProps {
  readonly onChoose: () => void
  readonly onFiles: (files: readonly File[]) => void
  /** Tab-separated text. */
  readonly onPaste: (table: string) => void
}

/** Takes files by dialog, by drag and drop, or a table by paste anywhere on the page. */
export const DropZone = ({ onChoose, onFiles, onPaste }: DropZoneProps) => {
  const { t } = useTranslation('importing')
  const [over, setOver] = useState(false)
  const [pasteFailed, setPasteFailed] = useState(false)

  useEffect(() => {
    const onPasteEvent = (event: ClipboardEvent): void => {
      const target = event.target
      if (event.clipboardData === null || (target instanceof HTMLElement && target.closest('input, textarea') !== null)) return
      event.preventDefault()
      const files = [...event.clipboardData.files]
      const table = clipboardToTable({ text: event.clipboardData.getData('text/plain'), html: event.clipboardData.getData('text/html') })
      setPasteFailed(table === null && files.length === 0)
      if (table !== null) onPaste(table)
      else if (files.length > 0) onFiles(files)
    }
    document.addEventListener('paste', onPasteEvent)
    return () => document.removeEventListener('paste', onPasteEvent)
  }, [onFiles, onPaste])

  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) onFiles(files)
  }

  return (
    <div
      className={classes['drop']}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconFileImport size={36} stroke={1.4} className={classes['dropIcon']} aria-hidden />
      <p className={classes['dropTitle']}>{over ? t('start.dropNow') : t('start.drop')}</p>
      <Button size="md" onClick={onChoose} data-autofocus>
        {t('start.choose')}
      </Button>
      <p className={classes['dropHint']}>{t('start.paste', { keys: 'Ctrl+V' })}</p>
      <p className={classes['dropHint']}>{t('start.formats')}</p>
      {pasteFailed && (
        <p className={classes['dropProblem']} role="alert">
          {t('start.pasteEmpty')}
        </p>
      )}
    </div>
  )
}

import { Button, FileButton } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName, type Person } from '#domain/person'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useReportWrite } from '#ui/report-write'
import { showToast } from '#ui/toast'
import { shrinkPhoto } from './shrink-photo.ts'
import classes from './person-photo.module.css'

/** A face, if there is one: chosen as a file or pasted (Ctrl+V), made small before it is kept; removable. */
export const PersonPhoto = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation('person', { keyPrefix: 'photo' })
  const data = useData()
  const report = useReportWrite()
  const photo = useLive(['photos'], ({ records }) => records.get('photos', person.id), [person.id])
  const undo = (): void => void data.changes.undo()

  const keep = async (file: Blob): Promise<void> => {
    const dataUrl = await shrinkPhoto(file)
    if (dataUrl === null) return showToast({ message: t('unreadable'), tone: 'problem' })
    report(await data.records.save({ table: 'photos', before: photo ?? null, after: { id: person.id, dataUrl } }), { done: t('kept'), undo })
  }
  const remove = async (): Promise<void> => {
    if (photo === undefined || photo === null) return
    const { id, ...fields } = photo
    report(await data.records.write([{ table: 'photos', key: id, before: fields, after: null }], { kind: 'form' }), { done: t('removed'), undo })
  }
  const onPaste = useEffectEvent((event: ClipboardEvent): void => {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'))
    if (file === undefined || person.deletedAt !== null) return
    event.preventDefault()
    void keep(file)
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => onPaste(event)
    window.addEventListener('paste', listen)
    return () => window.removeEventListener('paste', listen)
  }, [])

  if (photo === undefined || (photo === null && person.deletedAt !== null)) return null
  return (
    <div className={classes['photo']}>
      {photo !== null && <img className={classes['face']} src={photo.dataUrl} alt={t('of', { name: fullName(person) })} />}
      {person.deletedAt === null && (
        <>
          <FileButton accept="image/*" onChange={(file) => file !== null && void keep(file)}>
            {(props) => (
              <Button {...props} variant="subtle" color="gray" size="compact-xs" title={t('paste')}>
                {t(photo === null ? 'add' : 'change')}
              </Button>
            )}
          </FileButton>
          {photo !== null && (
            <Button variant="subtle" color="gray" size="compact-xs" onClick={() => void remove()}>
              {t('remove')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { GridCell } from '#data/importing-contract'
import { parsePartialDate } from '#domain/period'
import { useFormat } from '#i18n/setup'

type Note = NonNullable<GridCell['note']>

/** Says how a cell was understood: « lu : 3 avril 2021 ». */
export const useNoteWords = (): ((note: Note) => string) => {
  const { t } = useTranslation('importTerms')
  const format = useFormat()
  return ({ kind, to }) => {
    const date = kind === 'phone-read' ? null : parsePartialDate(to)
    return t(`notes.${kind}`, { to: date !== null ? format.date(date) : kind === 'phone-read' ? format.phone(to) : to })
  }
}

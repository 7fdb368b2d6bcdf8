import { cellText, shownText } from '#domain/importing/cell-text'
import { addNote, addProblem, type CellReader, type DraftBuilder } from '#domain/importing/draft-builder'
import type { FieldColumn } from '#domain/importing/field-readers'
import type { ColumnTarget } from '#domain/importing/mapping'
import { parseHeld } from '#domain/importing/parse-held'
import { parseNumberText } from '#domain/importing/parse-number'
import { parseAttendance, parseYesNo } from '#domain/importing/parse-yes-no'
import type { CustomFieldKind } from '#domain/custom-field'
import type { CustomValue } from '#domain/person'
import type { RawCell } from '#domain/importing/sheet'
import { parseDateText } from '#domain/importing/parse-date'

/** How the cells of a column are read that is a custom field, a tag, a role, a year or an event. */
export const targetReader = (target: Exclude<ColumnTarget, { kind: 'field' }>, column: FieldColumn): CellReader => {
  const { index } = column.mapping
  switch (target.kind) {
    case 'custom':
      return (cell, builder) => {
        const value = readCustom(cell, target.type, index, builder, column)
        if (value !== null) builder.custom.push({ id: target.id, name: target.name, type: target.type, value })
      }
    case 'tag':
      return crossReader(index, (builder) => builder.tags.push({ id: target.id, name: target.name }))
    case 'role':
      return (cell, builder) => {
        const text = cellText(cell)
        const yes = parseYesNo(text)
        if (yes === false) return
        const start =
          yes === null
            ? typeof cell === 'object' && 'date' in cell
              ? column.readDate(cell, index, builder)
              : (parseDateText(text, 'dmy', column.pivot)?.date ?? null)
            : null
        if (yes === null && start === null) addProblem(builder, index, 'bad-yes-no', shownText(cell), 'leaves-out')
        else builder.roles.push({ kind: { id: target.id, name: target.name }, start, end: null, byYear: false })
      }
    case 'role-year':
      return (cell, builder) => {
        const held = typeof cell === 'object' && 'date' in cell ? true : parseHeld(cellText(cell))
        if (held === null) addProblem(builder, index, 'bad-yes-no', shownText(cell), 'leaves-out')
        else if (held) builder.years.push({ role: target.role, year: target.year, span: target.span })
      }
    case 'event': {
      const event = { id: target.id, name: target.name, date: target.date, kind: '', place: '' }
      return (cell, builder) => {
        const read = parseAttendance(cellText(cell))
        if (read === null) addProblem(builder, index, 'bad-attendance', shownText(cell), 'leaves-out')
        else if (read !== 'nothing') {
          builder.attendances.push({ event, ...read })
          if (read.hours !== null) addNote(builder, index, 'attendance-read', shownText(cell), read.status)
        }
      }
    }
  }
}

const readCustom = (cell: Exclude<RawCell, null>, type: CustomFieldKind, index: number, builder: DraftBuilder, column: FieldColumn): CustomValue => {
  switch (type) {
    case 'text':
    case 'choice':
      return cellText(cell)
    case 'number': {
      const number = typeof cell === 'number' ? cell : parseNumberText(cellText(cell))
      if (number === null) addProblem(builder, index, 'bad-number', shownText(cell), 'leaves-out')
      return number
    }
    case 'date':
      return column.readDate(cell, index, builder)
    case 'boolean': {
      const yes = parseYesNo(cellText(cell))
      if (yes === null) addProblem(builder, index, 'bad-yes-no', shownText(cell), 'leaves-out')
      return yes
    }
  }
}

const crossReader =
  (index: number, onCross: (builder: DraftBuilder) => void): CellReader =>
  (cell, builder) => {
    const yes = parseYesNo(cellText(cell))
    if (yes === null) addProblem(builder, index, 'bad-yes-no', shownText(cell), 'leaves-out')
    else if (yes) onCross(builder)
  }

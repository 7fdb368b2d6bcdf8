import { cellText, shownText } from '#domain/importing/cell-text'
import { addNote, addProblem, type CellReader, type DraftBuilder } from '#domain/importing/draft-builder'
import type { ColumnMapping } from '#domain/importing/mapping'
import { parseDateText } from '#domain/importing/parse-date'
import { parseConsent, parseYesNo } from '#domain/importing/parse-yes-no'
import type { Channel, ConsentKey } from '#domain/person'

/** The consent that exports of mailing programs speak of. */
export const newsKey = (channel: Channel): ConsentKey => `${channel}:news`

/** Reads an agreement or a refusal; what can't be read is left out, never taken for a yes. */
export const consentReader =
  (channel: Channel, mapping: ColumnMapping): CellReader =>
  (cell, builder) => {
    const given = parseConsent(cellText(cell))
    if (given === null) addProblem(builder, mapping.index, 'bad-yes-no', shownText(cell), 'leaves-out')
    // A refusal read in another column of the row stands.
    else if (builder.consents[newsKey(channel)]?.given !== false) builder.consents[newsKey(channel)] = { given, on: null, source: mapping.header }
  }

/** Reads a column whose yes is a refusal (« blacklisted »). */
export const refusalReader =
  (channel: Channel, mapping: ColumnMapping): CellReader =>
  (cell, builder) => {
    const text = cellText(cell)
    const on = parseDateText(text, 'dmy', 30)?.date ?? null
    // The day somebody left says it as well as a cross, and so does the word itself.
    const refused = on !== null || parseConsent(text) === false ? !saysNo.test(text) : parseYesNo(text)
    if (refused === null) addProblem(builder, mapping.index, 'bad-yes-no', shownText(cell), 'leaves-out')
    else if (refused) {
      builder.consents[newsKey(channel)] = { given: false, on, source: mapping.header }
      addNote(builder, mapping.index, 'not-subscribed', shownText(cell), '')
    }
  }

/** Reads a column where only a yes says something. */
export const yesReader =
  (index: number, onYes: (builder: DraftBuilder) => void): CellReader =>
  (cell, builder) => {
    const yes = parseYesNo(cellText(cell))
    if (yes === null) addProblem(builder, index, 'bad-yes-no', shownText(cell), 'leaves-out')
    else if (yes) onYes(builder)
  }

const saysNo = /^(?:non|no|n|faux|false|0|-|–|—|off)$/i

import type { OutputSheet, TableFormat } from '#bridge/writing'
import type { OutputLanguage } from './output-value.ts'
import type { TableWriter } from './table-writer.ts'
import { makeCsvWriter } from './write-csv.ts'
import { makeOdsWriter } from './write-ods.ts'
import { makeVcfWriter } from './write-vcf.ts'
import { makeXlsxWriter } from './write-xlsx.ts'

export const makeTableWriter = (format: TableFormat, sheets: readonly OutputSheet[], language: OutputLanguage): TableWriter => {
  switch (format) {
    case 'xlsx':
      return makeXlsxWriter(sheets, language)
    case 'ods':
      return makeOdsWriter(sheets, language)
    case 'csv':
      return makeCsvWriter(sheets, language)
    case 'vcf':
      return makeVcfWriter()
  }
}

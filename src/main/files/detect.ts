import type { FileProblem } from '#domain/importing/sheet'
import { failed, ok, type Result } from '#domain/result'
import { hasEndlessChain } from './ole-chains.ts'
import { fileProblem } from './read-problem.ts'

/** What a file is by its first bytes; its name is never asked. */
export type Container = 'zip' | 'xls' | 'text'

/** Tells containers apart and refuses at once what is no spreadsheet: pictures, PDF, archives, programs. */
export const detectContainer = (bytes: Uint8Array): Result<Container, FileProblem> => {
  if (bytes.length === 0) return failed(fileProblem('empty', 'no bytes'))
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) return ok('zip')
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return detectOle(bytes)
  // BIFF 2 to 4: a bare stream that begins with its BOF record.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && [0x04, 0x06].includes(bytes[2] ?? -1) && bytes[3] === 0) return ok('xls')
  const foreign = foreignSignatures.find(([signature]) => startsWith(bytes, signature))
  if (foreign !== undefined) return failed(fileProblem('unsupported', foreign[1]))
  return ok('text')
}

/** What a decoded text is; `unsupported` names other text formats. */
export type TextKind = 'csv' | 'vcf' | 'html' | 'xml2003' | 'fods' | 'unsupported'

/** Tells text formats apart by how they begin. */
export const detectText = (text: string): TextKind => {
  const start = text.slice(0, 20_000).trimStart()
  if (/^BEGIN:VCARD/i.test(start)) return 'vcf'
  if (start.startsWith('<')) return detectMarkup(start)
  if (/^(?:\{\\rtf|BEGIN:VCALENDAR|MIME-Version:|%!PS|socialcalc:version|TABLE\r?\n0,1\r?\n)/i.test(start) || isSylk(text) || isMessage(start))
    return 'unsupported'
  return isJson(text) ? 'unsupported' : 'csv'
}

const detectMarkup = (start: string): TextKind => {
  if (/<(?:[\w-]+:)?Workbook[\s>]/.test(start) && start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml2003'
  if (/<office:document[\s>]/.test(start)) return start.includes('application/vnd.oasis.opendocument.spreadsheet') ? 'fods' : 'unsupported'
  if (/<(?:html|table|body|head|meta|style|div|center)[\s>]/i.test(start) || /^<!doctype html/i.test(start)) return 'html'
  // A csv whose very first cell is « <note> » is no markup.
  return /^<(?:\?xml|!doctype|!--)/i.test(start) || /^<([\w:-]+)[\s>][\s\S]*<\/\1>\s*$/.test(start) ? 'unsupported' : 'csv'
}

/** SYLK, which begins like a list whose first columns are « ID;Prénom »: only its records tell it. */
const isSylk = (text: string): boolean => text.startsWith('ID;P') && /[\r\n]C;[XY]\d+[;\r\n]/.test(text) && /[\r\n]E\s*$/.test(text.slice(-20))

/** A letter of a mail program (RFC 5322): its first lines are headers, those that every letter has among them. */
const isMessage = (start: string): boolean => {
  const [head = ''] = start.split(/\r?\n\r?\n/, 1)
  const lines = head.split(/\r?\n/)
  return (
    lines.length >= 3 &&
    lines.every((line) => /^(?:[A-Za-z][A-Za-z-]*: ?|[ \t])/.test(line)) &&
    /^From: /im.test(head) &&
    /^(?:Date|Subject): /im.test(head)
  )
}

const isJson = (text: string): boolean => {
  if (!/^\s*[[{]/.test(text)) return false
  if (isParsed(text)) return true
  // One object a line.
  const lines = text.slice(0, 100_000).trim().split(/\r?\n/, 3)
  return lines.length > 1 && lines.slice(0, -1).every((line) => line.startsWith('{') && isParsed(line))
}

const isParsed = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Old xls and password-protected files are both OLE compound files ([MS-CFB]); stream names are in UTF-16. */
const detectOle = (bytes: Uint8Array): Result<Container, FileProblem> => {
  const has = (name: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(`${name}\0`, 'utf16le'))
  if (has('EncryptedPackage')) return failed(fileProblem('encrypted', 'ole: encrypted package'))
  if (hasEndlessChain(bytes)) return failed(fileProblem('corrupt', 'ole: endless chain'))
  if (has('Workbook') || has('Book')) return ok('xls')
  return failed(
    has('WordDocument') || has('PowerPoint Document') || has('__properties_version1.0')
      ? fileProblem('unsupported', 'ole: no workbook')
      : fileProblem('corrupt', 'ole: no workbook'),
  )
}

const foreignSignatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'pdf'],
  ['\u001f\u008b', 'gzip'],
  ['Rar!\u001a', 'rar'],
  ['7z\u00bc\u00af', '7z'],
  ['BZh91AY', 'bzip2'],
  ['\u00fd7zXZ', 'xz'],
  ['\u0089PNG', 'png'],
  ['\u00ff\u00d8\u00ff', 'jpeg'],
  ['GIF8', 'gif'],
  ['MZ\u0090\u0000', 'program'],
  ['\u007fELF', 'program'],
  ['SQLite format 3', 'sqlite'],
]

const startsWith = (bytes: Uint8Array, signature: string): boolean => {
  for (let index = 0; index < signature.length; index++) if (bytes[index] !== signature.charCodeAt(index)) return false
  return true
}

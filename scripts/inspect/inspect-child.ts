// The process of `inspect` that reads: a path comes in, the report of that file goes out.
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseCommunes } from '#domain/commune'
import { nothingKnown } from '#domain/importing/knowledge'
import { parseQpv } from '#domain/qpv'
import { builtInRoleKinds } from '#domain/role'
import { readFile } from '#main/files/read-file'
import { readLimits } from '#main/files/read-limits'
import { refusal } from './refusal.ts'
import { report, type FileReport } from './report.ts'

const resource = (name: string): string => readFileSync(new URL(`../../resources/territories/${name}`, import.meta.url), 'utf8')
const context = {
  known: { ...nothingKnown, roleKinds: builtInRoleKinds },
  communes: parseCommunes(resource('communes.txt')),
  qpv: parseQpv(resource('qpv-2024.txt')),
}

const inspect = (file: string): FileReport => {
  try {
    const info = statSync(file)
    if (!info.isFile()) return refusal(file, { kind: 'unreadable', detail: 'not a file' })
    if (info.size > readLimits.fileSize) return refusal(file, { kind: 'too-large', detail: `${info.size} bytes` })
    const read = readFile({ fileName: basename(file), bytes: readFileSync(file) })
    return read.ok ? report(file, read.value, context) : refusal(file, read.error)
  } catch (thrown) {
    return refusal(file, { kind: 'unreadable', detail: String(thrown) })
  }
}

process.on('message', (file: string) => process.send?.(inspect(file)))

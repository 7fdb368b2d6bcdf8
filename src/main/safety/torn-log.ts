import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFolders } from '#main/safety/database-folder'

const blockBytes = 32 * 1024
const headerBytes = 7
const whole = 1
const first = 2
const middle = 3
const last = 4

/**
 * How many bytes of a LevelDB log are records written to their end, when the file just stops in the middle of one, as a killed process leaves it.
 * Null when nothing is torn, or when something else is wrong, which is not ours to mend.
 * The layout is LevelDB's own: `doc/log_format.md` (blocks of 32 KB; a fragment is checksum 4, length 2, type 1, then its bytes).
 */
export const lengthBeforeTear = (log: Uint8Array): number | null => {
  let ended = 0
  let isInside = false
  for (let at = 0; at < log.length;) {
    const left = blockBytes - (at % blockBytes)
    if (left < headerBytes) {
      at += left
      continue
    }
    if (at + headerBytes > log.length) return ended
    const length = (log[at + 4] ?? 0) + 256 * (log[at + 5] ?? 0)
    const type = log[at + 6] ?? 0
    const begins = type === whole || type === first
    if (headerBytes + length > left || type < whole || type > last || begins === isInside) return null
    at += headerBytes + length
    if (at > log.length) return ended
    isInside = type === first || type === middle
    if (!isInside) ended = at
  }
  return isInside ? ended : null
}

/**
 * Cuts what a killed process left half-written at the end of the database's logs: call it before the browser opens its profile. Answers the files cut.
 * LevelDB ignores such an end, but writes on behind it, and at the next start takes the whole database for corrupt: Chromium then deletes it.
 */
export const cutTornLogs = (profileFolder: string): readonly string[] => {
  const cut: string[] = []
  for (const path of databaseFolders(profileFolder).flatMap(logsIn)) {
    const length = lengthBeforeTear(readFileSync(path))
    if (length === null) continue
    truncateSync(path, length)
    cut.push(path)
  }
  return cut
}

const logsIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name.endsWith('.leveldb'))
        .flatMap(({ name }) =>
          readdirSync(join(folder, name))
            .filter((file) => /^(?:\d+\.log|MANIFEST-\d+)$/.test(file))
            .map((file) => join(folder, name, file)),
        )
    : []

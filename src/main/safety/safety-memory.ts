import { readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** The little that the safety room must remember by itself. */
export interface SafetyMemory {
  /** The database whose changes the journal received last. */
  readonly databaseId: string | null
  /** null: our own folder in the user's documents. */
  readonly backupFolder: string | null
  readonly secondFolder: string | null
}

const memoryShape: z.ZodType<SafetyMemory> = z.object({
  databaseId: z.string().nullable(),
  backupFolder: z.string().nullable(),
  secondFolder: z.string().nullable(),
})

const nothing: SafetyMemory = { databaseId: null, backupFolder: null, secondFolder: null }

/** Read once at start; a file that is missing or damaged is nothing remembered. */
export const readMemory = (folder: string): SafetyMemory => {
  try {
    const found = memoryShape.safeParse(JSON.parse(readFileSync(join(folder, 'safety.json'), 'utf8')))
    return found.success ? found.data : nothing
  } catch {
    return nothing
  }
}

export const writeMemory = async (folder: string, memory: SafetyMemory): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'safety.json')
  await writeFile(`${path}.new`, JSON.stringify(memory), { flush: true })
  await rename(`${path}.new`, path)
}

import { open } from 'node:fs/promises'

/** Makes a new or renamed file of the folder survive a power cut. Windows can't sync a folder and does not need it. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

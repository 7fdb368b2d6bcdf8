import type { DeflatedPart, ZipPart } from './deflated-part.ts'

/**
 * Parts as one zip, in their order (PKWARE APPNOTE 6.3.10). Sizes stand before the bytes, without data descriptors: OpenDocument wants its first part so, and
 * some readers refuse any other stored part.
 */
export const zipParts = async (parts: readonly Pick<DeflatedPart, 'finish'>[]): Promise<Uint8Array> => {
  const finished = await Promise.all(parts.map((part) => part.finish()))
  const output: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const part of finished) {
    const name = Buffer.from(part.name, 'utf8')
    const common = commonFields(part, name.length)
    const local = Buffer.concat([signature(0x04034b50), common, name])
    output.push(local, ...part.chunks)
    directory.push(signature(0x02014b50), version, common, placeFields(offset), name)
    offset += local.length + packedSize(part)
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(finished.length, 4)
  end.writeUInt16LE(finished.length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...output, ...directory, signature(0x06054b50), end])
}

/** What a local header and an entry of the directory both say, from « version needed » to the length of the extra field. */
const commonFields = (part: ZipPart, nameLength: number): Buffer => {
  const fields = Buffer.alloc(26)
  version.copy(fields, 0)
  // Names are UTF-8; the date is 1 January 1980, the first that a zip can say: the same list gives the same file.
  fields.writeUInt16LE(0x0800, 2)
  fields.writeUInt16LE(part.method, 4)
  fields.writeUInt16LE(0x0021, 8)
  fields.writeUInt32LE(part.crc, 10)
  fields.writeUInt32LE(packedSize(part), 14)
  fields.writeUInt32LE(part.size, 18)
  fields.writeUInt16LE(nameLength, 22)
  return fields
}

const placeFields = (offset: number): Buffer => {
  const fields = Buffer.alloc(14)
  fields.writeUInt32LE(offset, 10)
  return fields
}

const packedSize = ({ chunks }: ZipPart): number => chunks.reduce((sum, { length }) => sum + length, 0)

const signature = (number: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}
const version = Buffer.from([20, 0])

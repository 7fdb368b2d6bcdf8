import { decodeEntities, utf8Slice } from './xml-text.ts'

/** The text of an OpenDocument cell (ODF 1.3 part 3 §6.1): its paragraphs as lines, without comments and drawings. Input: latin1 of UTF-8. */
export const odsText = (inner: string): string => {
  if (inner === '') return ''
  const simple = /^<text:p>([^<]*)<\/text:p>$/.exec(inner)?.[1]
  if (simple !== undefined) return paragraph(simple)
  const bare = inner.replace(/<office:annotation[\s>][\s\S]*?<\/office:annotation>/g, '').replace(/<draw:[\s\S]*<\/draw:[\w-]+>/g, '')
  return [...bare.matchAll(/<text:p(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/text:p>)/g)].map(([, content]) => paragraph(content ?? '')).join('\n')
}

/** Runs of blanks count for one (§6.1.2); spaces, tabs and line ends that matter are elements. */
const paragraph = (content: string): string => {
  const blank = /[\t\r\n]| {2}/.test(content) ? content.replace(/[ \t\r\n]+/g, ' ') : content
  if (!blank.includes('<')) return decodeEntities(utf8Slice(blank))
  return decodeEntities(
    utf8Slice(
      blank
        .replace(/<text:s(?:\s[^>]*?text:c="(\d{1,4})")?[^>]*>/g, (whole, times: string | undefined) =>
          /^<text:s[\s/>]/.test(whole) ? ' '.repeat(Number(times ?? 1)) : '',
        )
        .replace(/<text:tab[^>]*>/g, '\t')
        .replace(/<text:line-break[^>]*>/g, '\n')
        .replace(/<[^>]*>/g, ''),
    ),
  )
}

/** A number that does not fit in its segment, beside the bar: `at` is where it belongs, in pixels from the top. */
interface SideLabel<Id> {
  readonly id: Id
  readonly at: number
}

/** Height of a line of these labels, in pixels. */
const lineHeight = 13

/** Where each label goes, from top to bottom as they belong, none over another: crowded ones are spread about their middle. */
export const spreadLabels = <Id>(labels: readonly SideLabel<Id>[]): ReadonlyMap<Id, number> => {
  const groups: { readonly ids: readonly Id[]; readonly middle: number }[] = []
  for (const { id, at } of labels.toSorted((left, right) => left.at - right.at)) {
    let group = { ids: [id] as readonly Id[], middle: at }
    for (let above = groups.at(-1); above !== undefined && bottomOf(above) > topOf(group); above = groups.at(-1)) {
      groups.pop()
      const count = above.ids.length + group.ids.length
      group = { ids: [...above.ids, ...group.ids], middle: (above.middle * above.ids.length + group.middle * group.ids.length) / count }
    }
    groups.push(group)
  }
  return new Map(groups.flatMap((group) => group.ids.map((id, index) => [id, topOf(group) + (index + 0.5) * lineHeight] as const)))
}

interface Group {
  readonly ids: readonly unknown[]
  readonly middle: number
}
const topOf = ({ ids, middle }: Group): number => middle - (ids.length * lineHeight) / 2
const bottomOf = ({ ids, middle }: Group): number => middle + (ids.length * lineHeight) / 2

import classes from './mesh.module.css'

/** What colours and shapes say, in the order of the groups. */
export const MeshLegend = ({ label, groups }: { readonly label: string; readonly groups: readonly string[] }) => (
  <ul className={classes['legend']} aria-label={label}>
    {groups.map((words, group) => (
      <li key={words} className={classes['legendItem']}>
        <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden>
          <path d={shapes[group % shapes.length]} fill={`var(--chart-${(group % 7) + 1})`} />
        </svg>
        {words}
      </li>
    ))}
  </ul>
)

/** The shapes of `traceShape`, of radius five. */
const shapes = [
  'M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0Z',
  'M4.4 4.4L-4.4 4.4L-4.4-4.4L4.4-4.4Z',
  'M0-6.5L5.6 3.3L-5.6 3.3Z',
  'M6.3 0L0 6.3L-6.3 0L0-6.3Z',
  'M5.5 0L2.75 4.76L-2.75 4.76L-5.5 0L-2.75-4.76L2.75-4.76Z',
  'M0 6.5L5.6-3.3L-5.6-3.3Z',
  'M0-5.8L5.5-1.8L3.4 4.7L-3.4 4.7L-5.5-1.8Z',
]

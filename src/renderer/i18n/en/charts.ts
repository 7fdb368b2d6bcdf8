import type { charts as fr } from '../fr/charts.ts'
import type { Translation } from '../translation.ts'

export const charts = {
  showTable: 'Show the table',
  showChart: 'Show the chart',
  saveImage: 'Save the picture',
  saveTable: 'Save the table',
  mesh: {
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Show all',
    help: 'Click somebody to see only those around her. Drag to move; wheel or keys + and − to zoom, arrows to move, 0 to see all again.',
  },
} as const satisfies Translation<typeof fr>

export const charts = {
  showTable: 'Voir le tableau',
  showChart: 'Voir le graphique',
  saveImage: 'Enregistrer l’image',
  saveTable: 'Enregistrer le tableau',
  mesh: {
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    fit: 'Tout montrer',
    help: 'Cliquez sur quelqu’un pour ne voir que son entourage. Faites glisser pour déplacer ; molette ou touches + et − pour agrandir ou réduire, flèches pour se déplacer, 0 pour tout revoir.',
  },
} as const

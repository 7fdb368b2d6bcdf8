/** Linux has a screen only where one of these is set; elsewhere there always is one. */
export const hasDisplay = (): boolean => process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])

export const sayHowToGetADisplay = (): void =>
  void process.stderr.write(
    [
      'Maillage est prêt, mais il n’y a pas d’écran ici pour l’ouvrir.',
      '  Avec un écran virtuel :  xvfb-run -a npm start      (paquet « xvfb »)',
      '  Sans écran du tout :     npm run demo               (importe l’exemple et écrit classeur, PDF et captures dans demo-output/)',
      'Maillage is ready, but there is no display here to open it on.',
      '  With a virtual display:  xvfb-run -a npm start      (package "xvfb")',
      '  Without any display:     npm run demo               (imports the sample, writes workbook, PDF and screenshots to demo-output/)',
      '',
    ].join('\n'),
  )

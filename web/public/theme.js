// Runs before the first paint, so that a chosen theme never flashes the other one.
;(function () {
  try {
    // the desk that shows the panel may say which it has itself
    var isPanel = location.pathname.indexOf('/beside/') === 0
    var told = isPanel ? new URLSearchParams(location.search).get('theme') : null
    var theme = told || localStorage.getItem('firstline.theme')
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  } catch {
    // Storage can be forbidden; the system's theme is then used.
  }
})()

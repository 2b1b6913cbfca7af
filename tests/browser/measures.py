"""What is measured on a page as it stands in the browser: scripts to evaluate there."""

# Parts that reach past the right edge of the window, unless a container of their own scrolls them or
# cuts them off on purpose. Containers that span the window are no such excuse.
OVERHANG = """() => {
  const frames = ['html', 'body', 'stApp', 'stAppViewContainer', 'stMain', 'stMainBlockContainer']
  const isFrame = (node) => frames.includes(node.dataset.testid ?? node.localName)
  const overhangs = (node) => node.getBoundingClientRect().right > innerWidth + 1
  const contained = (node) => {
    for (let box = node.parentElement; box && !isFrame(box); box = box.parentElement)
      if (getComputedStyle(box).overflowX !== 'visible' && !overhangs(box)) return true
    return false
  }
  return [...document.querySelectorAll('body *')]
    .filter((node) => node.checkVisibility() && overhangs(node) && !contained(node))
    .map((node) => node.outerHTML.slice(0, 120))
}"""
# Text that its own box cuts off. What scrolls is not cut off; a select box shortens a long choice.
CUT_OFF = """() => [...document.querySelectorAll('[data-testid=stApp] *')]
  .filter((node) => [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim()))
  .filter((node) => node.checkVisibility() && !node.closest('canvas, [aria-hidden=true], style, svg'))
  .filter((node) => {
    const style = getComputedStyle(node)
    const hides = (overflow) => ['hidden', 'clip'].includes(overflow)
    return (hides(style.overflowX) && node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 1)
      || (hides(style.overflowY) && node.scrollHeight > node.clientHeight + 2 && node.clientHeight > 1)
  })
  .map((node) => node.outerHTML.slice(0, 200))"""
# Words of a figure outside of it, or over one another.
WORDS = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap((figure) => {
  const frame = figure.getBoundingClientRect()
  const words = [...figure.querySelectorAll('.main-svg text')]
    .filter((text) => text.getBoundingClientRect().width && text.textContent.trim())
  const boxes = words.flatMap((text) => {
    const lines = text.querySelectorAll('tspan.line')
    return [...(lines.length ? lines : [text])].map((line) => [line.textContent, line.getBoundingClientRect()])
  })
  const outside = boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1)
  const crossing = boxes.flatMap(([one, a], index) => boxes.slice(index + 1)
    .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
    .map(([other]) => `${one} / ${other}`))
  return [...outside.map(([text]) => `outside: ${text}`), ...crossing]
})"""
# Figures without a mark or a word.
BLANK = """() => [...document.querySelectorAll('.js-plotly-plot')]
  .filter((figure) => !figure.querySelector('.point path, path.point') || !figure.querySelector('.main-svg text')).length"""

# Whether the page fits its window: each figure that is shown has been drawn as wide as its place, nothing
# runs on the server, and since the last time it was asked nothing has moved. To be polled: Tab.fitted.
FITTED = """ready => {
  const places = [...document.querySelectorAll('.linchpin-figure')].filter((place) => place.clientWidth)
  const drawn = (place) => Number(place.querySelector('.main-svg')?.getAttribute('width')) === place.clientWidth
  const parts = document.querySelectorAll('[data-testid=stMain] :is([class*=st-key-], .main-svg, canvas)')
  const boxes = [...parts].map((part) => Object.values(part.getBoundingClientRect().toJSON())).join()
  const moved = boxes !== window.boxesBefore
  window.boxesBefore = boxes
  return !moved && !!document.querySelector(ready) && places.every(drawn)
}"""

# The brightness of the page's ground: true if it is that of the scheme.
GROUND = """scheme => {
  const ground = getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor
  return (Number(ground.match(/\\d+/)[0]) > 128) === (scheme === 'light')
}"""

# What takes the Tab key: each control that can be seen, or one of its group (arrow keys do the rest).
CONTROLS = """() => [...document.querySelectorAll(
  '[data-testid=stApp] :is(a[href], button, input, textarea, [role=button], [role=combobox])')]
  .filter((node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((node) => !node.disabled && node.tabIndex >= 0 && node.getBoundingClientRect().width > 1)
  .filter((node, _, all) => {
    const group = node.closest('[role=group], [role=radiogroup], [role=toolbar]')
    return !group || all.find((other) => group.contains(other)) === node
  })
  .map((node, index) => { node.dataset.index = index; return (node.ariaLabel || node.innerText).slice(0, 40) })"""
FOCUSED = """() => {
  const deep = (node) => node?.shadowRoot?.activeElement ? deep(node.shadowRoot.activeElement) : node
  const node = deep(document.activeElement), box = node.getBoundingClientRect()
  const seen = box.bottom > 0 && box.top < innerHeight && node.matches(':focus-visible')
  const index = node.dataset.index === undefined ? null : Number(node.dataset.index)
  return node === document.body ? null : { index, seen }
}"""

# On a slide: letters below 20 px (16 in a chart) but for the source, and how far it reaches past the screen.
TOO_SMALL = """() => [...document.querySelectorAll('[data-testid=stMain] *')]
  .filter((node) => [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim()))
  .filter((node) => node.checkVisibility() && !node.closest('.st-key-more_keys, .st-key-source, style, .g-gtitle, .annotation'))
  .filter((node) => !/material/i.test(getComputedStyle(node).fontFamily))
  .map((node) => [parseFloat(getComputedStyle(node).fontSize), !!node.closest('svg'), node.textContent.slice(0, 40)])
  .filter(([size, chart]) => size < (chart ? 15.9 : 20))"""
# The share of the screen that a slide's picture takes, from 0 to 1; null where the slide has words alone.
PICTURE_SHARE = """() => {
  const pictures = '.js-plotly-plot, [data-testid=stDeckGlJsonChart], .reader'
  const box = document.querySelector('.st-key-slide')?.querySelector(pictures)?.getBoundingClientRect()
  return box ? box.width * box.height / innerWidth / innerHeight : null
}"""
OVERFLOW = """() => {
  const main = document.querySelector('[data-testid=stMain]')
  const slide = document.querySelector('.st-key-slide')
  return [main.scrollHeight - main.clientHeight, slide.scrollHeight - slide.clientHeight,
          main.scrollWidth - main.clientWidth]
}"""
# The colour of the words in the balance.
BALANCE_INK = "() => getComputedStyle(document.querySelector('.st-key-balance .main-svg text')).fill"

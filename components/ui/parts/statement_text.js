// Marks in the text of the page what changed, and says which sentence was chosen. The text itself is
// HTML of the page, which may still be on its way when this runs for the first time.
export default function ({ data, setTriggerValue }) {
  const attend = () => {
    const reader = document.querySelector(".reader")
    if (reader) update(reader, data, setTriggerValue)
    return reader
  }
  if (attend()) return
  const arrival = new MutationObserver(() => attend() && arrival.disconnect())
  arrival.observe(document.body, { childList: true, subtree: true })
  return () => arrival.disconnect()
}

function update(reader, data, setTriggerValue) {
  const [bar, article, strip] = reader.querySelectorAll(".hits, article, .strip")
  const spans = [...article.querySelectorAll(".sentence")]
  const muted = new Set(data.muted)
  const shows = spans.some((span) => span.dataset.id === data.selected)
  follow(article)

  spans.forEach((span, place) => {
    const id = span.dataset.id
    const hits = data.hits[id] ?? []
    const selected = id === data.selected
    const tick = strip.children[place]
    for (const node of [span, tick]) {
      node.classList.toggle("muted", muted.has(id))
      node.classList.toggle("selected", selected)
    }
    tick.classList.toggle("hit", hits.length > 0)
    tick.onclick = () => show(article, span)
    span.setAttribute("aria-pressed", String(selected))
    // One stop for the Tab key; the arrow keys move on from there.
    span.tabIndex = selected || (!shows && place === 0) ? 0 : -1
    markHits(span.querySelector(".text"), hits)
    span.onclick = () => choose(id)
    span.onkeydown = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) spans[place + step]?.focus()
      else if (event.key === "Enter" || event.key === " ") choose(id)
      else return
      event.preventDefault()
    }
  })

  function choose(id) {
    const next = id === data.selected ? "" : id
    article.dataset.selected = next
    setTriggerValue("chosen", next)
  }

  // Scroll only to a sentence that a link chose, never to the one just clicked.
  const selected = data.selected ?? ""
  if (selected && article.dataset.selected !== selected) {
    show(article, spans.find((one) => one.dataset.id === selected))
  }
  article.dataset.selected = selected
  walkHits(bar, article, data, Boolean(selected))
}

// The text flows anew when a column beside it or a font arrives, or the window turns: what was
// scrolled to stays in view until the reader moves on.
function follow(article) {
  if (article.onwheel) return
  article.onwheel = article.onpointerdown = article.onkeydown = () => { article.held = null }
  const flowed = new ResizeObserver(() => article.held?.isConnected && scrollTo(article, article.held))
  for (const section of article.children) flowed.observe(section)
}

function markHits(node, hits) {
  const places = hits.join()
  if ((node.dataset.hits ?? "") === places) return
  node.dataset.hits = places
  const letters = [...node.textContent] // hits count characters, of which a string may hold two for one
  const part = (from, to) => letters.slice(from, to).join("")
  const parts = []
  let end = 0
  for (const [from, to] of hits) {
    const mark = document.createElement("mark")
    mark.textContent = part(from, to)
    parts.push(part(end, from), mark)
    end = to
  }
  node.replaceChildren(...parts, part(end))
}

// "3 of 12" with a step back and forth. New search words start at the first hit, unless a
// sentence is selected: then the reader stays with it.
function walkHits(bar, article, data, selected) {
  const marks = [...article.querySelectorAll("mark")]
  bar.hidden = !marks.length
  const [back, count, on] = bar.children
  const step = (place, scroll) => {
    bar.dataset.place = place
    count.textContent = `${place + 1} of ${marks.length}`
    marks.forEach((mark, one) => mark.classList.toggle("here", one === place))
    if (scroll) show(article, marks[place])
  }
  back.onclick = () => step((Number(bar.dataset.place) - 1 + marks.length) % marks.length, true)
  on.onclick = () => step((Number(bar.dataset.place) + 1) % marks.length, true)
  const fresh = bar.dataset.words !== data.words
  bar.dataset.words = data.words
  if (marks.length) step(fresh ? 0 : Math.min(bar.dataset.place, marks.length - 1), fresh && !selected)
}

function show(article, node) {
  article.held = node
  scrollTo(article, node)
}

function scrollTo(article, node) {
  const below = node.getBoundingClientRect().top - article.getBoundingClientRect().top
  article.scrollTop += below - article.clientHeight / 3
  node.scrollIntoView({ block: "nearest" }) // on a phone the text itself begins below the window
}

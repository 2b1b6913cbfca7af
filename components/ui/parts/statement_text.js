// Marks the sentences that are muted, selected or hit in the text of the page, and reports the sentence
// that was chosen. The text is HTML of the page; it may not have arrived when this first runs.
export default function ({ data, setTriggerValue }) {
  const updateIfThere = () => {
    const reader = document.querySelector(".reader")
    if (reader) update(reader, data, setTriggerValue)
    return reader
  }
  if (updateIfThere()) return
  const arrival = new MutationObserver(() => updateIfThere() && arrival.disconnect())
  arrival.observe(document.body, { childList: true, subtree: true })
  return () => arrival.disconnect()
}

function update(reader, data, setTriggerValue) {
  const [bar, article, strip] = reader.querySelectorAll(".hits, article, .strip")
  const spans = [...article.querySelectorAll(".sentence")]
  const muted = new Set(data.muted)
  const shows = spans.some((span) => span.dataset.id === data.selected)
  keepInView(article)

  spans.forEach((span, index) => {
    const id = span.dataset.id
    const hits = data.hits[id] ?? []
    const selected = id === data.selected
    const tick = strip.children[index]
    for (const node of [span, tick]) {
      node.classList.toggle("muted", muted.has(id))
      node.classList.toggle("selected", selected)
    }
    tick.classList.toggle("hit", hits.length > 0)
    tick.onclick = () => show(article, span)
    span.setAttribute("aria-pressed", String(selected))
    // One stop for the Tab key; the arrow keys move on from there.
    span.tabIndex = selected || (!shows && index === 0) ? 0 : -1
    markHits(span.querySelector(".text"), hits)
    span.onclick = () => choose(id)
    span.onkeydown = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) spans[index + step]?.focus()
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

// The lines of the text break anew when a column beside it or a font arrives, or the window changes its
// size. The sentence that was scrolled to then stays in view, until the reader scrolls or clicks.
function keepInView(article) {
  if (article.onwheel) return
  article.onwheel = article.onpointerdown = article.onkeydown = () => { article.held = null }
  const resized = new ResizeObserver(() => article.held?.isConnected && scrollTo(article, article.held))
  for (const section of article.children) resized.observe(section)
}

function markHits(node, hits) {
  const ranges = hits.join()
  if ((node.dataset.hits ?? "") === ranges) return
  node.dataset.hits = ranges
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
  const step = (index, scroll) => {
    bar.dataset.index = index
    count.textContent = `${index + 1} of ${marks.length}`
    marks.forEach((mark, one) => mark.classList.toggle("here", one === index))
    if (scroll) show(article, marks[index])
  }
  back.onclick = () => step((Number(bar.dataset.index) - 1 + marks.length) % marks.length, true)
  on.onclick = () => step((Number(bar.dataset.index) + 1) % marks.length, true)
  const fresh = bar.dataset.words !== data.words
  bar.dataset.words = data.words
  if (marks.length) step(fresh ? 0 : Math.min(bar.dataset.index, marks.length - 1), fresh && !selected)
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

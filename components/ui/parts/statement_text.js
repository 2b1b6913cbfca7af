// Marks the muted and the selected sentences and the search hits in the statement's text, and sends the id
// of the sentence that the reader chooses. The text is HTML of the page, which may arrive after this runs.
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
  const selectedIsHere = spans.some((span) => span.dataset.id === data.selected)
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
    // The Tab key stops at one sentence; the arrow keys move between sentences.
    span.tabIndex = selected || (!selectedIsHere && index === 0) ? 0 : -1
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

  // Scroll to a sentence that a link selects, but not to one that was just clicked.
  const selected = data.selected ?? ""
  if (selected && article.dataset.selected !== selected) {
    show(article, spans.find((span) => span.dataset.id === selected))
  }
  article.dataset.selected = selected
  updateHitBar(bar, article, data, Boolean(selected))
}

// When a column beside the text or a font arrives, or the window changes its size, the lines of the text
// change. Then scroll again to the sentence that was scrolled to, unless the reader has scrolled or clicked.
function keepInView(article) {
  if (article.onwheel) return
  article.onwheel = article.onpointerdown = article.onkeydown = () => { article.scrolledTo = null }
  const resized = new ResizeObserver(() => article.scrolledTo?.isConnected && scrollTo(article, article.scrolledTo))
  for (const section of article.children) resized.observe(section)
}

function markHits(node, hits) {
  const ranges = hits.join()
  if ((node.dataset.hits ?? "") === ranges) return
  node.dataset.hits = ranges
  // Hits are positions of characters. In a JavaScript string, some characters take two positions.
  const characters = [...node.textContent]
  const part = (from, to) => characters.slice(from, to).join("")
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

// The bar with "3 of 12", Previous hit and Next hit. New search words scroll to their first hit, unless a
// sentence is selected.
function updateHitBar(bar, article, data, isSelected) {
  const marks = [...article.querySelectorAll("mark")]
  bar.hidden = !marks.length
  const [previous, count, next] = bar.children
  const step = (index, scroll) => {
    bar.dataset.index = index
    count.textContent = `${index + 1} of ${marks.length}`
    marks.forEach((mark, number) => mark.classList.toggle("current", number === index))
    if (scroll) show(article, marks[index])
  }
  previous.onclick = () => step((Number(bar.dataset.index) - 1 + marks.length) % marks.length, true)
  next.onclick = () => step((Number(bar.dataset.index) + 1) % marks.length, true)
  const newWords = bar.dataset.words !== data.words
  bar.dataset.words = data.words
  if (marks.length) step(newWords ? 0 : Math.min(bar.dataset.index, marks.length - 1), newWords && !isSelected)
}

function show(article, node) {
  article.scrolledTo = node
  scrollTo(article, node)
}

function scrollTo(article, node) {
  const distance = node.getBoundingClientRect().top - article.getBoundingClientRect().top
  article.scrollTop += distance - article.clientHeight / 3
  node.scrollIntoView({ block: "nearest" }) // on a phone the whole text may be below the window
}

// The statement's text: marks the muted and the selected sentences and the search hits, shows in the strip
// which part is in sight, and sends the id of the sentence, and of the text, that the reader chooses. Text and
// the list beside it are HTML of the page, which may arrive after this runs, in place of another text.
await import(`./page.js${new URL(import.meta.url).search}`)

let arrival // there is one text

export function draw({ data, setTriggerValue }) {
  arrival?.disconnect()
  const awaited = new Map([
    [".reader", (reader) => update(reader, data, setTriggerValue)],
    [".paragraphs", (list) => updateList(list, data.lines)], // beside a selected sentence there is none
  ])
  const updateWhatIsThere = () => {
    for (const [part, updatePart] of awaited) {
      const node = document.querySelector(`${part}[data-text="${data.text}"]`)
      if (node && awaited.delete(part)) updatePart(node)
    }
    return !awaited.size
  }
  if (updateWhatIsThere()) return
  const own = (arrival = new MutationObserver(() => updateWhatIsThere() && own.disconnect()))
  own.observe(document.body, { childList: true, subtree: true })
  return () => own.disconnect()
}

// The lines of the list: paragraphs with how many commitments the filter leaves of each, or topics.
function updateList(list, lines) {
  for (const [index, button] of [...list.querySelectorAll("button")].entries()) {
    const [first, shown, commitments] = lines[index]
    button.dataset.first = first
    button.classList.toggle("pale", !shown)
    const [units, count] = button.querySelectorAll(".units, .count")
    units?.style.setProperty("--count", commitments)
    if (count) count.textContent = commitments ? `${commitments} ${commitments === 1 ? "commitment" : "commitments"}` : ""
  }
}

let focusTexts = false // whether the choice of a text gets the focus, which it loses with the text before

function update(reader, data, setTriggerValue) {
  const [bar, article, strip] = reader.querySelectorAll(".hits, article, .strip")
  const spans = [...article.querySelectorAll(".sentence")]
  const muted = new Set(data.muted)
  article.oncopy = copyVerbatim
  const selectedIsHere = spans.some((span) => span.dataset.id === data.selected)
  follow(article, strip, spans)
  reader.classList.toggle("filtered", data.filtered)

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
    span.onclick = () => selectsWords(article) || choose(id)
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

  const texts = reader.querySelector("select")
  if (texts) {
    texts.onchange = () => {
      focusTexts = true
      setTriggerValue("text", texts.value)
    }
    if (focusTexts) texts.focus()
    focusTexts = false
  }

  // The list of paragraphs beside the text comes and goes, so the place around both listens. A slide has none.
  const page = reader.closest(".st-key-statement")
  if (page) {
    page.onclick = (event) => {
      const asked = event.target.closest("[data-first]")?.dataset.first
      if (asked) show(article, spans.find((span) => span.dataset.id === asked))
      // A counterpart is read here; with a key held down, its link opens elsewhere, as any link.
      const reference = event.target.closest("[data-reference]")?.dataset.reference
      if (!reference || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      setTriggerValue("reference", reference)
    }
  }

  // Scroll to a sentence that a link selects, but not to one that was just clicked.
  const selected = data.selected ?? ""
  if (selected && article.dataset.selected !== selected) {
    show(article, spans.find((span) => span.dataset.id === selected))
  }
  article.dataset.selected = selected
  // A new filter scrolls to the first sentence that it leaves.
  const filter = data.filtered ? data.muted.join() : ""
  const newFilter = (article.dataset.filter ?? "") !== filter
  article.dataset.filter = filter
  if (newFilter && filter && !selected) show(article, spans.find((span) => !muted.has(span.dataset.id)))
  updateHitBar(bar, article, data, Boolean(selected))
}

// Whether words of the text are selected: then a click was the end of a drag over them.
function selectsWords(article) {
  const selection = document.getSelection()
  return !selection.isCollapsed && selection.containsNode(article, true)
}

// Copies what is selected of the text as it was written: paragraphs with an empty line between, without their
// numbers, the names of themes, what screen readers say, and the lines under words.
function copyVerbatim(event) {
  const selection = document.getSelection()
  if (selection.isCollapsed || !event.currentTarget.contains(selection.getRangeAt(0).commonAncestorContainer)) return
  const part = selection.getRangeAt(0).cloneContents()
  for (const added of part.querySelectorAll(".number, .run, .said")) added.remove()
  const blocks = [...part.querySelectorAll("h2, p")]
  const texts = (blocks.length ? blocks : [part]).map((block) => block.textContent.trim())
  event.clipboardData.setData("text/plain", texts.filter(Boolean).join("\n\n"))
  event.preventDefault()
}

// Keeps the strip's frame on what is in sight. When a column beside the text or a font arrives, or the window
// changes its size, the lines of the text change. Then it scrolls again to the sentence that was scrolled to,
// unless the reader has scrolled or clicked.
function follow(article, strip, spans) {
  if (article.onwheel) return
  article.onwheel = article.onpointerdown = article.onkeydown = () => { article.scrolledTo = null }
  const frame = () => placeFrame(article, strip, spans)
  article.onscroll = frame
  const resized = new ResizeObserver(() => {
    if (article.scrolledTo?.isConnected) scrollTo(article, article.scrolledTo)
    frame()
  })
  for (const section of [article, ...article.children]) resized.observe(section)
}

// Puts the frame around the ticks of the sentences in sight; of the first and the last as much as is seen.
function placeFrame(article, strip, spans) {
  const { top, bottom } = article.getBoundingClientRect()
  const part = (edge) => {
    const boxes = spans.map((span) => span.getBoundingClientRect())
    const index = Math.max(boxes.findLastIndex((box) => box.top <= edge), 0)
    const tick = strip.children[index]
    const share = Math.min(Math.max((edge - boxes[index].top) / boxes[index].height, 0), 1)
    return tick.offsetTop + share * tick.offsetHeight
  }
  const start = part(top)
  strip.style.setProperty("--in-sight-top", `${start}px`)
  strip.style.setProperty("--in-sight-height", `${part(bottom) - start}px`)
}

// Marks the hits in the words of a sentence; words that commit stay underlined.
function markHits(node, hits) {
  const ranges = hits.join()
  if ((node.dataset.hits ?? "") === ranges) return
  node.dataset.hits = ranges
  // Hits are counted in the words as written, which the browser may have translated since.
  node.written ??= node.cloneNode(true)
  node.replaceChildren(...node.written.cloneNode(true).childNodes)
  let before = 0
  for (const clause of [...node.childNodes]) {
    // Hits are positions of characters. In a JavaScript string, some characters take two positions.
    const characters = [...clause.textContent]
    const after = before + characters.length
    const parts = []
    let end = before
    hits.forEach(([from, to], hit) => {
      const [first, last] = [Math.max(from, before), Math.min(to, after)]
      if (first >= last) return
      const mark = document.createElement("mark")
      mark.textContent = characters.slice(first - before, last - before).join("")
      mark.dataset.hit = hit
      parts.push(characters.slice(end - before, first - before).join(""), mark)
      end = last
    })
    parts.push(characters.slice(end - before).join(""))
    if (clause.nodeType === Node.TEXT_NODE) clause.replaceWith(...parts)
    else clause.replaceChildren(...parts)
    before = after
  }
}

// The bar with "3 of 12", Previous hit and Next hit. New search words scroll to their first hit, unless a
// sentence is selected.
function updateHitBar(bar, article, data, isSelected) {
  // A hit that a commitment begins or ends in has several marks.
  const hits = []
  for (const mark of article.querySelectorAll("mark")) {
    const sentence = mark.closest(".sentence")
    const last = hits.at(-1)
    if (last?.sentence === sentence && last.hit === mark.dataset.hit) last.marks.push(mark)
    else hits.push({ sentence, hit: mark.dataset.hit, marks: [mark] })
  }
  bar.hidden = !hits.length
  const [previous, count, next] = bar.children
  const step = (index, scroll) => {
    bar.dataset.index = index
    count.textContent = `${index + 1} of ${hits.length}`
    hits.forEach(({ marks }, number) => marks.forEach((mark) => mark.classList.toggle("current", number === index)))
    if (scroll) show(article, hits[index].marks[0])
  }
  previous.onclick = () => step((Number(bar.dataset.index) - 1 + hits.length) % hits.length, true)
  next.onclick = () => step((Number(bar.dataset.index) + 1) % hits.length, true)
  const newWords = bar.dataset.words !== data.words
  bar.dataset.words = data.words
  if (hits.length) step(newWords ? 0 : Math.min(bar.dataset.index, hits.length - 1), newWords && !isSelected)
}

function show(article, node) {
  if (!node) return
  article.scrolledTo = node
  scrollTo(article, node)
}

function scrollTo(article, node) {
  const distance = node.getBoundingClientRect().top - article.getBoundingClientRect().top
  article.scrollTop += distance - article.clientHeight / 3
  node.scrollIntoView({ block: "nearest" }) // on a phone the whole text may be below the window
}

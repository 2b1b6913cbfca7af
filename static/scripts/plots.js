// The last two plots of a figure, of which one is in the page. If a reader takes a filter back, the other one is
// shown again, and nothing is drawn. What is new is drawn over the older one.
const CONFIG = { displayModeBar: false, doubleClick: false, showTips: false, responsive: false }

export class Plots {
  // open: opens the mark at [trace, point].
  constructor(Plotly, open) {
    this.Plotly = Plotly
    this.open = open
    this.shown = this.make()
  }

  draw(traces, layout) {
    const arranged = JSON.stringify(layout)
    const all = JSON.stringify(traces) + arranged
    const uncoloured = JSON.stringify(traces, (key, value) => (key === "color" ? undefined : value)) + arranged
    const { drawn } = this.shown // what it shows, as text
    if (all === drawn?.all) return
    if (all === this.before?.drawn.all) return this.swap()
    if (uncoloured === drawn?.uncoloured) this.repaint(traces)
    else {
      if (drawn) this.swap()
      // As high as the one before while it is drawn: the page would else be shorter for a moment, and scroll.
      this.shown.style.minHeight = `${drawn?.height ?? 0}px`
      this.Plotly.react(this.shown, traces, layout, CONFIG)
      this.shown.style.minHeight = ""
      if (!this.shown.drawn) this.listen(this.shown)
    }
    this.shown.drawn = { all, uncoloured, height: layout.height }
  }

  unhover() {
    if (this.shown.drawn) this.Plotly.Fx.unhover(this.shown)
  }

  remove() {
    for (const plot of [this.shown, this.before]) if (plot) this.Plotly.purge(plot)
  }

  swap() {
    this.unhover()
    const next = this.before ?? this.make()
    this.before = this.shown
    this.before.replaceWith(next)
    this.shown = next
  }

  // Only colours of marks and words are new. Given a list of colours, Plotly would draw everything anew. Given
  // one value for a whole trace it only paints, and reads the lists again: the ribbon takes 5 instead of 14 ms.
  repaint(traces) {
    traces.forEach((trace, index) => Object.assign(this.shown.data[index], trace))
    this.Plotly.restyle(this.shown, { opacity: traces.map(({ opacity }) => opacity ?? 1) })
  }

  make() {
    const plot = document.createElement("div")
    plot.className = "plot"
    plot.translate = false // a translator's elements are not drawn in a picture
    plot.ariaHidden = "true" // the list of marks says what is drawn
    // Plotly would keep a swipe from scrolling the page. A tap comes to it as a click.
    plot.addEventListener("touchstart", (event) => event.stopPropagation(), { capture: true, passive: true })
    return plot
  }

  listen(plot) {
    plot.on("plotly_click", ({ points: [point] }) => {
      if (point.customdata) this.open([point.curveNumber, point.pointNumber])
    })
  }
}

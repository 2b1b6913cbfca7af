// Pictures of a figure to take along: title, filter and source are added to the picture alone.
const WIDTH = 1000 // px, whatever the screen
const SCALE = 3 // pixels of a PNG for a px
const ABOVE = 60 // px for title and filter
const BELOW = 24 // px for a line of the source
const LINE = 15 // px for each further one
const EDGE = 8

export async function save(figure, format) {
  const link = document.createElement("a")
  link.href = await picture(figure, format)
  link.download = `${figure.data.picture.file_name}.${format}`
  link.click()
  return `${format.toUpperCase()} saved.`
}

export async function copy(figure) {
  // Browsers let pages write to the clipboard only over https and on the reader's own machine.
  if (!navigator.clipboard?.write) return "Not copied: browsers allow that only over https. PNG saves it."
  const blob = picture(figure, "png").then(fetch).then((answer) => answer.blob())
  await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })])
  return "Picture copied."
}

// The address of a picture, as data. It is drawn apart from the page, dark on light.
function picture({ Plotly, index, data: { specs, picture } }, format) {
  const { traces, layout } = specs[index]
  const { title, subtitle, source, ink, ground } = picture
  const below = BELOW + LINE * (source.split("<br>").length - 1)
  const height = layout.height + ABOVE + below
  const margin = { ...layout.margin, t: layout.margin.t + ABOVE, b: layout.margin.b + below }
  const captioned = {
    ...layout,
    height,
    margin,
    width: WIDTH,
    paper_bgcolor: ground, // or a dark viewer swallows the words
    font: { ...layout.font, color: ink },
    title: {
      text: title,
      subtitle: { text: subtitle, font: { size: 13 } },
      font: { size: 18 },
      x: 0,
      y: 1,
      xanchor: "left",
      yanchor: "top",
      pad: { l: EDGE, t: EDGE },
    },
    annotations: [
      ...(layout.annotations ?? []),
      {
        text: source,
        showarrow: false,
        align: "left",
        font: { size: 11 },
        xref: "paper",
        yref: "paper",
        x: 0,
        y: 0,
        xanchor: "left",
        yanchor: "bottom",
        xshift: EDGE - margin.l,
        yshift: EDGE - margin.b,
      },
    ],
  }
  return Plotly.toImage({ data: traces, layout: captioned }, { format, width: WIDTH, height, scale: format === "png" ? SCALE : 1 })
}

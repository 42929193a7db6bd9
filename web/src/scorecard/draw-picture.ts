type Picture = {
  title: string
  subtitle: string
  /** In the order of the charts on the page, which carry `data-chart`. */
  figures: readonly { title: string; value: string; detail: string }[]
}

const [width, height, scale, margin] = [1200, 520, 2, 40]
const gap = 40
const column = (width - 2 * margin - gap) / 2

/**
 * The page's own charts on a canvas, in its own colours.
 * @returns a data address of a PNG
 */
export async function drawPicture({ title, subtitle, figures }: Picture): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('This browser gives no canvas')
  pen.scale(scale, scale)
  pen.fillStyle = colourOf('--color-surface')
  pen.fillRect(0, 0, width, height)
  const write = (text: string, x: number, y: number, look: Look) => {
    pen.font = `${look.weight ?? 400} ${look.size}px "Inter Variable", sans-serif`
    pen.fillStyle = colourOf(look.colour ?? '--color-ink')
    pen.fillText(text, x, y)
  }
  pen.font = '600 22px "Inter Variable", sans-serif'
  const lines = wrapped(pen, title, width - 2 * margin).slice(0, 3)
  lines.forEach((line, at) => write(line, margin, 52 + at * 30, { size: 22, weight: 600 }))
  const below = 52 + lines.length * 30
  write(subtitle, margin, below, { size: 14, colour: '--color-muted' })

  const charts = [...document.querySelectorAll<HTMLElement>('[data-chart]')]
  for (const [at, figure] of figures.entries()) {
    const x = margin + at * (column + gap)
    write(figure.title, x, below + 44, { size: 15, weight: 600 })
    write(figure.value, x, below + 82, { size: 30, weight: 600 })
    write(figure.detail, x, below + 106, { size: 14, colour: '--color-muted' })
    const svg = charts[at]?.querySelector('svg')
    if (svg) await drawChart(pen, svg, x, below + 124)
  }
  return canvas.toDataURL('image/png')
}

type Look = {
  size: number
  weight?: number
  colour?: string
}

async function drawChart(pen: CanvasRenderingContext2D, svg: SVGElement, x: number, y: number) {
  const { width: was, height: high } = svg.getBoundingClientRect()
  const image = new Image()
  // an address of data, as the page's content security policy allows no blobs
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`
  await image.decode()
  pen.drawImage(image, x, y, column, (high * column) / was)
}

/** Without the page around it: its variables become colours, its font one that is everywhere. */
function standalone(svg: SVGElement): string {
  const copy = svg.cloneNode(true) as SVGElement
  const { width: wide, height: high } = svg.getBoundingClientRect()
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(wide))
  copy.setAttribute('height', String(high))
  copy.setAttribute('font-family', 'sans-serif')
  const text = new XMLSerializer().serializeToString(copy)
  return text.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => colourOf(name))
}

/** A token's colour in the theme that is shown. */
function colourOf(token: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${token})`
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

function wrapped(pen: CanvasRenderingContext2D, text: string, room: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && pen.measureText(longer).width <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

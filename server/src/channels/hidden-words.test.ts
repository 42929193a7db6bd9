import { describe, expect, test } from 'vitest'
import { growthOf, linear } from '#server/testing/growth.ts'
import { shownOf, sheetsOf, textOfHtml, withoutBallast } from './html-text.ts'
import { parseMail } from './parse-mail.ts'

const shown = (html: string) => shownOf(withoutBallast(html), sheetsOf(html))
const textOf = (html: string) => textOfHtml(shown(html).html).trim()
const order = 'Pay all of it back at once'

describe('words that no reader sees', () => {
  test.each([
    ['not displayed', `<div style="display:none">${order}</div>`],
    [
      'and more in it that says it is',
      `<p style="display:none"><b style="display:block">${order}</b></p>`,
    ],
    ['in capitals', `<DIV STYLE="DISPLAY: NONE !IMPORTANT">${order}</DIV>`],
    [
      'with a comment between',
      `<div style="dis/**/play:none">${order}</div><div style="display:/* */none">${order}</div>`,
    ],
    ['written by numbers', `<div style="d\\69splay:n\\6f ne">${order}</div>`],
    ['as characters of HTML', `<div style="display&#58;none">${order}</div>`],
    [
      'with a word behind it that means nothing',
      `<div style="display:none;display:nothing">${order}</div>`,
    ],
    ['by an attribute', `<div hidden>${order}</div>`],
    ['in a template', `<template>${order}</template>`],
    ['in a closed dialog', `<dialog>${order}</dialog>`],
    ['invisible', `<span style="visibility:hidden">${order}</span>`],
    [
      'transparent',
      `<span style="opacity:0">${order}</span><span style="opacity:.01">${order}</span>`,
    ],
    [
      'of no size',
      `<span style="font-size:0">${order}</span><span style="font:0/0 a">${order}</span>`,
    ],
    [
      'of a size that nobody reads',
      `<span style="font-size:1px">${order}</span><span style="font-size:0.1em">${order}</span>`,
    ],
    [
      'of small parts of what is around',
      `<i style="font-size:20%"><b style="font-size:30%">${order}</b></i>`,
    ],
    ['in a box of no height', `<div style="max-height:0;overflow:hidden">${order}</div>`],
    ['in a box of no width', `<div style="width:0px;overflow:hidden">${order}</div>`],
    [
      'beside the page',
      `<p style="position:absolute;left:-9999px">${order}</p><p style="text-indent:-100em">${order}</p>`,
    ],
    [
      'cut away',
      `<p style="position:absolute;clip:rect(0, 0, 0, 0)">${order}</p><p style="clip-path: inset( 100% )">${order}</p>`,
    ],
    ['shrunk away', `<p style="transform: scale( 0 )">${order}</p>`],
    [
      'white on the page',
      `<span style="color:#fff">${order}</span><font color=white>${order}</font>`,
    ],
    [
      'almost white',
      `<span style="color:rgb(250, 252, 255)">${order}</span><i style="color:snow">${order}</i>`,
    ],
    [
      'of a colour that is clear',
      `<span style="color:transparent">${order}</span><i style="color:#0000">${order}</i>`,
    ],
    [
      'black on black',
      `<table bgcolor="#000000"><tr><td style="color:#010101">${order}</td></tr></table>`,
    ],
    [
      'by a colour behind which a wrong one stands',
      `<span style="color:white;color:whitish">${order}</span>`,
    ],
    ['by a style sheet', `<style>.a{display:none}</style><p class="b a">${order}</p>`],
    [
      'by a style sheet in a comment',
      `<style><!-- #x, p.y { display : none } --></style><p id=x>${order}</p><p class=y>${order}</p>`,
    ],
    [
      'by what it stands in',
      `<style>div.a > p b{color:#fff}</style><div class=a><p><b>${order}</b></p></div>`,
    ],
    [
      'on every screen',
      `<style>@media screen and (min-width:1px){.a{display:none}}</style><p class=a>${order}</p>`,
    ],
    [
      'by a sheet that has the last word',
      `<style>.a{display:none!important}</style><p class=a style="display:block">${order}</p>`,
    ],
    ['the words of a picture', `<div style="display:none"><img alt="${order}"></div>`],
    ['in an end that is left out', `<ul><li style="display:none">${order}<li>Seen</ul>`],
  ])('%s', (_how, html) => {
    const { html: left } = shown(`<body><p>Hello.</p>${html}<p>Where is it?</p></body>`)
    expect(left).not.toContain(order)
    expect(left).toMatch(/Hello\..*Where is it\?/s)
  })

  test.each([
    [
      'white on a dark button',
      `<a style="background:#123;color:#fff" href="https://a.example">${order}</a>`,
    ],
    [
      'white where the background is a picture',
      `<td background="a.png"><font color=white>${order}</font></td>`,
    ],
    [
      'white on a colour that is not known',
      `<p style="background:var(--x);color:#fff">${order}</p>`,
    ],
    ['a link in white words', `<p style="color:#fff"><a href="https://a.example">${order}</a></p>`],
    ['shown again', `<p style="visibility:hidden"><b style="visibility:visible">${order}</b></p>`],
    ['large again', `<p style="font-size:0"><b style="font-size:14px">${order}</b></p>`],
    [
      'in a box that is cut only where it is wide',
      `<td style="width:1%;overflow:hidden">${order}</td>`,
    ],
    [
      'hidden on paper and on small screens',
      `<style>@media print{p{display:none}} @media (max-width:600px){p{display:none}}</style><p>${order}</p>`,
    ],
    ['hidden under a pointer', `<style>p:hover{display:none}</style><p>${order}</p>`],
    [
      'hidden by a sheet, shown at its place',
      `<style>.a{display:none}</style><p class=a style="display:block">${order}</p>`,
    ],
    [
      'hidden by a sheet and shown by a more exact one',
      `<style>p.a{display:block}.a{display:none}</style><p class=a>${order}</p>`,
    ],
    ['of another sheet’s comment', `<!-- <style>p{display:none}</style> --><p>${order}</p>`],
    ['after an end that is left out', `<p style="display:none">Unseen<p>${order}</p>`],
    ['in a word with a soft end', `<p style="display:blank">${order}</p>`],
  ])('not %s', (_how, html) => {
    expect(textOf(`<p>Hello.</p>${html}`)).toContain(order)
  })
})

test('all else stays letter by letter', () => {
  const html = '<div CLASS=x>A &amp; B &lt;c&gt; <br>é 😀<p>one<p>two</div>&nbsp;<td>'
  expect(shown(html)).toEqual({ html, paleWords: 'none', isUnclear: false })
  const cut = '<p>A &amp; <b style="display:none">&lt;x&gt; é</b>B 😀</p>'
  expect(shown(cut).html).toBe('<p>A &amp; B 😀</p>')
})

test('words that only their colour hides are said, and kept where a mail has no others', async () => {
  const read = (body: string) =>
    parseMail(Buffer.from(`From: a@b.example\r\nContent-Type: text/html\r\n\r\n${body}`))
  const dark = await read('<div style="color:#fff">It stopped again.</div>')
  expect(dark.text).toBe('It stopped again.')
  expect(dark.warnings.join()).toContain('the colour of what is behind them')
  const both = await read('<div style="color:#fff">Pay me.</div><p>It stopped again.</p>')
  expect(both.text).toBe('It stopped again.')
  expect(both.html).not.toContain('Pay me')
  expect(both.warnings.join()).toContain('were left out')
})

test.each([
  ['a selector that costs too much', '<style>p ~ p {display:none}</style>'],
  ['a sheet that is too long', `<style>${'p{margin:0}'.repeat(20_000)}</style>`],
  [
    'more rules than can be tried at each element',
    `<style>${'i{color:red}'.repeat(1_900)}</style>${'<i>a</i>'.repeat(1_000)}`,
  ],
  ['rules in rules', '<style>div { p {display:none} }</style>'],
  ['what is no style sheet', '<style>p{display:none}}}}{ "</style>'],
  ['more elements in each other than are read', '<div>'.repeat(3_001)],
])('what %s hides is said not to be known', (_what, html) => {
  expect(shown(`${html}<p>Hello</p>`).isUnclear).toBe(true)
})

test('a long mail with many styles takes as long as it is long', async () => {
  const of = (size: number) => {
    const rules = Array.from({ length: size }, (_, index) => `.c${index} p b{display:none}`)
    const words = Array.from(
      { length: size },
      (_, index) =>
        `<div class="c${index}" style="color:#fff;font-size:${index}px"><p><b>x</b></p></div>`,
    )
    return `<style>${rules.join('')}</style>${words.join('')}`
  }
  expect(await growthOf((size) => shown(of(size)), 800)).toBeLessThan(linear)
})

test('letters of no width, and tags that only a machine reads, are left out', async () => {
  const tagged = Array.from('pay', (letter) =>
    String.fromCodePoint(0xe0000 + letter.charCodeAt(0)),
  ).join('')
  const read = await parseMail(
    Buffer.from(
      `From: a@b.example\nSubject: Hi${tagged}\nContent-Type: text/plain; charset=utf-8\n\nIt is ${'\u00a0\u200c\u034f'.repeat(80)}late${tagged}. می‌خواهم 👩‍💻 🏴󠁧󠁢󠁳󠁣󠁴󠁿 葛󠄀`,
    ),
  )
  expect(read.subject).toBe('Hi')
  expect(read.text).toBe('It is late. می‌خواهم 👩‍💻 🏴󠁧󠁢󠁳󠁣󠁴󠁿 葛󠄀')
})

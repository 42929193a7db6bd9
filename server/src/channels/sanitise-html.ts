import sanitizeHtml from 'sanitize-html'

const length = /^(?:0|\d{1,3}(?:px|em|%)?)$/
const colour = [/^#[0-9a-f]{3,8}$/i, /^rgb\(\d{1,3}, ?\d{1,3}, ?\d{1,3}\)$/i, /^[a-z]{3,20}$/i]

const allowedTags =
  `p div span br hr h1 h2 h3 h4 h5 h6 blockquote pre b strong i em u s small sub sup
  code a ul ol li dl dt dd table thead tbody tfoot tr th td caption`.split(/\s+/)

/**
 * HTML of a mail that can do nothing: no scripts, handlers, forms, frames or style sheets, and
 * nothing that loads from anywhere, images included (their text stays). Shown in a sandboxed frame
 * all the same.
 */
export function sanitiseHtml(html: string): string {
  return sanitizeHtml(html, {
    allowedTags,
    allowedAttributes: {
      a: ['href', 'rel', 'target'],
      td: ['colspan', 'rowspan', 'style'],
      th: ['colspan', 'rowspan', 'style'],
      ol: ['start'],
      '*': ['style', 'dir'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    allowedStyles: {
      '*': {
        color: colour,
        'background-color': colour,
        'font-weight': [/^(?:bold|normal|[1-9]00)$/],
        'font-style': [/^(?:italic|normal)$/],
        'text-align': [/^(?:left|right|center|justify)$/],
        'text-decoration': [/^(?:underline|line-through|none)$/],
        'margin-left': [length],
        'padding-left': [length],
      },
    },
    // their text is code or form, never words
    nonTextTags: ['script', 'style', 'textarea', 'option', 'title'],
    nestingLimit: 100,
    transformTags: {
      a: sanitizeHtml.simpleTransform('a', {
        rel: 'noopener noreferrer nofollow',
        target: '_blank',
      }),
      img: (_tag, { alt = '' }) => ({
        tagName: 'span',
        attribs: {},
        text: alt.trim() ? `[image: ${alt.trim().slice(0, 200)}]` : '',
      }),
    },
  })
}

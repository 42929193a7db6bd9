import { createHash } from 'node:crypto'

/** Quiet, as the desk: two greys, a hairline, one accent; light and dark as the system is. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #fff; --raised: #f8fafc; --line: #cbd5e1; --edge: #64748b;
  --text: #0f172a; --faint: #475569; --accent: #4338ca; --on-accent: #fff;
  --green: #166534; --amber: #854d0e; --violet: #6d28d9; --red: #b42318;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f172a; --raised: #1e293b; --line: #334155; --edge: #94a3b8;
    --text: #f1f5f9; --faint: #cbd5e1; --accent: #a5b4fc; --on-accent: #1e1b4b;
    --green: #86efac; --amber: #fcd34d; --violet: #c4b5fd; --red: #fda29b;
  }
}
* { box-sizing: border-box }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 16px/1.5 Inter, system-ui, sans-serif; overflow-wrap: anywhere;
}
a { color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px }
.skip { position: absolute; left: -999px; top: 0 }
.skip:focus { left: 8px; top: 8px; background: var(--ground); padding: 8px 12px }
header { border-bottom: 1px solid var(--line); background: var(--raised) }
header > div, main { max-width: 720px; margin: 0 auto; padding: 12px 16px }
header > div { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: center }
header .name { font-weight: 600; font-size: 18px; margin-right: auto }
header .name a { color: inherit; text-decoration: none }
header nav { display: flex; flex-wrap: wrap; gap: 4px 20px }
header a { display: inline-block; padding: 10px 0 }
header .who { flex-basis: 100%; display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; color: var(--faint); font-size: 14px }
[aria-current] { font-weight: 600; color: var(--text); text-decoration: none }
main { padding-top: 24px; padding-bottom: 64px }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 12px }
h2 { font-size: 18px; margin: 32px 0 12px }
.faint, time { color: var(--faint); font-size: 14px }
ul.tickets { list-style: none; padding: 0; margin: 16px 0; border-top: 1px solid var(--line) }
ul.tickets li { border-bottom: 1px solid var(--line); padding: 12px 0 }
ul.tickets a { font-weight: 500; display: inline-block; padding: 4px 0 }
.row { display: flex; flex-wrap: wrap; gap: 2px 12px; align-items: baseline }
.standing { font-size: 14px; font-weight: 600; color: var(--faint) }
.standing::before { content: ''; display: inline-block; width: 8px; height: 8px; margin-right: 6px; border-radius: 50%; border: 2px solid currentColor }
.standing.yours { color: var(--amber) }
.standing.engineers { color: var(--violet) }
.standing.solved { color: var(--green) }
.standing.solved::before, .standing.closed::before { background: currentColor }
article { border: 1px solid var(--line); border-radius: 6px; padding: 12px 16px; margin: 12px 0 }
article.team { background: var(--raised) }
article h3 { font-size: 16px; margin: 0 }
article .text { white-space: pre-wrap; margin: 8px 0 0 }
article ul { margin: 8px 0 0; padding-left: 20px }
form { margin: 0 }
label, legend { display: block; font-weight: 500; margin: 16px 0 4px; padding: 0 }
fieldset { border: 0; padding: 0; margin: 0; min-width: 0 }
input[type='text'], input[type='email'], textarea {
  width: 100%; font: inherit; color: inherit; background: var(--ground);
  border: 1px solid var(--edge); border-radius: 6px; padding: 10px 12px;
}
textarea { min-height: 160px; resize: vertical }
textarea.short { min-height: 80px }
input[aria-invalid='true'], textarea[aria-invalid='true'] { border-color: var(--red); border-width: 2px }
.choice { display: inline-flex; gap: 8px; align-items: center; margin: 0 24px 0 0; min-height: 44px; font-weight: 400 }
.choice input { width: 20px; height: 20px; margin: 0; accent-color: var(--accent) }
button {
  font: inherit; font-weight: 600; min-height: 44px; margin-top: 16px; padding: 8px 20px; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: 6px;
}
button.quiet { margin: 0; min-height: 36px; padding: 4px 12px; font-weight: 500; font-size: 14px; color: var(--accent); background: transparent }
button.second { color: var(--accent); background: transparent }
.fault { color: var(--red); font-weight: 500; margin: 4px 0 }
.note { border-left: 4px solid var(--green); background: var(--raised); padding: 12px 16px; margin: 0 0 16px }
.note.wrong { border-color: var(--red) }
.note h2 { margin: 0 0 4px }
.note p, .note ul { margin: 0 }
.more { display: inline-block; padding: 10px 0 }
`

/** In its address, so that a browser keeps it until there is another. */
export const styleVersion = createHash('sha256').update(style).digest('hex').slice(0, 16)

import { compile } from 'css-select'
import { SelectorType } from 'css-what'
import type { Selector } from 'css-what'
import { isTag } from 'domhandler'
import type { AnyNode, Element } from 'domhandler'

/** How many elements may still be looked at. */
export type Budget = { left: number }

/** One element of a selector, and whether it is right inside the one before it or anywhere in it. */
type Step = { is(element: AnyNode): boolean; isChild: boolean }

/** `never`: no element farther up can be the one that is missing. */
type Answer = 'yes' | 'no' | 'never'

/** Whether a selector names an element. A library tries all ways up; this takes one look at each ancestor. */
export function matcherOf(
  selector: readonly Selector[],
  budget: Budget,
): (element: Element) => boolean {
  const steps = stepsOf(selector)
  return (element) => answer(element, steps, steps.length - 1, budget) === 'yes'
}

function stepsOf(selector: readonly Selector[]): Step[] {
  const steps: { parts: Selector[]; isChild: boolean }[] = [{ parts: [], isChild: false }]
  for (const part of selector) {
    const isChild = part.type === SelectorType.Child
    if (isChild || part.type === SelectorType.Descendant) steps.push({ parts: [], isChild })
    else steps.at(-1)?.parts.push(part)
  }
  return steps.map(({ parts, isChild }) => ({ is: compile<AnyNode, Element>([parts]), isChild }))
}

function answer(element: Element, steps: readonly Step[], index: number, budget: Budget): Answer {
  const step = steps[index]
  if (--budget.left < 0 || !step) return 'never'
  if (!step.is(element)) return 'no'
  if (index === 0) return 'yes'
  for (let above = element.parent; above !== null && isTag(above); above = above.parent) {
    const found = answer(above, steps, index - 1, budget)
    if (found !== 'no' || step.isChild) return found
  }
  return 'never'
}

/**
 * A net below everything else: what all objects of this process share takes no new name and no other
 * value, whoever forgets that a name came from outside. To be called once the modules are there.
 *
 * A plain freeze would also forbid each object its own `toString` or `name` (an assignment is refused
 * where a property of that name is inherited and read-only), which libraries do, and data with such a
 * field. So an inherited property becomes one that is read as before and, assigned to an object,
 * becomes that object's own.
 */
export function freezePrototypes(): void {
  for (const shared of everywhereInherited) freezeWith(shared, Reflect.ownKeys(shared))
  for (const [shared, names] of oftenOverridden) freezeWith(shared, names)
  for (const shared of rest) Object.freeze(shared)
}

/** Data of any shape inherits from these, and may have a field of any name. */
const everywhereInherited: readonly object[] = [
  Object.prototype,
  ...[Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map(
    (kind) => kind.prototype,
  ),
  AggregateError.prototype,
]

/**
 * Of these only what libraries do give to their own functions and lists. The rest stays plain: a list
 * whose `constructor` is asked for by a getter is mapped and filtered at a third of the speed.
 */
const oftenOverridden: readonly (readonly [object, readonly PropertyKey[]])[] = [
  [Function.prototype, ['constructor', 'toString', 'bind']],
  [Array.prototype, ['toString', 'push', 'concat']],
]

const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as object
const iterator = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object

/** Not of regular expressions: the engine leaves its fast way through them, and mail is read at a quarter of the speed. */
const rest: readonly object[] = [
  Promise.prototype,
  ...[String, Number, Boolean, BigInt, Symbol, Date].map((kind) => kind.prototype),
  ...[Map, Set, WeakMap, WeakSet].map((kind) => kind.prototype),
  ...[ArrayBuffer, Uint8Array, Int16Array, Float32Array, Float64Array].map(
    (kind) => kind.prototype,
  ),
  typedArray,
  iterator,
]

function freezeWith(shared: object, names: readonly PropertyKey[]): void {
  for (const name of names) makeOverridable(shared, name)
  Object.freeze(shared)
}

function makeOverridable(shared: object, name: PropertyKey): void {
  const property = Object.getOwnPropertyDescriptor(shared, name)
  if (!property || !('value' in property) || !property.configurable) return
  const { value, enumerable } = property as { value: unknown; enumerable: boolean }
  Object.defineProperty(shared, name, {
    get: () => value,
    set(this: unknown, given: unknown) {
      overrideOn(this, shared, name, given)
    },
    enumerable,
    configurable: false,
  })
}

/** What an assignment does where nothing of the name is inherited. */
function overrideOn(target: unknown, shared: object, name: PropertyKey, value: unknown): void {
  const isObject = (typeof target === 'object' && target !== null) || typeof target === 'function'
  if (!isObject || target === shared) {
    throw new TypeError(`${String(name)} is shared by all objects and cannot be changed`)
  }
  Object.defineProperty(target, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  })
}

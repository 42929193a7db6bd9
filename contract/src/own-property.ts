/** Names by which any object leads to what all objects share; nothing of ours is called so. */
const sharedNames: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor'])

/** No condition, file or declaration may use such a name, wherever it stands in a path. */
export function isSharedName(name: string): boolean {
  return sharedNames.has(name)
}

/** The value under a name that came from outside: what an object inherits is nobody's answer. */
export function ownProperty<Value>(
  object: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** Sets a name that came from outside as the object's own, whatever it is called. */
export function setOwnProperty<Value>(
  object: Record<string, Value>,
  name: string,
  value: NoInfer<Value>,
): void {
  Object.defineProperty(object, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  })
}

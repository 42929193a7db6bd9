import { hash } from 'node:crypto'

/** Merkle trees as in RFC 6962 §2.1: leaves and nodes are hashed apart, so none passes for another. */
const leafPrefix = Buffer.of(0)
const nodePrefix = Buffer.of(1)

export function sha256(...parts: readonly Buffer[]): Buffer {
  return hash('sha256', Buffer.concat(parts), 'buffer')
}

export function hashLeaf(content: string): Buffer {
  return sha256(leafPrefix, Buffer.from(content))
}

function hashNode(left: Buffer, right: Buffer): Buffer {
  return sha256(nodePrefix, left, right)
}

export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const [leaf] = leaves
  if (leaf === undefined) return sha256()
  if (leaves.length === 1) return leaf
  const split = splitOf(leaves.length)
  return hashNode(merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)))
}

/** The hashes beside the way from a leaf up to the root, the lowest first. */
export function inclusionPath(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length <= 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...inclusionPath(left, index), merkleRoot(right)]
    : [...inclusionPath(right, index - split), merkleRoot(left)]
}

/** The root that a leaf at `index` of `size` leads to; null when the path has another length. */
export function rootOfPath(
  leaf: Buffer,
  index: number,
  size: number,
  path: readonly Buffer[],
): Buffer | null {
  if (size <= 1) return index === 0 && size === 1 && path.length === 0 ? leaf : null
  const beside = path.at(-1)
  if (!beside) return null
  const [split, rest] = [splitOf(size), path.slice(0, -1)]
  const isLeft = index < split
  const below = isLeft
    ? rootOfPath(leaf, index, split, rest)
    : rootOfPath(leaf, index - split, size - split, rest)
  if (!below) return null
  return isLeft ? hashNode(below, beside) : hashNode(beside, below)
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  return 2 ** (31 - Math.clz32(size - 1))
}

import { gunzipSync, gzipSync } from 'node:zlib'
import { present } from '@firstline/contract/present'
import type { Confidence } from './confidence.ts'
import type { TextModel } from './train-text-model.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Another way to fold, split, weigh or store is another format: older models are then not read. */
const textModelFormat = 1

type Head = {
  format: number
  labels: string[]
  seen: number[]
  terms: string[]
  confidence: Confidence
  bias: number[]
}

const headLengthBytes = 4
const largest = 127

/**
 * As bytes: the words as JSON, then rarities, the scale of each label, and weights of one byte each:
 * a 127th of the label's largest weight is far below what changes an answer.
 */
export function encodeTextModel(model: TextModel): Buffer {
  const { labels, seen, vocabulary, confidence, linear } = model
  const head: Head = {
    format: textModelFormat,
    labels: [...labels],
    seen: [...seen],
    terms: [...vocabulary.terms],
    confidence,
    bias: [...linear.bias],
  }
  const text = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(headLengthBytes)
  length.writeUInt32LE(text.length)
  const scale = scalesOf(linear.weights, labels.length)
  const small = Int8Array.from(linear.weights, (weight, index) =>
    Math.round(weight / present(scale[index % labels.length])),
  )
  return gzipSync(
    Buffer.concat([length, text, bytesOf(vocabulary.rarity), bytesOf(scale), bytesOf(small)]),
    { level: 6 },
  )
}

/** @returns null for a format this version does not read */
export function decodeTextModel(stored: Uint8Array): TextModel | null {
  const bytes = gunzipSync(stored)
  let at = headLengthBytes + bytes.readUInt32LE()
  const head = JSON.parse(bytes.toString('utf8', headLengthBytes, at)) as Head
  if (head.format !== textModelFormat) return null
  const { labels, seen, terms, confidence } = head
  const take = (count: number) =>
    bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + (at += count))
  const rarity = new Float32Array(take(4 * terms.length))
  const scale = new Float32Array(take(4 * labels.length))
  const small = new Int8Array(take(terms.length * labels.length))
  return {
    labels,
    seen,
    confidence,
    vocabulary: vocabularyOf(terms, rarity),
    linear: {
      classes: labels.length,
      bias: Float32Array.from(head.bias),
      weights: Float32Array.from(
        small,
        (weight, index) => weight * present(scale[index % labels.length]),
      ),
    },
  }
}

function scalesOf(weights: Float32Array, classes: number): Float32Array {
  const scale = new Float32Array(classes)
  for (const [index, weight] of weights.entries()) {
    const label = index % classes
    scale[label] = Math.max(present(scale[label]), Math.abs(weight))
  }
  return scale.map((most) => most / largest || 1)
}

function bytesOf(array: Float32Array | Int8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength)
}

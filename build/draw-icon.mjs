/** Draws build/icon.png, the packaged app's icon, in the shapes of renderer/public/icon.svg. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'

const sizePx = 512
const unitsPerSide = 32

/**
 * A filled rectangle with round corners, in the 32 units of the SVG.
 * @typedef {{ x: number, y: number, width: number, height: number, radius: number, colour: readonly [number, number, number] }} Shape
 */

/** @type {readonly Shape[]} */
const shapes = [
  { x: 0, y: 0, width: 32, height: 32, radius: 7, colour: [0x0b, 0x5c, 0xad] },
  { x: 6, y: 17, width: 12, height: 5, radius: 1, colour: [255, 255, 255] },
  { x: 19, y: 17, width: 5, height: 5, radius: 1, colour: [0xe2, 0xa3, 0x3b] },
  { x: 25, y: 9, width: 2, height: 17, radius: 0, colour: [255, 255, 255] },
]

/**
 * How much of a pixel the shape covers, 0 to 1, from the distance of its centre to the edge.
 * @param {Shape} shape
 * @param {number} x in pixels
 * @param {number} y in pixels
 * @returns {number}
 */
function coverage({ x: left, y: top, width, height, radius }, x, y) {
  const scale = sizePx / unitsPerSide
  const beyondX = Math.abs(x - (left + width / 2) * scale) - (width / 2 - radius) * scale
  const beyondY = Math.abs(y - (top + height / 2) * scale) - (height / 2 - radius) * scale
  const outside = Math.hypot(Math.max(beyondX, 0), Math.max(beyondY, 0))
  const distance = outside + Math.min(Math.max(beyondX, beyondY), 0) - radius * scale
  return Math.min(Math.max(0.5 - distance, 0), 1)
}

/**
 * @param {number} x
 * @param {number} y
 * @returns {readonly number[]} red, green, blue, alpha
 */
function pixel(x, y) {
  let [red, green, blue, alpha] = [0, 0, 0, 0]
  for (const shape of shapes) {
    const share = coverage(shape, x + 0.5, y + 0.5)
    const mixed = alpha === 0 ? 1 : share
    red += (shape.colour[0] - red) * mixed
    green += (shape.colour[1] - green) * mixed
    blue += (shape.colour[2] - blue) * mixed
    alpha += (1 - alpha) * share
  }
  return [red, green, blue, alpha * 255].map(Math.round)
}

/**
 * One chunk of a PNG file: length, type, data, checksum.
 * @param {string} type
 * @param {Buffer} data
 * @returns {Buffer}
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

/** @returns {Buffer} */
function drawPng() {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(sizePx, 0)
  header.writeUInt32BE(sizePx, 4)
  // 8 bits a channel, red green blue alpha.
  header.set([8, 6], 8)
  const rows = Array.from({ length: sizePx }, (_row, y) =>
    Buffer.from([0, ...Array.from({ length: sizePx }, (_column, x) => pixel(x, y)).flat()]),
  )
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.concat(rows), { level: 9 })
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

writeFileSync(fileURLToPath(new URL('icon.png', import.meta.url)), drawPng())

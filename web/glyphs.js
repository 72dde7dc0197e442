// Draws the characters that the program's fonts lack, with the fonts of the system. One code point at a time: on the canvas, letters of scripts
// that join stand isolated, and those of scripts that run leftwards in logical order. That picture is coarse; the true text is in the twin.

/** A letter that no system has: what the browser draws for it, it draws for all that it can't. */
const kUnassigned = "\u{10FFFF}";
/** Room around the glyph for smoothed edges. */
const kMargin = 1;

/** @type {CanvasRenderingContext2D | null | undefined} */
let pen;

/** @returns {{ metrics: number[], alpha: Uint8Array } | null} metrics: width, height, left, top, advance (GlyphBitmap); null: it can't be drawn */
export function drawGlyph(/** @type {number} */ codePoint, /** @type {number} */ em, /** @type {boolean} */ isSemibold) {
  pen ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!pen) return null;
  const font = (pen.font = `${isSemibold ? 600 : 400} ${em}px system-ui, sans-serif`);
  const boxOf = (letter) => {
    const box = pen.measureText(letter);
    return [-box.actualBoundingBoxLeft, -box.actualBoundingBoxAscent, box.actualBoundingBoxRight, box.actualBoundingBoxDescent, box.width];
  };
  const letter = String.fromCodePoint(codePoint);
  const box = boxOf(letter);
  if (String(box) === String(boxOf(kUnassigned))) return null;
  const [left, top] = [box[0], box[1]].map((edge) => Math.floor(edge) - kMargin);
  const [width, height] = [box[2] - left, box[3] - top].map((size) => Math.ceil(size) + kMargin);

  Object.assign(pen.canvas, { width, height }); // which also clears it, and forgets the font
  pen.font = font;
  pen.fillText(letter, -left, -top);
  const { data } = pen.getImageData(0, 0, width, height);
  if (data[3]) return null; // the margin is empty, unless the browser hands out noise against fingerprinting
  // Letters are black. Emoji have colours: the lighter one is the less ink it gets, but never none, so that outlines stay.
  const alpha = Uint8Array.from({ length: width * height }, (_, i) => data[4 * i + 3] * (1 - (data[4 * i] * 0.3 + data[4 * i + 1] * 0.6 + data[4 * i + 2] * 0.1) / 340));
  return { metrics: [width, height, left, top, box[4]], alpha };
}

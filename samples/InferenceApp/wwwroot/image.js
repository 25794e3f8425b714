// From strokes to the image that MNIST's makers would have made of them: the digit in a box of 20 × 20 pixels,
// the box in an image of 28 × 28 with the digit's centre of mass in the middle.

export const side = 28;
const box = 20;
const pen = 2.5;

// A dot is not blown up to the size of a digit.
const mostScale = 80;

// strokes: lists of [x, y] from 0 to 1. Returns brightness from 0 to 1, row by row.
export function toImage(strokes) {
  const points = strokes.flat();
  if (points.length === 0) return new Float32Array(side * side);
  const xs = points.map(point => point[0]), ys = points.map(point => point[1]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(mostScale, (box - pen) / Math.max(right - left, bottom - top, 1e-6));
  const centre = [(left + right) / 2, (top + bottom) / 2];
  const first = draw(strokes, scale, centre);
  const [x, y] = massCentre(first);
  return draw(strokes, scale, [centre[0] + (x - side / 2) / scale, centre[1] + (y - side / 2) / scale]);
}

function draw(strokes, scale, centre) {
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  context.lineWidth = pen;
  strokePaths(context, strokes, ([x, y]) => [(x - centre[0]) * scale + side / 2, (y - centre[1]) * scale + side / 2]);
  const { data } = context.getImageData(0, 0, side, side);
  return Float32Array.from({ length: side * side }, (_, i) => data[4 * i + 3] / 255);
}

function massCentre(image) {
  let sum = 0, x = 0, y = 0;
  image.forEach((value, i) => {
    sum += value;
    x += value * (i % side + 0.5);
    y += value * (Math.floor(i / side) + 0.5);
  });
  return sum === 0 ? [side / 2, side / 2] : [x / sum, y / sum];
}

// Draws strokes with round ends; one of a single point is a dot.
export function strokePaths(context, strokes, place) {
  context.lineCap = context.lineJoin = 'round';
  for (const stroke of strokes) {
    context.beginPath();
    context.moveTo(...place(stroke[0]));
    for (const point of stroke.length > 1 ? stroke.slice(1) : stroke) context.lineTo(...place(point));
    context.stroke();
  }
}

// Shows an image, light on dark, at one canvas pixel per pixel.
export function show(canvas, image) {
  canvas.width = canvas.height = side;
  const pixels = new ImageData(side, side);
  image.forEach((value, i) => pixels.data.set([255 * value, 255 * value, 255 * value, 255], 4 * i));
  canvas.getContext('2d').putImageData(pixels, 0, 0);
}

const ZERO = 48;
const MINUS = 45;
const POINT = 46;

/** Every number from 00 to 99 as two characters, low byte first. */
const PAIRS = Uint16Array.from(
  { length: 100 },
  (_, i) => (ZERO + Math.floor(i / 10)) | ((ZERO + i % 10) << 8),
);

/** Writes a safe integer in decimal digits; returns the position behind it. */
export function writeInteger(view: DataView, position: number, value: number): number {
  if (value < 0) {
    view.setUint8(position, MINUS);
    return writeInteger(view, position + 1, -value);
  }
  // Past 2^31 the engine would divide doubles at every step.
  if (value >= 1e9) {
    const high = Math.floor(value / 1e9);
    const behind = writeInteger(view, position, high) + 9;
    writePadded(view, behind, 9, value - high * 1e9);
    return behind;
  }
  const end = position + lengthOf(value);
  writeBack(view, end, value);
  return end;
}

/** Writes `value / 10^scale` in decimal digits; returns the position behind it. */
export function writeDecimal(
  view: DataView,
  position: number,
  value: number,
  scale: number,
  short: boolean,
): number {
  if (value < 0) {
    view.setUint8(position, MINUS);
    return writeDecimal(view, position + 1, -value, scale, short);
  }
  const unit = 10 ** scale;
  const whole = Math.floor(value / unit);
  let fraction = value - whole * unit;
  let digits = scale;
  while (short && digits > 0 && fraction % 10 === 0) {
    fraction /= 10;
    digits--;
  }
  const point = writeInteger(view, position, whole);
  if (digits === 0) return point;
  view.setUint8(point, POINT);
  writePadded(view, point + 1 + digits, digits, fraction);
  return point + 1 + digits;
}

function lengthOf(value: number): number {
  if (value < 1e4) return value < 1e2 ? (value < 10 ? 1 : 2) : (value < 1e3 ? 3 : 4);
  if (value < 1e6) return value < 1e5 ? 5 : 6;
  return value < 1e7 ? 7 : value < 1e8 ? 8 : 9;
}

/** Writes the digits of a value below 10^9 so that they end at `end`; returns where they begin. */
function writeBack(view: DataView, end: number, value: number): number {
  let at = end;
  let rest = value | 0;
  while (rest >= 100) {
    const high = (rest / 100) | 0;
    at -= 2;
    view.setUint16(at, PAIRS[rest - high * 100]!, true);
    rest = high;
  }
  if (rest < 10) view.setUint8(--at, ZERO + rest);
  else view.setUint16(at -= 2, PAIRS[rest]!, true);
  return at;
}

function writePadded(view: DataView, end: number, digits: number, value: number): void {
  let at = writeBack(view, end, value);
  while (at > end - digits) view.setUint8(--at, ZERO);
}

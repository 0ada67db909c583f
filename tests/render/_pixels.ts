import { inflateSync } from "node:zlib";

/** A picture taken apart by a reader that knows no more of PNG than the specification says. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 3 bytes a pixel. */
  readonly rgb: Uint8Array;
  /** The Description, where there is one. */
  readonly description: string | null;
}

/** Reads an 8-bit RGB or RGBA PNG; transparency is dropped. */
export function readPng(file: Uint8Array): Pixels {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const parts: Uint8Array[] = [];
  let description: string | null = null;
  let [width, height, channels] = [0, 0, 0];
  for (let at = 8; at < file.length;) {
    const length = view.getUint32(at);
    const type = new TextDecoder().decode(file.subarray(at + 4, at + 8));
    const data = file.subarray(at + 8, at + 8 + length);
    if (view.getUint32(at + 8 + length) !== crc(file.subarray(at + 4, at + 8 + length))) {
      throw new Error(`bad checksum of ${type}`);
    }
    if (type === "IHDR") {
      [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      if (data[8] !== 8 || data[12] !== 0) throw new Error("not 8 bits, or interlaced");
      channels = data[9] === 2 ? 3 : data[9] === 6 ? 4 : NaN;
    } else if (type === "IDAT") parts.push(data);
    else if (type === "iTXt") {
      description = new TextDecoder().decode(data.subarray("Description".length + 5));
    }
    at += length + 12;
  }
  const joined = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  parts.reduce((at, p) => (joined.set(p, at), at + p.length), 0);
  return {
    width,
    height,
    description,
    rgb: unfilter(inflateSync(joined), width, height, channels),
  };
}

function unfilter(raw: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels;
  const rgb = new Uint8Array(width * height * 3);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!;
    const row = raw.slice(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    for (let i = 0; i < stride; i++) {
      const left = i >= channels ? row[i - channels]! : 0;
      const corner = i >= channels ? above[i - channels]! : 0;
      const add = [0, left, above[i]!, (left + above[i]!) >> 1, paeth(left, above[i]!, corner)];
      row[i]! += add[filter]!;
    }
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) rgb[(y * width + x) * 3 + c] = row[x * channels + c]!;
    }
    above = row;
  }
  return rgb;
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let k = 0; k < 8; k++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

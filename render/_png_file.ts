import { zlibSync } from "fflate";

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ n >>> 1 : n >>> 1;
  return n;
});

/** What a PNG file of 8-bit RGB is made of. */
export interface PngImage {
  readonly width: number;
  readonly height: number;
  /** Each row is its filter type and 3 bytes a pixel. */
  readonly rows: Uint8Array;
  /** What the picture shows, kept in the file as its "Description". */
  readonly description: string;
}

/** Writes a PNG file (W3C, Portable Network Graphics, third edition). */
export function pngFile({ width, height, rows, description }: PngImage): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  const text = new TextEncoder().encode(`Description\0\0\0\0\0${description}`);
  const chunks = [
    chunk("IHDR", header),
    chunk("iTXt", text),
    chunk("IDAT", deflate(rows)),
    chunk("IEND", new Uint8Array(0)),
  ];
  const file = new Uint8Array(chunks.reduce((sum, c) => sum + c.length, SIGNATURE.length));
  file.set(SIGNATURE);
  let at = SIGNATURE.length;
  for (const part of chunks) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, checksum(bytes.subarray(4, data.length + 8)));
  return bytes;
}

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = CRC_TABLE[(crc ^ bytes[i]!) & 255]! ^ crc >>> 8;
  return ~crc >>> 0;
}

/** Compresses by the runtime's own zlib, which is faster, where it has one. */
function deflate(rows: Uint8Array): Uint8Array {
  return zlib === undefined ? zlibSync(rows, { level: 3 }) : zlib.deflateSync(rows, { level: 3 });
}

interface Zlib {
  deflateSync(data: Uint8Array, options: { readonly level: number }): Uint8Array;
}

interface Host {
  readonly process?: { getBuiltinModule?(name: "node:zlib"): Zlib | undefined };
}

/** Asked of the process and not imported, so that pages need not leave it out. */
const zlib = (globalThis as Host).process?.getBuiltinModule?.("node:zlib");

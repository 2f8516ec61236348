/**
 * Turns the bytes of a file into text: UTF-8, UTF-16 as Excel's "Unicode text" is, else windows-1252 as older programs write.
 * Files that hold no text (a workbook, a PDF, a picture) are told apart.
 */

const binaryBeginnings: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip, and with it a workbook of Excel
  [0x50, 0x4b, 0x05, 0x06],
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0xd0, 0xcf, 0x11, 0xe0], // older workbooks
  [0x1f, 0x8b], // gzip
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
];

/** So many bytes tell whether a file is text. */
const looked = 4096;

/** The text of a file without its byte-order mark, or null where it is no text. */
export function decodeFile(bytes: Uint8Array): string | null {
  const startsWith = (beginning: readonly number[]) =>
    beginning.every((byte, index) => bytes[index] === byte);
  if (startsWith([0xef, 0xbb, 0xbf]))
    return decoded(bytes, 'utf-8') ?? decoded(bytes.slice(3), 'windows-1252');
  if (startsWith([0xff, 0xfe])) return decoded(bytes, 'utf-16le');
  if (startsWith([0xfe, 0xff])) return decoded(bytes, 'utf-16be');
  if (binaryBeginnings.some(startsWith)) return null;
  const wide = wideOrder(bytes);
  if (wide !== null) return decoded(bytes, wide);
  if (hasControls(bytes)) return null;
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1252');
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: of ordinary letters every second byte is 0. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, looked);
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const half = start.length / 2;
  if (bytes.length % 2 !== 0 || half < 2) return null;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.05 ? 'utf-16be' : null;
}

/** True for bytes that no text has: a 0, or several control characters. */
function hasControls(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes.subarray(0, looked)) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32)) controls += 1;
  }
  return controls > 3;
}

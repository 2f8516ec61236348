/**
 * Links that carry a whole account after the #, which no browser sends to a server: `#1` and the document, or a short form
 * that names something the page has. What is written is read back before it is given out; what is read may be cut,
 * altered or made to do harm, and is never opened with other figures than were sent.
 */
import { failure, issue, type Result, success } from '@/engine/result';
import type { RuleSets } from '@/engine/rule-set';
import type { SimulatorDocument } from '@/io/document';
import { fromLinkItems, toLinkItems } from '@/io/link-fields';
import { parseLinkText, printLinkText } from '@/io/link-text';
import { readDocument } from '@/io/read-document';
import { isSameJson } from '@/io/same-json';

/** The version of the links that this app writes: that of the document they carry. */
const version = '1';

/** Browsers take more, but nothing that a link is sent by does. */
const mostCharacters = 100_000;

/** Ten thousand holdings take a fifth of it. */
const mostInflated = 2_000_000;

const checksumBytes = 4;

/** What a link leads to. */
export type Link =
  | { readonly kind: 'document'; readonly document: SimulatorDocument }
  | { readonly kind: 'preset' | 'lesson'; readonly id: string };

/** A document as the end of an address, beginning with `#`; null where no link can carry all of it. */
export async function encodeLink(document: SimulatorDocument): Promise<string | null> {
  const written = new TextEncoder().encode(printLinkText(toLinkItems(document)));
  // What one sends is what the other sees: half a character, say, would arrive as another one.
  if (!isSameJson(readWritten(written), document)) return null;
  const packed = await pump(() => new CompressionStream('deflate-raw'), written, mostCharacters);
  if (packed === null) return null;
  const bytes = new Uint8Array(checksumBytes + packed.length);
  new DataView(bytes.buffer).setUint32(0, checksumOf(packed));
  bytes.set(packed, checksumBytes);
  const link = `#${version}${toBase64Url(bytes)}`;
  return link.length > mostCharacters ? null : link;
}

/** What the end of an address leads to; null where it is no link of this app. Never throws. */
export async function readLink(hash: string, ruleSets: RuleSets): Promise<Result<Link | null>> {
  const short = /^#(preset|lesson)=(.*)$/s.exec(hash);
  if (short !== null)
    return success({ kind: short[1] === 'preset' ? 'preset' : 'lesson', id: short[2] ?? '' });
  if (!/^#\d/.test(hash)) return success(null);
  if (hash.length > mostCharacters) {
    const figures = { length: String(hash.length), atMost: String(mostCharacters) };
    return failure([issue('link-too-long', '', figures)]);
  }
  if (hash.charAt(1) > version) {
    return failure([issue('newer-version', '', { version: hash.charAt(1), newest: version })]);
  }
  const value = hash.charAt(1) === version ? await unpack(hash.slice(2)) : null;
  if (value === null) return failure([issue('broken-link', '')]);
  const read = readDocument(value, ruleSets);
  return read.ok ? success({ kind: 'document', document: read.value.document }, read.warnings) : read;
}

/** What a link carries, yet to be checked; null where it did not arrive as it was sent. */
async function unpack(base64: string): Promise<unknown> {
  const bytes = fromBase64Url(base64);
  if (bytes === null || bytes.length <= checksumBytes) return null;
  const packed = bytes.subarray(checksumBytes);
  if (new DataView(bytes.buffer).getUint32(0) !== checksumOf(packed)) return null;
  const written = await pump(() => new DecompressionStream('deflate-raw'), packed, mostInflated);
  return written === null ? null : readWritten(written);
}

function readWritten(written: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(written);
  } catch {
    return null;
  }
  const items = parseLinkText(text);
  return items === null ? null : fromLinkItems(items);
}

/** Small enough that a bomb is noticed before much of it has gone off. */
const sliceBytes = 1024;

/** Bytes through a stream; null where it refuses them, gives more than `most`, or is not known to the browser. */
async function pump(
  open: () => CompressionStream | DecompressionStream,
  bytes: Uint8Array,
  most: number,
): Promise<Uint8Array | null> {
  let stream: CompressionStream | DecompressionStream;
  try {
    stream = open();
  } catch {
    return null;
  }
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const fed = feed(writer, bytes);
  // Whatever goes wrong there is met below too.
  fed.catch(() => {});
  try {
    return await drain(reader, most);
  } catch {
    await Promise.allSettled([reader.cancel(), writer.abort()]);
    return null;
  }
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += sliceBytes) await writer.write(bytes.slice(at, at + sliceBytes));
  await writer.close();
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(parts, size);
    size += value.length;
    if (size > most) throw new Error('too much');
    parts.push(value);
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Null for anything that is not written exactly as `toBase64Url` writes it. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return toBase64Url(bytes) === text ? bytes : null;
}

/** CRC-32, as zip files have it: a changed or missing character does not go unnoticed. */
function checksumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

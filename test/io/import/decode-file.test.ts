// The bytes of a file become the text that was meant, whatever program wrote it.
import { describe, expect, it } from 'vitest';
import { decodeFile } from '@/io/import/decode-file';
import { readImport } from '@/io/import/read-import';

const table = 'Symbol\tShares\tPrice\nAAPL\t300\t228.40\nBRK–B\t−40\t498.10\n';
const utf8 = new TextEncoder().encode(table);
const wide = (order: 'le' | 'be', mark: boolean) => {
  const text = mark ? `\uFEFF${table}` : table;
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), order === 'le');
  return bytes;
};

describe('files that are text', () => {
  it.each([
    ['UTF-8', utf8],
    ['UTF-8 with its mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])],
    ['UTF-16, small end first, as Excel writes "Unicode text"', wide('le', true)],
    ['UTF-16, big end first', wide('be', true)],
    ['UTF-16 without a mark, small end first', wide('le', false)],
    ['UTF-16 without a mark, big end first', wide('be', false)],
  ])('%s', (_name, bytes) => {
    expect(decodeFile(bytes)).toBe(table);
  });

  it('windows-1252: a name with é, which is no UTF-8 there', () => {
    expect(decodeFile(Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x35]))).toBe('Café 5');
  });

  it('a minus that is no hyphen keeps its sign after all of it', () => {
    const reading = readImport(decodeFile(wide('le', true)) ?? '');
    expect(reading.ok && reading.found.accounts[0]?.rows.map(({ quantity }) => quantity)).toEqual([
      null,
      '300',
      '-40',
    ]);
  });
});

describe('files that are no text', () => {
  it.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
    ['an older workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
    ['a PDF', [...new TextEncoder().encode('%PDF-1.7\n')]],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
    ['bytes with a 0 among them', [0x41, 0x00, 0x42, 0x43, 0x44]],
  ])('%s', (_name, bytes) => {
    expect(decodeFile(Uint8Array.from(bytes))).toBeNull();
  });

  it('nothing is an empty text', () => {
    expect(decodeFile(new Uint8Array(0))).toBe('');
  });
});

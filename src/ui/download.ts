/** Hands a file to the person: the browser's own download, from a link that is never shown. */

const keptFor = 60_000;

/** Downloads text or a picture under a name. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the content only after a while.
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}

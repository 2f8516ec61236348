// A link as a QR code: for a phone that stands beside the screen. Dark on white in every look, as cameras want it.
import { useEffect, useRef } from 'react';
import { encode } from 'uqr';
import styles from './share.module.css';

/** The light edge that the standard asks for, in modules. */
const quietZone = 4;

/** About as wide as it is to be, in pixels. */
const wanted = 320;

/** The code of a text. */
export function QrCode({ text }: { readonly text: string }) {
  const picture = useRef<SVGSVGElement>(null);
  // Below a long dialog it would wait out of sight; it comes into view whole where there is room.
  useEffect(() => picture.current?.scrollIntoView?.({ block: 'nearest' }), []);
  const { data, size } = encode(text, { ecc: 'L', border: quietZone });
  // One run of dark modules is one stroke: far fewer pieces than squares.
  const path = data
    .flatMap((row, y) =>
      [
        ...row
          .map((isDark) => (isDark ? '1' : '0'))
          .join('')
          .matchAll(/1+/g),
      ].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`),
    )
    .join('');
  return (
    <svg
      ref={picture}
      role="img"
      aria-label="QR code of the link"
      className={styles.code}
      // Whole pixels for each module, or some are wider than others and cameras lose count.
      width={size * Math.max(3, Math.floor(wanted / size))}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

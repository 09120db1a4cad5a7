export interface DecodedText {
  readonly text: string;
  /** The WHATWG name of the encoding that was taken. */
  readonly encoding: string;
}

/** A byte order mark outranks every other hint. */
const BYTE_ORDER_MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

const DECLARED = /^[^<]{0,200}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/i;

/**
 * Reads bytes of unknown encoding: byte order mark, then strict UTF-8, then what the XML declaration says, then
 * windows-1252, in which every byte is a character. Senders label Windows bytes as UTF-8 more often than the reverse,
 * hence the label comes after the strict trial.
 *
 * @example
 * decodeBytes(new Uint8Array([0x50, 0xe9])).text; // 'Pé'
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  for (const mark of BYTE_ORDER_MARKS) {
    if (mark.bytes.every((byte, i) => bytes[i] === byte)) return decodeAs(bytes, mark.encoding);
  }
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return decodeAs(bytes, wide);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 600));
    const declared = DECLARED.exec(head)?.[1]?.toLowerCase();
    return decodeAs(bytes, declared === undefined || /^utf-?\d/.test(declared) ? 'windows-1252' : declared);
  }
}

/** UTF-16 without a mark: the zero bytes of Latin letters are all at even or all at odd places. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4) return undefined;
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0) return 'utf-16be';
  return undefined;
}

function decodeAs(bytes: Uint8Array, label: string): DecodedText {
  try {
    const decoder = new TextDecoder(label);
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    // A label that no decoder knows.
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

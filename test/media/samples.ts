/** Words that phones hide in a picture; none of them may be kept. */
export const secret = 'RAHASIA-GPS-2.7411S-106.4402E';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

/** One grey dot. */
const plainJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxD/2Q==',
  'base64',
);

function segment(code: number, body: Buffer): Buffer {
  const head = Buffer.of(0xff, code, 0, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A TIFF that says which side is up, and then tells everything. */
function tiff(side: number): Buffer {
  const head = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0]);
  const orientation = Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, side, 0, 0, 0]);
  const place = Buffer.from([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
  return Buffer.concat([head, orientation, place, Buffer.alloc(4), bytes(secret)]);
}

/** A JPEG as a phone makes it: with place, device, time, a comment, and something behind its end. `bytes`: its size. */
export function phoneJpeg({ side = 6, size = 0 }: { readonly side?: number; readonly size?: number } = {}): Buffer {
  const notes = [
    segment(0xe1, Buffer.concat([bytes('Exif\0\0'), tiff(side)])),
    segment(0xe1, bytes(`http://ns.adobe.com/xap/1.0/\0<x>${secret}</x>`)),
    segment(0xed, bytes(`Photoshop 3.0\0${secret}`)),
    segment(0xfe, bytes(secret)),
  ];
  const whole = Buffer.concat([plainJpeg.subarray(0, 2), ...notes, plainJpeg.subarray(2), bytes(secret)]);
  return size <= whole.length ? whole : Buffer.concat([whole, Buffer.alloc(size - whole.length)]);
}

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length);
  head.write(name, 4, 'latin1');
  // No reader of ours looks at the check sum.
  return Buffer.concat([head, body, Buffer.alloc(4)]);
}

export function phonePng(): Buffer {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('eXIf', tiff(1)),
    chunk('tEXt', bytes(`Location\0${secret}`)),
    chunk('IDAT', Buffer.from([0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0, 1])),
    chunk('tIME', bytes(secret)),
    chunk('IEND', Buffer.alloc(0)),
    bytes(secret),
  ]);
}

function riff(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

export function phoneWebp(): Buffer {
  const body = Buffer.concat([
    bytes('WEBP'),
    riff('VP8X', Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    riff('VP8L', Buffer.from([0x2f, 0, 0, 0, 0])),
    riff('EXIF', tiff(1)),
    riff('XMP ', bytes(secret)),
  ]);
  return Buffer.concat([riff('RIFF', body), bytes(secret)]);
}

export function pdf(): Buffer {
  return bytes('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
}

/** An archive with empty files of these names, as the office formats are. */
export function archive(names: readonly string[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const name of names) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, bytes(name));
    entries.push(entry, bytes(name));
    at += 30 + name.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

export const docx = (): Buffer => archive(['[Content_Types].xml', 'word/document.xml']);

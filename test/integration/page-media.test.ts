import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { pdf } from '../media/samples.ts';
import { mediaFlows } from './open-media-house.ts';
import { ask, hasChromium, openPage, openService } from './open-page.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();

const serve = () => {
  const folder = newFolder();
  return openService(join(folder, 'data'), mediaFlows(folder));
};

describe.skipIf(!hasChromium)('pictures and documents on the try-out page', () => {
  test('are sent, shown as they are kept, and may be saved', async () => {
    const { port } = await serve();
    const { phone, complaints } = await openPage(port);
    const { section, type, hears, tap } = phone('Warga 1');
    await type('lampu');
    await hears('Mohon fotonya');
    await section.getByRole('button', { name: 'Lampirkan' }).click();
    await section.getByRole('button', { name: 'Foto contoh' }).click();
    await hears('1 foto kami terima');
    await tap('Selesai');
    await hears('Di jalan apa');
    await type('Jl. Merdeka');
    // The card is the last of what comes at once; the place stands before it.
    await hears('Kantor');
    expect(await section.getByText('Petanya di sini').count()).toBe(1);
    const pictures = section.getByRole('img', { name: 'Gambar' });
    expect(await pictures.count()).toBe(2);
    const widths = pictures.evaluateAll((all) => all.map((one): unknown => Reflect.get(one, 'naturalWidth')));
    expect(await widths).toEqual([480, 480]);
    await type('surat');
    await hears('Mohon suratnya');
    const file = { name: 'surat tugas.pdf', mimeType: 'application/pdf', buffer: pdf() };
    await section.locator('input[type=file]').setInputFiles(file);
    await hears('Suratnya kami terima');
    await section.getByRole('link', { name: 'surat_tugas.pdf' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('what a phone of the page holds', () => {
  test('is shown as a picture only when it is one; the rest is only saved', async () => {
    const { port, service } = await serve();
    const script = service.simulator.files.put('a.jpg', Buffer.from('<script>alert(1)</script>')) ?? '';
    const host = { host: `127.0.0.1:${port}` };
    const { headers } = await ask(port, `/coba/berkas/${script}`, { headers: host });
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="a.jpg"',
      'x-content-type-options': 'nosniff',
    });
    expect((await ask(port, '/coba/berkas/1-tidak-ada', { headers: host })).status).toBe(404);
  });

  test('comes from the page itself and from nobody else', async () => {
    const { port } = await serve();
    const host = { host: `127.0.0.1:${port}` };
    const foreign = { ...host, origin: 'http://contoh.id' };
    expect((await ask(port, '/coba/berkas?nama=a', { headers: foreign, body: 'x' })).status).toBe(403);
    const own = { ...host, origin: `http://127.0.0.1:${port}` };
    const { status, body } = await ask(port, '/coba/berkas?nama=a%22%0A../b.jpg', { headers: own, body: 'x' });
    expect(status).toBe(200);
    expect(body).toMatch(/^\{"key":"\d+-[\w.-]+"\}$/u);
  });
});

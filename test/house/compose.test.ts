import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { secretNames, settingNames } from '../../src/config/config.ts';

interface Service {
  readonly build?: string;
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly mem_limit?: string;
  readonly restart?: string;
  readonly logging?: object;
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly configs?: readonly { readonly source: string }[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
  readonly profiles?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, { readonly file: string }>>;
  readonly configs?: Readonly<Record<string, { readonly file: string }>>;
}

const files = ['compose.yaml', 'compose.distributed.yaml'].map((file) => {
  const text = readFileSync(file, 'utf8');
  return { file, text, compose: parse(text, { merge: true }) as Compose };
});
const services = files.flatMap(({ file, compose }) =>
  Object.entries(compose.services).map(([name, service]) => ({ file, name, service, compose })),
);
const dockerfile = readFileSync('Dockerfile', 'utf8');
const isOurs = (service: Service): boolean => service.build !== undefined;

describe('the containers', () => {
  it.each(services)('$name of $file has only the rights it needs', ({ service }) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: 'unless-stopped',
      logging: { options: { 'max-size': '10m' } },
    });
    expect(service.mem_limit).toMatch(/^\d+m$/u);
    const user = isOurs(service) ? /^USER (\w+)$/mu.exec(dockerfile)?.[1] : service.user;
    expect(user).toMatch(/^(?!root)[a-z]+$/u);
  });

  it.each(services)('$name of $file is reached from this machine alone', ({ service }) => {
    expect((service.ports ?? []).filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it.each(services.filter(({ service }) => !isOurs(service)))('$name of $file is pinned', ({ service }) => {
    expect(service.image).toMatch(/^[a-z/]+:v?\d+\.\d+/u);
  });

  it.each(services)('$name of $file names only what exists', ({ service, compose }) => {
    const mounted = (service.configs ?? []).map(({ source }) => compose.configs?.[source]?.file ?? source);
    expect(mounted.filter((file) => !existsSync(file))).toEqual([]);
    expect((service.secrets ?? []).filter((name) => compose.secrets?.[name] === undefined)).toEqual([]);
    const volumes = (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
    expect(volumes.filter((name) => !Object.hasOwn(compose.volumes ?? {}, name))).toEqual([]);
  });

  it.each(services)('$name of $file waits for what can tell that it is ready', ({ service, compose }) => {
    for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(condition).toBe('service_healthy');
      expect(compose.services[name]?.healthcheck).toBeDefined();
    }
  });

  it.each(services.filter(({ service }) => isOurs(service)))('$name of $file sets only settings', ({ service }) => {
    const names = Object.keys(service.environment ?? {});
    const known = [...settingNames, ...secretNames.map((name) => `${name}_FILE`)];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(4);
  });
});

describe('the secrets', () => {
  const distributed = files[1]?.compose;

  it.each(files)('stand nowhere in $file', ({ text }) => {
    const given = [...text.matchAll(/^\s+(\w*(?:KEY|TOKEN|SECRET|PASSWORD|_URL)\w*): *(.+)$/gmu)];
    const plain = given.filter(([, , value]) => !/^(?:\/run\/secrets\/\w+|\$\{\w+:-\})$/u.test(value ?? ''));
    expect(plain.map((match) => match[1])).toEqual([]);
    expect(given.length).toBeGreaterThan(3);
    expect(text).not.toMatch(/:\/\/[^\s/]*:[^\s/]*@/u);
  });

  it('of the distributed form come from files, each of which the script makes', () => {
    const script = readFileSync('docker/make-secrets.sh', 'utf8');
    for (const [name, { file }] of Object.entries(distributed?.secrets ?? {})) {
      expect(file).toBe(`secrets/${name}`);
      expect(script).toContain(`| keep ${name}\n`);
    }
    expect(readFileSync('.gitignore', 'utf8')).toContain('secrets/\n');
  });

  it('are all of those that the service can take, those of WhatsApp in a file of their own', () => {
    const overlay = parse(readFileSync('compose.whatsapp-cloud.yaml', 'utf8'), { merge: true }) as Compose;
    for (const name of secretNames) {
      const { services: ours, secrets } = name.startsWith('WHATSAPP_CLOUD_') ? overlay : (distributed ?? overlay);
      const file = ours['worker']?.environment?.[`${name}_FILE`] ?? '';
      expect(ours['worker']?.secrets).toContain(file.replace('/run/secrets/', ''));
      expect(secrets?.[file.replace('/run/secrets/', '')]).toBeDefined();
    }
  });
});

describe('the image', () => {
  it('runs Node as `npm start` does', () => {
    const { start } = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }).scripts;
    const flags = start.replace('--import tsx ', '').split(' ').slice(1, -1);
    expect(dockerfile).toContain(`NODE_OPTIONS=${flags.join(' ')} `);
  });

  it('says itself whether it is healthy', () => {
    expect(dockerfile).toMatch(/^HEALTHCHECK .*--start-period=\d+s/mu);
    expect(dockerfile).toContain("'/health'");
  });

  it('copies only what the build may see', () => {
    const seen = readFileSync('.dockerignore', 'utf8');
    const copied = [...dockerfile.matchAll(/^COPY (.+) \S+$/gmu)].flatMap((match) => (match[1] ?? '').split(' '));
    expect(copied.filter((name) => !existsSync(name) || !seen.includes(`!${name}\n`))).toEqual([]);
    expect(copied.length).toBeGreaterThan(5);
  });
});

describe('the alerts', () => {
  const alerts = readFileSync('docker/prometheus/alerts.yaml', 'utf8');

  it('ask only for figures that are measured', () => {
    const code = ['measure', 'measure-process']
      .map((name) => readFileSync(`src/app/watching/${name}.ts`, 'utf8'))
      .join('\n');
    const asked = [...alerts.matchAll(/\b(?:gelombang|process|nodejs)_\w+/gu)].map((match) => match[0]);
    expect(asked.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
    expect(asked.length).toBeGreaterThan(10);
  });

  it('each stand in the technician’s page with what to do', () => {
    const page = readFileSync('docs/operasi.md', 'utf8');
    const names = [...alerts.matchAll(/alert: (\w+)/gu)].map((match) => match[1] ?? '');
    expect(names.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
  });
});

/* oxlint-disable typescript/no-unsafe-argument, typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-member-access, typescript/no-unsafe-return, typescript/require-array-sort-compare -- its packages are not installed here, so nothing has a type */

/**
 * Makes fixtures/bot-api.schema.json: the requests of the methods below as the documentation has them, from the types
 * and comments of @grammyjs/types. The generator wants a TypeScript that is not ours, so it runs in a folder apart:
 *
 *   mkdir /tmp/schema && cd /tmp/schema && npm install @grammyjs/types@5.0.0 ts-json-schema-generator@2.9.0
 *   cp <repo>/test/peers/telegram/make-schema.mjs . && node make-schema.mjs > <repo>/test/peers/telegram/fixtures/bot-api.schema.json
 *
 * Limits are read from the comments ("1-4096 characters", "1-64 bytes"). Left out: `rich_message` (a hundred
 * definitions that no method here needs).
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { createGenerator } from 'ts-json-schema-generator';
import ts from 'typescript';

const methods = [
  'answerCallbackQuery',
  'deleteMyCommands',
  'deleteWebhook',
  'editMessageReplyMarkup',
  'editMessageText',
  'getFile',
  'getMe',
  'getMyCommands',
  'getUpdates',
  'getWebhookInfo',
  'sendChatAction',
  'sendContact',
  'sendDocument',
  'sendLocation',
  'sendMessage',
  'sendPhoto',
  'setMyCommands',
  'setWebhook',
];
const types = 'node_modules/@grammyjs/types/';

/** The generator fails on the mapped types around the methods, so their parameters are copied out as interfaces. */
function writeInput() {
  const text = readFileSync(`${types}methods.d.ts`, 'utf8');
  const source = ts.createSourceFile('methods.d.ts', text, ts.ScriptTarget.Latest, true);
  const imports = source.statements.filter((node) => ts.isImportDeclaration(node)).map((node) => node.getText());
  const api = source.statements.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === 'ApiMethods');
  const parameters = methods.map((method) => {
    const [parameter] = api.type.members.find((node) => node.name?.getText() === method).parameters;
    return `interface Of_${method} ${parameter?.type.getFullText() ?? '{}'}`;
  });
  const all = `export interface Calls { ${methods.map((method) => `${method}: Of_${method};`).join(' ')} }`;
  const lines = [...imports.map((line) => line.replace('"./', `"./${types}`)), 'type F = string;', ...parameters, all];
  writeFileSync('input.ts', lines.join('\n'));
  const compilerOptions = { module: 'nodenext', target: 'es2023', strict: true, skipLibCheck: true, types: [] };
  writeFileSync('tsconfig.json', JSON.stringify({ compilerOptions, files: ['input.ts'] }));
}

/** What a comment says about the size of its field. */
function limitsOf({ type, description = '' }) {
  const [, low, high, unit] = /(\d+)\s*-\s*(\d+)(?: (characters|bytes))?/u.exec(description) ?? [];
  if (low === undefined) return {};
  if (type === 'string' && unit === 'characters') return { minLength: Number(low), maxLength: Number(high) };
  if (type === 'string' && unit === 'bytes') return { minLength: Number(low), maxBytes: Number(high) };
  return type === 'number' ? { minimum: Number(low), maximum: Number(high) } : {};
}

function reduce(node) {
  if (Array.isArray(node)) return node.map((item) => reduce(item));
  if (typeof node !== 'object' || node === null) return node;
  const limits = typeof node.description === 'string' ? limitsOf(node) : {};
  const kept = Object.entries(node).filter(
    ([key, value]) => !(key === 'description' && typeof value === 'string') && key !== 'rich_message',
  );
  return { ...Object.fromEntries(kept.map(([key, value]) => [key, reduce(value)])), ...limits };
}

/** Only the definitions that can be reached. */
function reachable(properties, definitions) {
  const found = new Set();
  const visit = (node) => {
    for (const [, name] of JSON.stringify(node).matchAll(/"#\/definitions\/([^"]+)"/gu)) {
      const key = decodeURIComponent(name);
      if (found.has(key)) continue;
      found.add(key);
      visit(definitions[key]);
    }
  };
  visit(properties);
  return Object.fromEntries([...found].toSorted().map((key) => [key, definitions[key]]));
}

writeInput();
const whole = createGenerator({
  path: 'input.ts',
  tsconfig: 'tsconfig.json',
  type: 'Calls',
  additionalProperties: false,
  skipTypeCheck: true,
  topRef: false,
}).createSchema('Calls');
const { properties, definitions } = reduce({ properties: whole.properties, definitions: whole.definitions });
const comment = 'Made by ../make-schema.mjs from @grammyjs/types 5.0.0 (MIT). Do not edit.';
console.log(
  JSON.stringify({ $comment: comment, definitions: reachable(properties, definitions), properties }, null, 1),
);

import { main } from './cli/main.ts';

// The door: `npm start -- --empty` is `gelombang serve --empty`.
process.exitCode = await main(['serve', ...process.argv.slice(2)]);

import { leave } from './cli/leave.ts';
import { main } from './cli/main.ts';

// The door: `npm start -- --empty` is `gelombang serve --empty`.
leave(await main(['serve', ...process.argv.slice(2)]));

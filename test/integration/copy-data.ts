import { backup } from '../../src/store/sqlite/backup.ts';

// A backup from a process of its own: copies the folder named first into the file named second, and prints its report.
const [, , dataDir = '', to = ''] = process.argv;
console.log(JSON.stringify(backup({ dataDir, to })));

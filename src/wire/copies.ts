/** Copies of the data folder, for the commands that make them and put them back. */
export { backup } from '../store/sqlite/backup.ts';
export { restore } from '../store/sqlite/restore.ts';

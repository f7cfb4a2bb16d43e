// The health check of the database. The first one that finds it running begins the replica set of one; the others only
// ask whether it takes writes. Twice, or after a crash in between, is harmless. An error ends mongosh with code 1.
const admin = new Mongo('mongodb://127.0.0.1:27017/?directConnection=true').getDB('admin');
admin.auth('root', fs.readFileSync('/run/secrets/mongodb_root_password', 'utf8').trim());
try {
  admin.adminCommand({ replSetGetStatus: 1 });
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error;
  admin.adminCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] } });
}
if (!admin.hello().isWritablePrimary) quit(1);

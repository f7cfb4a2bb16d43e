// Run once by the image, on an empty volume: the service may read and write its own database and nothing else.
db.getSiblingDB('gelombang').createUser({
  user: 'gelombang',
  pwd: fs.readFileSync('/run/secrets/mongodb_password', 'utf8').trim(),
  roles: [{ role: 'readWrite', db: 'gelombang' }],
});

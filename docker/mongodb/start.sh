#!/bin/sh
# mongod takes a key file only when it belongs to its own user and is closed to everybody else; no mounted file is.
set -eu
install -m 400 /run/secrets/mongodb_keyfile /tmp/keyfile
exec docker-entrypoint.sh "$@"

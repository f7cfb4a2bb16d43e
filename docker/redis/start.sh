#!/bin/sh
# The password goes through a file in memory, so that no list of processes shows it.
set -eu
umask 077
printf 'requirepass %s\n' "$(cat /run/secrets/redis_password)" > /tmp/redis.conf
exec redis-server /tmp/redis.conf "$@"

#!/bin/sh
# Makes the files of `secrets/`, once: a file that is there stays as it is, so it may be run again.
# The folder is closed to everybody else on this machine; the files themselves must be readable inside the containers,
# where each service runs as a user of its own. Prints in Indonesian, because a technician reads it.
set -eu
cd "$(dirname "$0")/.."
umask 077
command -v openssl >/dev/null || { echo 'Pasang openssl dahulu: apt-get install openssl'; exit 1; }
mkdir -p secrets
chmod 700 secrets

keep() {
  if [ -s "secrets/$1" ]; then
    echo "sudah ada   secrets/$1"
    cat > /dev/null
  else
    rm -f "secrets/$1"
    cat > "secrets/$1"
    echo "dibuat      secrets/$1"
  fi
  chmod 444 "secrets/$1"
}

openssl rand -base64 32 | keep gelombang_key
openssl rand -hex 24 | keep mongodb_root_password
openssl rand -hex 24 | keep mongodb_password
openssl rand -base64 756 | keep mongodb_keyfile
openssl rand -hex 24 | keep redis_password
echo "mongodb://gelombang:$(cat secrets/mongodb_password)@mongodb:27017/gelombang?replicaSet=rs0" | keep mongodb_url
echo "redis://:$(cat secrets/redis_password)@redis:6379" | keep redis_url
openssl rand -hex 32 | keep telegram_webhook_secret
openssl rand -hex 32 | keep metrics_token

# Ours are made; this one @BotFather made.
if [ ! -s secrets/telegram_bot_token ]; then
  printf 'Token bot dari @BotFather: '
  read -r token
  if [ -z "$token" ]; then
    echo 'Tokennya kosong. Jalankan lagi kalau tokennya sudah ada; yang sudah dibuat tidak berubah.'
    exit 1
  fi
  echo "$token" | keep telegram_bot_token
fi

echo
echo "Salin secrets/gelombang_key ke tempat lain yang aman: tanpa kunci itu datanya tidak dapat dibaca siapa pun."

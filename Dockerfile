# Node itself reads the TypeScript files: there is no build step, and node is process 1, so that signals reach it.
FROM node:24-bookworm-slim AS core

WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force
COPY bin bin
COPY src src
COPY flows flows
COPY locales locales
COPY LICENSE NOTICE ./

# The flag keeps garbage from travelling far, as in `npm start`. It stands before the warm start, because V8 takes its
# cached code back only under the flags it was made with.
ENV NODE_ENV=production NODE_OPTIONS=--max-semi-space-size=4 NODE_COMPILE_CACHE=/app/.cache \
  HOST=0.0.0.0 DATA_DIR=/data SIMULATOR=off
# A warm compile cache halves every later start: that of an empty service fills it, and what only several processes load.
RUN ln -s /app/bin/gelombang.js /usr/local/bin/gelombang && mkdir -p /data /app/.cache \
  && DATA_DIR=/tmp/warm gelombang doctor && rm -rf /tmp/warm \
  && node -e "Promise.all([import('./src/store/mongo/mongo.ts'), import('./src/queue/bullmq/bullmq.ts')])" \
  && chown -R node:node /data /app/.cache

USER node
VOLUME /data
EXPOSE 3000
# A start may wait for a database that is only just awake.
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["gelombang", "serve", "--empty"]

# With the unofficial WhatsApp client: `docker build --target with-baileys .` This image as a whole is under the
# AGPL-3.0-or-later, source included, when it is passed on (NOTICE).
FROM core AS with-baileys
USER root
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force \
  && node -e "import('@whiskeysockets/baileys').then(() => process.exit())"
USER node

# What is built when no target is named.
FROM core

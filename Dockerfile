# Auspex in a container: docs/operator.md, "Let it run". The program needs Node.js and nothing else.
FROM node:24-bookworm-slim AS build
WORKDIR /auspex
COPY package.json package-lock.json .npmrc tsconfig.json ./
COPY scripts scripts
COPY src src
COPY data data
RUN npm ci && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /auspex
COPY --from=build /auspex/node_modules node_modules
COPY --from=build /auspex/dist dist
COPY LICENSE package.json ./
COPY data data
RUN mkdir /data && chown node:node /data
USER node
ENV AUSPEX_DATA=/data AUSPEX_HOST=0.0.0.0
VOLUME /data
EXPOSE 4173
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:4173/api/v1/status').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli.js"]
CMD ["start"]

# The dashboard is built with tools that the image itself does not keep.
FROM node:24-slim AS dashboard
WORKDIR /app
COPY . .
RUN npm ci --omit=optional && npm run build -w dashboard

# One image for every role: docker run kusanya api | worker | migrate | all
FROM node:24-slim
WORKDIR /app

# The manifests first: dependencies are installed again only when one of these changes.
COPY package.json package-lock.json .npmrc ./
COPY cli/package.json cli/
COPY domain/package.json domain/
COPY mpesa/package.json mpesa/
COPY simulator/package.json simulator/
COPY sdk/package.json sdk/
COPY server/package.json server/
COPY dashboard/package.json dashboard/
# What is optional is Node and PostgreSQL from npm: the image has its own Node and is given DATABASE_URL.
RUN npm ci --omit=dev --omit=optional && npm cache clean --force

COPY . .
COPY --from=dashboard /app/dashboard/dist dashboard/dist
RUN mkdir /data && chown node:node /data

ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 KUSANYA_DATA=/data
VOLUME /data
EXPOSE 4000
USER node

# `exec env`: node becomes process 1 and hears SIGTERM itself.
ENTRYPOINT ["/bin/sh", "-c", "exec env KUSANYA_ROLE=\"$1\" node server/src/main.ts", "kusanya"]
CMD ["all"]

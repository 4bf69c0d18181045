#!/bin/sh
# Gathers the entries of feed files into stories with the pipeline's own filters; no site, no database.
#   examples/filter-chain.sh feed.xml …
set -eu
auspex=${AUSPEX:-npx auspex}
# What jq would do, without asking for it.
each() { node -e "const input = require('fs').readFileSync(0, 'utf8'); $1"; }

for feed in "$@"; do
  $auspex parse "$feed" | each "for (const { link, title, summary, published } of JSON.parse(input).items)
    console.log(JSON.stringify({ id: link, title, text: summary, date: published, publisher: '$feed' }))"
done |
  $auspex cluster --final |
  each "for (const { story, id } of input.trim().split('\n').map((line) => JSON.parse(line))) console.log(story + '\t' + id)" |
  sort -n

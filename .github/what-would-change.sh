#!/usr/bin/env bash
# The stacks of two cloud assemblies compared, as Markdown: what-would-change.sh BEFORE AFTER, run where `npx cdk` is.
set -euo pipefail
before=$1
after=$2

stacks() { (cd "$1" && ls -- *.template.json 2>/dev/null | sed 's/\.template\.json$//'); }

echo '### What would change in production'
for stack in $(stacks "$after"); do
  printf '\n<details><summary><code>%s</code></summary>\n\n```\n' "$stack"
  if [ -f "$before/$stack.template.json" ]; then
    npx cdk diff --no-color --exclusively --app "$after" "$stack" --template "$before/$stack.template.json" 2>&1
  else
    echo 'A new stack.'
  fi
  printf '```\n</details>\n'
done
for stack in $(stacks "$before"); do
  [ -f "$after/$stack.template.json" ] || printf '\n`%s` is no longer made. Deploying does not delete it.\n' "$stack"
done

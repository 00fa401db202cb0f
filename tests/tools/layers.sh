#!/bin/sh
# Fails when a layer includes one above it, or a library outside the layer that owns it, or when the table of layers in
# src/README.md has other rows than the one here, which is the architecture.
set -eu
cd "$(dirname "$0")/../.."
allowed='base:
door:
confine: base
yaml: base
text: base
words: base yaml text
gfx: base text
block: base yaml text words gfx
pack: base yaml text words gfx block
store: base confine yaml text pack
ui: base text words gfx
platform: base confine text gfx ui
screen: base yaml text words gfx block pack store ui
app: base yaml text words gfx block pack store ui platform screen
staff: base yaml text words gfx block pack store ui platform screen app
visit: base yaml text words gfx block pack store ui platform screen app
command: base confine yaml text words gfx block pack store ui platform screen app staff visit'
status=0
for dir in src/*/; do
    layer=$(basename "$dir")
    below=$(echo "$allowed" | sed -n "s/^$layer://p")
    echo "$allowed" | grep -q "^$layer:" || { echo "src/$layer: no row in tests/tools/layers.sh"; status=1; }
    files=$(find "$dir" -name '*.[ch]')
    for included in $(grep -ho '^#include "[a-z]*/' $files | cut -d'"' -f2 | tr -d / | sort -u); do
        case " $layer $below " in
        *" $included "*) ;;
        *) grep -n "^#include \"$included/" $files | sed "s|\$| (src/$layer may not use src/$included)|"; status=1 ;;
        esac
    done
done
owner() { # header pattern, layers that may include it
    for file in $(grep -lE "^#include <($1)" -r src || true); do
        layer=${file#src/}
        case " $2 " in *" ${layer%%/*} "*) ;; *) echo "$file: <$1> belongs to: $2"; status=1 ;; esac
    done
}
owner 'yaml\.h' 'yaml'
owner 'SDL' 'platform'
owner 'unicode/' 'text'
owner 'qrcodegen' 'gfx'
owner 'sodium' 'store'
for layer in $(echo "$allowed" | cut -d: -f1); do
    grep -q "^| \`$layer/\` |" src/README.md || { echo "src/README.md: its table of layers has no row for $layer/"; status=1; }
done
for layer in $(sed -n 's,^| `\([a-z]*\)/` |.*,\1,p' src/README.md); do
    echo "$allowed" | grep -q "^$layer:" || { echo "src/README.md: $layer/ is no layer"; status=1; }
done
[ $status = 0 ] && echo "layers: every include goes down"
exit $status

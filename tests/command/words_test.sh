#!/bin/sh
# The words of the interface: each that the program asks for is there, and each language has the same keys and the same {places}.
set -u
export LC_ALL=C.UTF-8 # what [a-z] means to grep and awk is not the same everywhere
cd "$(dirname "$0")/../.." || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=0
failed=0
say() { # what, file with what is wrong
    count=$((count + 1))
    if [ -s "$2" ]; then
        failed=1
        echo "not ok $count - $1"
        sed 's/^/# /' "$2"
    else
        echo "ok $count - $1"
    fi
}

# Keys of a file, each with the {places} of its forms, in order and once.
keys_of() {
    awk '
    function flush(  i, n, line) {
        if (key == "") return
        n = 0
        line = key
        for (place in places) list[++n] = place
        for (i = 2; i <= n; i++)
            for (j = i; j > 1 && list[j] < list[j - 1]; j--) { swap = list[j]; list[j] = list[j - 1]; list[j - 1] = swap }
        for (i = 1; i <= n; i++) line = line " " list[i]
        print line
        split("", places)
    }
    /^[ ]*#/ { next }
    /^[a-z0-9-]+:/ { flush(); key = $0; sub(/:.*/, "", key) }
    { rest = $0; while (match(rest, /\{[a-z-]+\}/)) { places[substr(rest, RSTART, RLENGTH)]; rest = substr(rest, RSTART + RLENGTH) } }
    END { flush() }' "$1" | LC_ALL=C sort
}

# What word(), word_count() and word_with() are asked for: every text in the argument that is the key.
asked_for() {
    find src -name '*.c' -exec cat {} + | tr '\n' ' ' | awk '
    BEGIN { at_argument["word("] = 2; at_argument["word_count("] = 3; at_argument["word_with("] = 3 }
    {
        rest = $0
        while (match(rest, /[^a-z_]word(_count|_with)?\(/)) {
            call = substr(rest, RSTART + 1, RLENGTH - 1)
            rest = substr(rest, RSTART + RLENGTH)
            depth = argument = 1
            quoted = 0
            for (i = 1; i <= 600 && depth > 0; i++) {
                c = substr(rest, i, 1)
                if (c == "\"") {
                    if (quoted && depth == 1 && argument == at_argument[call]) print text
                    quoted = !quoted
                    text = ""
                } else if (quoted) text = text c
                else if (c == "(" || c == "[" || c == "{") depth++
                else if (c == ")" || c == "]" || c == "}") depth--
                else if (c == "," && depth == 1) argument++
            }
        }
    }' | LC_ALL=C sort -u
}

keys_of assets/ui/en.yaml >"$work/en"
cut -d ' ' -f 1 "$work/en" >"$work/keys"
asked_for >"$work/asked"
[ "$(wc -l <"$work/asked")" -ge 100 ] || echo "only $(wc -l <"$work/asked") words are found in src: is this test still reading it?" >"$work/few"
say "the words that the program asks for are found ($(wc -l <"$work/asked") of them)" "$work/few"
LC_ALL=C comm -23 "$work/asked" "$work/keys" | sed 's/$/ is asked for, but it is not in assets\/ui\/en.yaml/' >"$work/missing"
say "each word that the program asks for is there" "$work/missing"
for file in assets/ui/*.yaml; do
    keys_of "$file" >"$work/other"
    diff "$work/en" "$work/other" | sed -n 's/^< /en has: /p; s/^> /here:   /p' >"$work/different"
    say "$(basename "$file") has the keys and places of en.yaml" "$work/different"
done
# Many keys are put together or kept in tables, so a key counts as used if any text in src is it, or is its beginning.
find src -name '*.[ch]' -exec grep -oh '"[a-z][a-z0-9-]*[%"]' {} + | tr -d '"' | LC_ALL=C sort -u >"$work/texts"
awk 'NR == FNR { if (sub(/%$/, "")) starts[$0]; else whole[$0]; next }
    { used = $0 in whole; for (start in starts) if (index($0, start) == 1) used = 1; if (!used) print }' \
    "$work/texts" "$work/keys" >"$work/unused"
sed -i 's/$/ is asked for nowhere/' "$work/unused"
say "each word that is there is asked for" "$work/unused"
echo "1..$count"
exit $failed

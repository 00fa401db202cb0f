#!/bin/sh
# Prints the figures of the sources. With --check, what breaks the rules: a header that offers more than 25 functions, a file of
# more than 400 lines, a function of more than 60, a prototype without a comment. With --circles, the units of each circle.
# A comment counts for the prototype right below it, or on whose line it stands; a unit is X.c with X.h.
set -eu
cd "$(dirname "$0")/../.."
LC_ALL=C
export LC_ALL
mode=${1:-}
duplicated() { # bytes and files of test data that say what another file says
    find tests -type f -size +0 -exec sha256sum {} + | sort | awk 'seen[$1]++ { print substr($0, 67) }' | tr '\n' '\0' |
        xargs -0 -r wc -c | awk '$2 != "total" { bytes += $1; files++ } END { printf "%d bytes in %d files\n", bytes, files }'
}
find src -name '*.[ch]' | sort | xargs awk -v mode="$mode" -v duplicated="$(duplicated)" '
# The code of the line: comments and texts become blanks.
function code_of(line,   code, at) {
    code = ""
    while (line != "") {
        if (in_comment) {
            if (!(at = index(line, "*/"))) return code
            line = substr(line, at + 2)
            in_comment = 0
        } else if (!match(line, /\/\*|\/\/|"([^"\\]|\\.)*"|\047([^\047\\]|\\.)*\047/)) {
            return code line
        } else {
            code = code substr(line, 1, RSTART - 1) " "
            in_comment = substr(line, RSTART, 2) == "/*"
            if (substr(line, RSTART, 2) == "//") return code
            line = substr(line, RSTART + RLENGTH)
        }
    }
    return code
}
function braces(code) { return gsub(/{/, "{", code) - gsub(/}/, "}", code) }
function broken(what) { if (mode == "--check") print what; breaks++ }
function file_end() {
    if (file == "") return
    if (file ~ /\.c$/) { sources++; source_lines += lines; source_sizes[sources] = lines } else { headers++; header_lines += lines; offers[headers] = count_here }
    if (lines > 400) broken(file ": " lines " lines; 400 are the most")
    if (count_here > 25) broken(file ": offers " count_here " functions; 25 are the most")
    if (lines > longest) { longest = lines; longest_file = file }
    if (count_here > fullest) { fullest = count_here; fullest_header = file }
}
function prototype(code) {
    if (code ~ /^ *#/ || in_macro) { in_macro = code ~ /\\$/; return }
    if (depth == 0) {
        if (statement == "") { begins = FNR; said_above = comment_ended == FNR - 1 }
        statement = statement " " code
    }
    depth += braces(code)
    if (statement ~ /^ *$/ && depth == 0) { statement = ""; return }
    if (depth != 0 || code !~ /[;}] *$/) return
    if (statement !~ /typedef|^ *static|[{}]/ && match(statement, /[a-z][a-z0-9_]*\(/)) {
        count_here++
        prototypes++
        if (!said_above && $0 !~ /\*\/ *$/ && $0 !~ /\/\*/) {
            silent++
            broken(FILENAME ":" begins ": " substr(statement, RSTART, RLENGTH - 1) "() has no comment")
        }
    }
    statement = ""
}
function function_lines() {
    if ($0 ~ /^[A-Za-z].*\(/ && $0 !~ /;$/) starts = FNR
    if ($0 ~ /^{/) opened = starts
    if ($0 ~ /^}/ && opened) {
        sizes[++functions] = FNR - opened + 1
        if (sizes[functions] > longest_function) { longest_function = sizes[functions]; longest_at = FILENAME ":" opened }
        if (sizes[functions] > 60) broken(FILENAME ":" opened ": a function of " sizes[functions] " lines; 60 are the most")
        opened = 0
    }
    if ($0 ~ /^[A-Za-z].*\) *\{.*\}$/) sizes[++functions] = 1
}
function median(of, count,   i, below, at, seen, value) { # by counting: the numbers are small
    split("", seen)
    for (i = 1; i <= count; i++) seen[of[i]]++
    for (value = below = 0; below * 2 < count; value++) below += seen[value]
    return value - 1
}
function reach(from, root,   n, i, next_units) {
    if ((root, from) in reached) return
    reached[root, from]
    n = split(includes[from], next_units, " ")
    for (i = 1; i <= n; i++) reach(next_units[i], root)
}
function circles(   unit, other, in_circle, size, n, list) {
    for (unit in is_unit) { n = split(includes[unit], list, " "); for (i = 1; i <= n; i++) reach(list[i], unit) }
    for (unit in is_unit) {
        if (unit in in_circle || !((unit, unit) in reached)) continue
        list_text = ""
        size = 0
        for (other in is_unit)
            if ((unit, other) in reached && (other, unit) in reached) { in_circle[other]; list_text = list_text " " other; size++ }
        circle_count++
        circle_sizes = circle_sizes (circle_sizes ? ", " : "") size
        if (mode == "--circles") print size " units:" list_text
    }
}
FNR == 1 {
    file_end()
    file = FILENAME
    in_comment = depth = in_macro = count_here = opened = 0
    comment_ended = -1
    statement = ""
    unit = file
    sub(/\.[ch]$/, "", unit)
    sub(/^src\//, "", unit)
    is_unit[unit]
    wrote = 0
}
{
    lines = FNR
    was_comment = in_comment || $0 ~ /^ *\/[*\/]/
    code = code_of($0)
    if (was_comment && !in_comment && code ~ /^ *$/) comment_ended = FNR
    if (file ~ /\.h$/) prototype(code)
    function_lines()
    if (match($0, /^#include "[a-z_\/]+\.h"/)) {
        other = substr($0, 11, RLENGTH - 13)
        if (other != unit) includes[unit] = includes[unit] " " other
    }
    if (file ~ /^src\/screen\//) {
        rest = code
        while (match(rest, /[a-z_]*px\([^()]*, -?[0-9]+\)/)) { bare++; rest = substr(rest, RSTART + RLENGTH) }
    }
    if (!wrote && code ~ /own_state/) { wrote = 1; writers++ }
}
END {
    file_end()
    circles()
    if (mode == "--circles") exit
    if (mode == "--check") {
        if (!breaks) print "figures: no rule of the house is broken"
        exit breaks > 0
    }
    printf "%-44s %d .c of %d lines, %d .h of %d lines\n", "files", sources, source_lines, headers, header_lines
    printf "%-44s %d, %d (%s)\n", "lines of a .c: median, and longest file", median(source_sizes, sources), longest, longest_file
    printf "%-44s %d; %d, %d (%s)\n", "functions; lines: median, longest", functions, median(sizes, functions), longest_function, longest_at
    printf "%-44s %d, %d (%s)\n", "functions of a header: median, most", median(offers, headers), fullest, fullest_header
    printf "%-44s %d of %d\n", "prototypes without a comment of their own", silent, prototypes
    printf "%-44s %d%s\n", "circles of includes", circle_count, circle_count ? " (of " circle_sizes " units)" : ""
    printf "%-44s %d\n", "bare lengths in src/screen", bare
    printf "%-44s %d\n", "files that may change the state", writers
    printf "%-44s %s\n", "test data that is a copy", duplicated
}'

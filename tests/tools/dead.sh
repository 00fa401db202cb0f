#!/bin/sh
# Fails when a function that a header of src offers is used by nothing, by tests alone, or by no other file than its own (then it
# is static). Reads the sources as text: names in comments and strings do not count. words_test.sh does the same for words.
# What only tests use, and why it stays: a line each.
set -eu
cd "$(dirname "$0")/../.."
only_tests='
search_bytes: tests/bench prints it
search_word_count: tests/bench prints it
canvas_invalidate: tests draw everything anew, to compare with what was drawn in parts
support_count: tests see that no word got lost
'
found=$(find src tests -name '*.[ch]' | LC_ALL=C sort | xargs awk -v only_tests="$only_tests" '
# The code of the line, without comments, strings and characters.
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
# Collects the statements of a header that stand outside braces; the first name before a bracket is the function.
function prototypes_of(code) {
    if (code ~ /^ *#/ || was_macro) { was_macro = code ~ /\\$/; return }
    if (depth == 0) statement = statement " " code
    depth += braces(code)
    if (depth != 0 || code !~ /[;}] *$/) return
    if (statement !~ /typedef|static|[{}]/ && match(statement, /[a-z][a-z0-9_]*\(/))
        offered[substr(statement, RSTART, RLENGTH - 1)] = FILENAME
    statement = ""
}
BEGIN { for (count = split(only_tests, lines, "\n"); count > 0; count--) { split(lines[count], words, ":"); excused[words[1]] } }
FNR == 1 { in_comment = depth = was_macro = 0; statement = "" }
{
    code = code_of($0)
    is_header = FILENAME ~ /^src\/.*\.h$/
    if (is_header) prototypes_of(code)
    while (match(code, /[A-Za-z_][A-Za-z0-9_]*/)) {
        name = substr(code, RSTART, RLENGTH)
        code = substr(code, RSTART + RLENGTH)
        if (name !~ /^[a-z]/) continue
        if (FILENAME ~ /^tests/) { in_tests[name]; continue }
        if (is_header) { in_headers[name]++; continue }
        uses[name]++
        if (!((name, FILENAME) in seen)) { seen[name, FILENAME]; files[name]++; where[name] = FILENAME }
    }
}
END {
    for (name in offered) {
        if (in_headers[name] > 1 || files[name] > 1 || name in excused) continue
        if (uses[name] > 1 && !(name in in_tests)) problem = "is used in its own file alone: make it static"
        else if (uses[name] > 1) continue
        else if (name in in_tests) problem = "is used by tests alone"
        else problem = "is used by nothing"
        print offered[name] ": " name "() " problem
        status = 1
    }
    exit status
}') && status=0 || status=1
if [ $status = 0 ]; then echo "dead code: every function of a header is used"; else echo "$found" | LC_ALL=C sort; fi
exit $status

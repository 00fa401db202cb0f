#!/bin/sh
# What the command line answers, and where: words on the right stream, and the exit status.
cd "$(dirname "$0")/../.." || exit 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
number=0
report() { # true or false, name
    number=$((number + 1))
    if "$1"; then echo "ok $number - $2"; else
        echo "not ok $number - $2"
        head -n 20 "$scratch/out" "$scratch/err" | sed 's/^/# /'
    fi
}
answers() { # name, status, stream, words that it has, arguments of hearth ...
    name=$1 status=$2 stream=$3 words=$4
    shift 4
    "$HEARTH" "$@" >"$scratch/out" 2>"$scratch/err"
    found=$?
    other=err
    [ "$stream" = err ] && other=out
    good=false
    [ $found = "$status" ] && grep -qF -- "$words" "$scratch/$stream" && [ ! -s "$scratch/$other" ] && good=true
    report $good "$name"
}
answers 'help lists the commands' 0 out '  schema ' --help
answers 'version' 0 out 'hearth 1.0.0' --version
answers 'a command has help of its own' 0 out 'usage: hearth schema [--format json|markdown] [--write DIR]' schema --help
answers 'help wins over other arguments' 0 out 'usage: hearth check' check nowhere --help
answers 'the nearest command is suggested' 64 err 'there is no command "chekc"; did you mean "check"?' chekc
answers 'without a near one, help is' 64 err 'there is no command "frobnicate"; hearth --help lists them' frobnicate
answers 'an option is no command' 64 err 'there is no command "--bogus"' --bogus
answers 'wrong usage shows the right one' 64 err 'usage: hearth schema' schema --bogus x
answers 'format needs a value' 64 err '--format needs json or markdown' schema --format
answers 'format knows its values' 64 err '--format needs json or markdown' schema --format xml
answers 'write needs a folder' 64 err '--write needs a folder' schema --write
answers 'write is JSON' 64 err 'leave --format out' schema --format markdown --write "$scratch/x"
answers 'schema takes options only' 64 err 'it takes options only' schema page
answers 'a folder that cannot be made' 2 err '/dev/null/x' schema --write /dev/null/x
answers 'a locked player has no window' 64 err '--lock is for the whole display' play --lock --windowed 800x600
answers 'a script is not locked' 64 err '--lock is for the whole display' play --lock --script x
answers 'help says how to end it' 0 out 'Ctrl+Q' play --help
answers 'find needs words' 64 err 'usage: hearth find WORDS' find
answers 'find says that help comes first' 0 out 'help first' find 'my dad hits me'
answers 'find gives pages in order' 0 out '1 relationships/' find trust
answers 'find speaks a language' 0 out '1 relationships/' find confiance --lang fr content/relationships
answers 'find in a language that no pack has' 2 err 'no pack has the language "xx"' find trust --lang xx
answers 'find in no pack' 2 err 'nowhere' find trust nowhere
answers 'find takes what the field takes' 64 err 'at most 63 bytes' find 'one two three four five six seven eight nine ten eleven twelve thirteen'
answers 'schema prints all files of a pack' 0 out '"anyOf": [{"$ref": "#/definitions/pack"}' schema
answers 'markdown has a sample of a block' 0 out '- heading: ' schema --format markdown

"$HEARTH" schema >/dev/full 2>"$scratch/err"
status=$?
good=false
[ $status = 2 ] && good=true
report $good 'a full disk is no success'

"$HEARTH" schema --write "$scratch/schema/deep" >"$scratch/out" 2>"$scratch/err"
good=false
diff -r "$scratch/schema/deep" content/schema >"$scratch/out" 2>&1 && good=true
report $good 'content/schema is fresh (make docs)'

"$HEARTH" schema --format markdown >"$scratch/FORMAT.md" 2>"$scratch/err"
good=false
diff "$scratch/FORMAT.md" content/FORMAT.md >"$scratch/out" 2>&1 && good=true
report $good 'content/FORMAT.md is fresh (make docs)'

#!/bin/sh
# Prints compile_commands.json. Usage: compile_commands.sh 'COMPILER FLAGS' SOURCE ...
set -eu
compile=$1
shift
separator='['
for source in "$@"; do
    printf '%s\n{"directory": "%s", "file": "%s", "command": "%s -c %s"}' "$separator" "$PWD" "$source" "$compile" "$source"
    separator=','
done
echo ']'

#!/bin/sh
# Writes an assembler file that holds each file named, and the table embed_entries of embed.c. Names are kept as given.
set -eu
echo '.section .rodata'
i=0
for file; do
    printf 'name%d: .asciz "%s"\n.balign 16\nstart%d: .incbin "%s"\nend%d: .byte 0\n' $i "$file" $i "$file" $i
    i=$((i + 1))
done
echo '.section .data.rel.ro, "aw"'
echo '.balign 8'
echo '.globl embed_entries'
echo 'embed_entries:'
n=$i
i=0
while [ $i -lt $n ]; do
    printf '.quad name%d, start%d, end%d\n' $i $i $i
    i=$((i + 1))
done
echo '.quad 0, 0, 0'
echo '.section .note.GNU-stack, "", %progbits'

#!/bin/sh
# Writes a pack of N plain pages in four sections. Usage: tests/bench/pages.sh 10000 DIR
set -eu
count=$1
dir=$2
mkdir -p "$dir/en"
{
    echo 'hearth: 1
id: many
version: 1.0.0
languages: [en]
reading-grade: 12
sections:'
    for section in attachment symptoms treatment growth; do
        echo "  - id: $section
    colour: $section
    pages:"
        awk -v count="$count" -v name="$section" 'BEGIN {
            split("attachment symptoms treatment growth", names)
            for (i = 1; i <= count; i++) if (names[i % 4 + 1] == name) printf "      - {id: page-%d}\n", i }'
    done
    echo 'crisis:
  - {id: line, number: 9-8-8, verified: "", review-by: 2027-05-24}'
} >"$dir/pack.yaml"
cat >"$dir/en/pack.yaml" <<END
title: Many pages
summary: As many as anyone will ever write.
sections:
  attachment: {title: Attachment, line: How we are close, intro: One of four.}
  symptoms: {title: Symptoms, line: What it feels like, intro: Two of four.}
  treatment: {title: Treatment, line: What helps, intro: Three of four.}
  growth: {title: Growth, line: Small steps, intro: Four of four.}
library: {title: All topics, line: Everything, intro: Choose one.}
crisis:
  line: {name: Someone to talk to, note: Call or text.}
END
cp tests/packs/good/visit/en/crisis.yaml "$dir/en"
awk -v count="$count" -v dir="$dir/en" 'BEGIN {
    for (i = 1; i <= count; i++) {
        file = dir "/page-" i ".yaml"
        printf "title: Page number %d\nsummary: A plain page, one of many.\nline: One of many\nreviewed: 2026-11-24\nattract:\n  - {line: Page %d, text: One of many., public: yes}\nparts:\n", i, i >file
        for (part = 1; part <= 3; part++) {
            printf "  - title: Part %d\n    blocks:\n      - text: |\n", part >file
            for (line = 1; line <= 6; line++)
                printf "          Gardeners often turn the cool soil and forget the pot beside the path, day %d.\n", i >file
        }
        close(file)
    }
}'

#!/bin/sh
# A sample of the power cuts and failures; `make sweep` tries them all.
exec sh "$(dirname "$0")/sweep.sh"

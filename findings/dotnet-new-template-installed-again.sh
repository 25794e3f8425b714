#!/usr/bin/env bash
# .NET SDK 10.0.4xx: a template package that was packed again under the same version and installed again with --force stays registered
# twice, and no command of `dotnet new` finds its templates any more.
#
# Seen: `dotnet new install P.nupkg`, `dotnet pack` once more, `dotnet new install P.nupkg --force`: both end with 0; then
# `dotnet new NAME` ends with "Sequence contains more than one matching element". All in a hive of its own (--debug:custom-hive), as
# a test of a template does. What helps: another hive, or `dotnet new uninstall` first.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
echo "SDK $(dotnet --version)"
mkdir -p pack/content/one/.template.config
cat >pack/content/one/.template.config/template.json <<'J'
{ "author": "A", "classifications": ["Test"], "identity": "Finding.One", "name": "One", "shortName": "finding-one", "tags": { "type": "item" } }
J
echo text >pack/content/one/one.txt
cat >pack/Finding.Templates.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <PackageType>Template</PackageType>
    <PackageId>Finding.Templates</PackageId>
    <Version>1.0.0</Version>
    <TargetFramework>netstandard2.0</TargetFramework>
    <IncludeContentInPack>true</IncludeContentInPack>
    <IncludeBuildOutput>false</IncludeBuildOutput>
    <ContentTargetFolders>content</ContentTargetFolders>
    <EnableDefaultItems>false</EnableDefaultItems>
    <NoWarn>$(NoWarn);NU5128;NU5017</NoWarn>
  </PropertyGroup>
  <ItemGroup>
    <Content Include="content/**/*" />
  </ItemGroup>
</Project>
X
new() { dotnet new "$@" --debug:custom-hive "$work/hive"; }
pack() { dotnet pack -v q -o "$work" pack >/dev/null; }
pack
new install Finding.Templates.1.0.0.nupkg >/dev/null
new finding-one -o first >/dev/null && echo "created after the first installation"
echo more >>pack/content/one/one.txt
pack
new install Finding.Templates.1.0.0.nupkg --force >/dev/null && echo "installed again"
if said=$(new finding-one -o second 2>&1); then
  echo "created after the second installation: this has changed" >&2
  exit 1
fi
echo "$said" | tail -3
grep -q "more than one matching element" <<<"$said"

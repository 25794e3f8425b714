using System.Diagnostics;
using System.Text.RegularExpressions;
using DtcGen.IO;
using DtcGen.Tests.Shared;

namespace DtcGen.Onnx.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AWriteThatFailsLeavesTheOldFileAndNothingElse()
    {
        WholeFile.WriteText(_folder.File("a"), "old");
        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(_folder.File("a"), static temporary =>
        {
            File.WriteAllText(temporary, "half");
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(_folder.File("a")));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void WhatAKilledRunLeftGoesAtTheNextStartAndWhatIsBeingWrittenStays()
    {
        var name = NameOfATemporary("a");
        using var ended = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        ended.WaitForExit();
        var own = $".{Environment.ProcessId}.";
        var left = name.Replace(own, $".{ended.Id}.", StringComparison.Ordinal);
        var reused = Write(name.Replace("a.", "b.", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(reused, Process.GetCurrentProcess().StartTime.ToUniversalTime().AddHours(-1));
        string[] kept =
        [
            Write(name),
            Write(Regex.Replace(left, @"^a\.[^.]+", "a.another-machine")),
            Write("a.tmp"),
            Write($"a.{ended.Id}.tmp"),
        ];
        Write(left);

        WholeFile.ProbeFolder(_folder.Path);

        Assert.Equal(kept.Order(), Directory.GetFiles(_folder.Path).Order());
    }

    [Fact]
    public void AWriteRemovesWhatAKilledRunLeftOfTheSameFile()
    {
        var name = NameOfATemporary("a");
        using var ended = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        ended.WaitForExit();
        var left = name.Replace($".{Environment.ProcessId}.", $".{ended.Id}.", StringComparison.Ordinal);
        Write(left);
        var other = Write(left.Replace("a.", "b.", StringComparison.Ordinal));
        WholeFile.WriteText(_folder.File("a"), "new");
        Assert.Equal([_folder.File("a"), other], Directory.GetFiles(_folder.Path).Order());
    }

    private string NameOfATemporary(string file)
    {
        var name = "";
        WholeFile.Write(_folder.File(file), temporary =>
        {
            name = Path.GetFileName(temporary);
            File.WriteAllText(temporary, "");
        });
        File.Delete(_folder.File(file));
        return name;
    }

    private string Write(string name)
    {
        File.WriteAllText(_folder.File(name), "half");
        return _folder.File(name);
    }
}

using System.Security.Cryptography;
using DtcGen.Build;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Packages.Tests;

/// <summary>The build step that lets TorchSharp's native library load beside an old libstdc++, on small files made here.</summary>
public sealed class LoadableLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly BuildLog _log = new();

    private static ElfFile Library { get; } = new(
        ("libc.so.6", ["GLIBC_2.2.5", "GLIBC_2.34"]),
        ("libstdc++.so.6", ["GLIBCXX_3.4.30", "GLIBCXX_3.4.32", "GLIBCXX_3.4"]));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void OneVersionNeedBecomesWeakAndNothingElseChanges()
    {
        var bytes = Library.Bytes;
        Assert.True(LoadableLibrary.Weaken(bytes, LoadableLibrary.Version));

        var expected = Library.Bytes;
        expected[Library.FlagsOf("GLIBCXX_3.4.32")] = 2;
        Assert.Equal(expected, bytes);
    }

    [Fact]
    public void AVersionThatIsOnlyPartOfANameIsNotMeant()
    {
        var bytes = Library.Bytes;
        Assert.False(LoadableLibrary.Weaken(bytes, "GLIBCXX_3.4.3"));
        Assert.Equal(Library.Bytes, bytes);
    }

    [Theory]
    [InlineData(0, 63)] // the header cut short
    [InlineData(4, 64)] // 32 bits
    [InlineData(40, 200)] // the table of sections outside the file
    public void WhatIsNoSuchFileIsSaid(int place, int value)
    {
        var bytes = Library.Bytes;
        bytes[place] = (byte)value;
        bytes[place + 1] ^= (byte)(place == 40 ? 0x7f : 0);
        Assert.Throws<FormatException>(() => LoadableLibrary.Weaken(bytes, LoadableLibrary.Version));
    }

    [Fact]
    public void AKnownLibraryGetsACopyAndStaysAsItWas()
    {
        var task = Task(system: "GLIBCXX_3.4.29", known: true);
        Assert.True(task.Execute());

        var copy = Assert.Single(task.Copies);
        Assert.Equal(Path.Combine(_folder, "obj", "libLibTorchSharp.so"), copy.ItemSpec);
        Assert.Equal("TorchSharp", copy.GetMetadata("NuGetPackageId"));
        Assert.Equal(2, File.ReadAllBytes(copy.ItemSpec)[Library.FlagsOf("GLIBCXX_3.4.32")]);
        Assert.Equal(Library.Bytes, File.ReadAllBytes(Assert.Single(task.Replaced).ItemSpec));
        Assert.Single(_log.Messages, message => message.Contains(copy.ItemSpec));
        Assert.Empty(_log.Warnings);
    }

    [Fact]
    public void TheNextBuildKeepsTheCopyAndSaysNothing()
    {
        Task(system: "GLIBCXX_3.4.29", known: true).Execute();
        var written = File.GetLastWriteTimeUtc(Path.Combine(_folder, "obj", "libLibTorchSharp.so"));
        _log.Messages.Clear();

        var task = Task(system: "GLIBCXX_3.4.29", known: true);
        task.Execute();
        Assert.Equal(written, File.GetLastWriteTimeUtc(Assert.Single(task.Copies).ItemSpec));
        Assert.Empty(_log.Messages);
    }

    [Fact]
    public void ACopyThatIsALinkToThePackageIsReplacedNotWrittenThrough()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "obj"));
        File.CreateSymbolicLink(Path.Combine(_folder, "obj", "libLibTorchSharp.so"), Path.Combine(_folder, "libLibTorchSharp.so"));
        Task(system: "GLIBCXX_3.4.29", known: true).Execute();
        Assert.Equal(Library.Bytes, File.ReadAllBytes(Path.Combine(_folder, "libLibTorchSharp.so")));
    }

    [Fact]
    public void AnUnknownLibraryIsLeftAloneWithAWarningThatSaysWhatToDo()
    {
        var task = Task(system: "GLIBCXX_3.4.29", known: false);
        Assert.True(task.Execute());
        Assert.Empty(task.Copies);
        var warning = Assert.Single(_log.Warnings);
        Assert.Equal("DTC903", warning.Code);
        Assert.Contains("DtcGenOldLibstdcxx=false", warning.Message);
        Assert.Contains(Convert.ToHexString(SHA256.HashData(Library.Bytes)), warning.Message);
    }

    [Theory]
    [InlineData("GLIBCXX_3.4.32")] // new enough
    [InlineData(null)] // another C library: nothing to compare with
    public void OnOtherSystemsNothingHappens(string? system)
    {
        var task = Task(system, known: false);
        Assert.True(task.Execute());
        Assert.Empty(task.Copies);
        Assert.Empty(_log.Warnings);
        Assert.False(Directory.Exists(Path.Combine(_folder, "obj")));
    }

    private LoadableLibrary Task(string? system, bool known)
    {
        var library = Path.Combine(_folder, "libLibTorchSharp.so");
        File.WriteAllBytes(library, Library.Bytes);
        var libstdcxx = Path.Combine(_folder, "libstdc++.so.6");
        if (system is not null)
        {
            File.WriteAllText(libstdcxx, $"GLIBCXX_3.4.28\0{system}\0");
        }

        var item = new TaskItem(library);
        item.SetMetadata("NuGetPackageId", "TorchSharp");
        return new LoadableLibrary
        {
            BuildEngine = _log,
            Libraries = [item],
            KnownHashes = known ? [Convert.ToHexString(SHA256.HashData(Library.Bytes))] : [new string('0', 64)],
            Folder = Path.Combine(_folder, "obj"),
            Libstdcxx = [Path.Combine(_folder, "nowhere"), libstdcxx],
        };
    }

    /// <summary>What a build step says.</summary>
    private sealed class BuildLog : IBuildEngine
    {
        public List<string> Messages { get; } = [];

        public List<BuildWarningEventArgs> Warnings { get; } = [];

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => string.Empty;

        public bool BuildProjectFile(
            string projectFileName,
            string[] targetNames,
            System.Collections.IDictionary globalProperties,
            System.Collections.IDictionary targetOutputs)
            => false;

        public void LogCustomEvent(CustomBuildEventArgs e)
        {
        }

        public void LogErrorEvent(BuildErrorEventArgs e) => throw new InvalidOperationException(e.Message);

        public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e.Message!);

        public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Add(e);
    }
}

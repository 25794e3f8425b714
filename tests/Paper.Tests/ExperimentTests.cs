using static TorchSharp.torch;

namespace DtcGen.Samples.Paper.Tests;

public sealed class ExperimentTests : IDisposable
{
    private const int CyclesOfARun = 8;

    private readonly string _folder = Directory.CreateTempSubdirectory("paper-").FullName;
    private readonly PaperBatches _batches = TinyExperiment.Batches();

    public void Dispose()
    {
        _batches.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(20)]
    public void ARunThatWasStoppedAndResumedWritesTheSameBytes(int stopAfter)
    {
        var whole = TinyExperiment.Files(Run("whole", repeats: 2));

        using var stop = new CancellationTokenSource();
        var done = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => TinyExperiment.Run(
            _batches, In("stopped"), StudiedReading.Published, 2, StopAtLast, stop.Token));
        Assert.Equal(stopAfter, done);
        var again = TinyExperiment.Run(_batches, In("stopped"), StudiedReading.Published, 2, () => done++);

        Assert.Equal(whole, TinyExperiment.Files(again));
        Assert.Equal(3 * 2 * CyclesOfARun, done);

        void StopAtLast()
        {
            if (++done == stopAfter)
            {
                stop.Cancel();
            }
        }
    }

    [Fact]
    public void RaysThatWereWrittenBeforeTheCheckpointOfTheirCycleAreSeenOnce()
    {
        var folder = TinyExperiment.Folder(In("a"), PaperMethod.Dtc, 0);
        var kept = Path.Combine(_folder, "kept");
        var cycles = 0;
        var whole = Dtc(folder, () =>
        {
            if (++cycles == 3)
            {
                File.Copy(Path.Combine(folder, "run.checkpoint"), kept);
            }
        });

        File.Move(kept, Path.Combine(folder, "run.checkpoint"), overwrite: true);
        Assert.Equal(whole, Dtc(folder));
    }

    [Fact]
    public void TheNumberOfThreadsChangesNoBit()
    {
        var one = TinyExperiment.Files(Run("one", repeats: 2));
        var before = get_num_threads();
        set_num_threads(4);
        try
        {
            Assert.Equal(one, TinyExperiment.Files(Run("four", repeats: 2)));
        }
        finally
        {
            set_num_threads(before);
        }
    }

    [Fact]
    public void RepeatsDifferAndTheSizesFollowTheRule()
    {
        var result = TinyExperiment.Run(_batches, In("a"), StudiedReading.Described, repeats: 2);

        // ceil(0.9 (m - 1)) from 24: 21, 18, 16, 14, 12, 10, 9, 8.
        Assert.All(result.Series, s => Assert.Equal([21, 18, 16, 14, 12, 10, 9, 8], s.Cycles.Select(c => c.Neurons)));
        Assert.Equal(CyclesOfARun, TinyExperiment.Protocol.CountCycles());
        Assert.Equal([42424242, 42424243], result.Seeds);
        foreach (var method in result.Methods)
        {
            var accuracy = result.Accuracy()[method];
            Assert.NotEqual(accuracy[0], accuracy[1]);
        }

        var series = SeriesBuilder.Build(result);
        Assert.Equal([2, 2, 1, 1, 1, 1, 0, 0], series.MeasurementsPerRay);
        Assert.Equal(9, series.Repeats!.Findings.Length);
    }

    [Fact]
    public void ADamagedCheckpointIsNamed()
    {
        Run("a");
        var file = Path.Combine(TinyExperiment.Folder(In("a"), PaperMethod.Dtc, 0), "run.checkpoint");
        var bytes = File.ReadAllBytes(file);
        bytes[^40] ^= 1;
        File.WriteAllBytes(file, bytes);
        var e = Assert.Throws<InvalidDataException>(() => Run("a"));
        Assert.Contains(file, e.Message);
    }

    [Theory]
    [InlineData("null", "fewer cycles")]
    [InlineData("[]", "fewer cycles")]
    [InlineData("[null,null,null,null,null,null,null,null]", "fewer cycles")]
    [InlineData("[{}]", "not what a run writes")]
    [InlineData("[{", "not what a run writes")]
    [InlineData(null, "not what a run writes")]
    public void AFileOfRaysThatDoesNotFitIsNamed(string? content, string expected)
    {
        var folder = TinyExperiment.Folder(In("a"), PaperMethod.Dtc, 0);
        Dtc(folder);
        var file = Path.Combine(folder, "rays.json");
        File.Delete(file);
        if (content is not null)
        {
            File.WriteAllText(file, content);
        }

        var e = Assert.Throws<InvalidDataException>(() => Dtc(folder));
        Assert.Contains(file, e.Message);
        Assert.Contains(expected, e.Message);
    }

    [Fact]
    public void WhatIsUndefinedComesBackFromTheFiguresAsUndefined()
    {
        RayRecord[] rays = [new(51, null, 2.5, 0.1), new(45, 1.5, null, 0.2)];
        var figures = new Sweeps.Figures();
        foreach (var (name, values) in RayRecord.ToSeries(rays))
        {
            figures.Add(name, values);
        }

        Assert.Equal(rays, RayRecord.FromSeries(figures.Series));
        Assert.Null(RayRecord.FromSeries(new Sweeps.Figures().Series));
    }

    private string In(string name) => Path.Combine(_folder, name);

    private PaperResult Run(string name, int repeats = 1)
        => TinyExperiment.Run(_batches, In(name), StudiedReading.Published, repeats);

    private IReadOnlyList<PaperCycle> Dtc(string folder, Action? cycleDone = null)
        => new MethodRunner(TinyExperiment.Protocol, Reading.Published, _batches).Run(
            PaperMethod.Dtc, PaperProtocol.PublishedSeed, folder, _ => cycleDone?.Invoke(), CancellationToken.None);
}

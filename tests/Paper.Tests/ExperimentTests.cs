namespace DtcGen.Samples.Paper.Tests;

public sealed class ExperimentTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("paper-").FullName;
    private readonly PaperBatches batches = TinyExperiment.Batches();

    public void Dispose()
    {
        batches.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(11)]
    public void A_run_that_was_stopped_and_resumed_writes_the_same_bytes(int stopAfter)
    {
        Reading reading = Reading.Of(PaperVariant.Published);
        string whole = TinyExperiment.Files(TinyExperiment.Run(batches, Store("whole"), reading, repeats: 2));

        var stopped = new Recorder { StopAfter = stopAfter };
        Assert.ThrowsAny<OperationCanceledException>(() =>
            TinyExperiment.Run(batches, Store("stopped"), reading, repeats: 2, progress: stopped, cancellation: stopped.Stop.Token));
        var resumed = new Recorder();
        string again = TinyExperiment.Files(TinyExperiment.Run(batches, Store("stopped"), reading, repeats: 2, progress: resumed));

        Assert.Equal(whole, again);
        Assert.Equal(stopAfter, resumed.Seen.Count(s => s.Resumed));
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        Reading reading = Reading.Of(PaperVariant.Published);
        string one = TinyExperiment.Files(TinyExperiment.Run(batches, Store("one"), reading, repeats: 2));
        string four = TinyExperiment.Files(TinyExperiment.Run(batches, Store("four"), reading, repeats: 2, threads: 4));
        Assert.Equal(one, four);
    }

    [Fact]
    public void Repeats_differ_and_the_sizes_follow_the_rule()
    {
        PaperResult result = TinyExperiment.Run(batches, Store("a"), Reading.Of(PaperVariant.Described), repeats: 2);

        // ceil(0.9 (m - 1)) from 24: 21, 18, 16, 14, 12, 10, 9, 8.
        Assert.All(result.Series, s => Assert.Equal([21, 18, 16, 14, 12, 10, 9, 8], s.Cycles.Select(c => c.Neurons)));
        Assert.Equal([42424242, 42424243], result.Seeds);
        foreach (PaperMethod method in result.Methods)
        {
            double[][] accuracy = result.Accuracy()[method];
            Assert.NotEqual(accuracy[0], accuracy[1]);
        }

        SeriesFile series = SeriesBuilder.Build(result);
        Assert.Equal([2, 2, 1, 1, 1, 1, 0, 0], series.MeasurementsPerRay);
        Assert.Equal(9, series.Repeats!.Findings.Length);
    }

    [Fact]
    public void A_checkpoint_of_another_run_is_refused()
    {
        TinyExperiment.Run(batches, Store("a"), Reading.Of(PaperVariant.Published));
        var other = new CheckpointStore(OutputFolder.Prepare(Path.Combine(folder, "a")), "other");
        SampleException e = Assert.Throws<SampleException>(() => TinyExperiment.Run(batches, other, Reading.Of(PaperVariant.Described)));
        Assert.Contains("belongs to another run", e.Message);
    }

    [Fact]
    public void A_damaged_checkpoint_is_named()
    {
        TinyExperiment.Run(batches, Store("a"), Reading.Of(PaperVariant.Published));
        string file = Path.Combine(folder, "a", "checkpoints", "dtc-0.bin");
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^40] ^= 1;
        File.WriteAllBytes(file, bytes);
        SampleException e = Assert.Throws<SampleException>(() => TinyExperiment.Run(batches, Store("a"), Reading.Of(PaperVariant.Published)));
        Assert.Contains(file, e.Message);
    }

    [Fact]
    public void A_run_counts_as_unfinished_until_its_results_are_written()
    {
        CheckpointStore store = Store("a");
        Assert.False(store.Unfinished);
        TinyExperiment.Run(batches, store, Reading.Of(PaperVariant.Published));
        Assert.True(store.Unfinished);
        store.MarkFinished();
        Assert.False(store.Unfinished);
        store.Clear();
        Assert.Null(store.Load(PaperMethod.Dtc, 0));
    }

    private CheckpointStore Store(string name) => new(OutputFolder.Prepare(Path.Combine(folder, name)), "test");
}

using System.Security.Cryptography;
namespace DtcGen.Samples.Paper.Tests;

public sealed class ExperimentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("paper-").FullName;
    private readonly PaperBatches _batches = TinyExperiment.Batches();

    public void Dispose()
    {
        _batches.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(11)]
    public void ARunThatWasStoppedAndResumedWritesTheSameBytes(int stopAfter)
    {
        var reading = Reading.Of(PaperVariant.Published);
        var whole = TinyExperiment.Files(TinyExperiment.Run(_batches, Store("whole"), reading, repeats: 2));

        var stopped = new Recorder { StopAfter = stopAfter };
        Assert.ThrowsAny<OperationCanceledException>(() =>
            TinyExperiment.Run(_batches, Store("stopped"), reading, repeats: 2, progress: stopped, cancellation: stopped.Stop.Token));
        var resumed = new Recorder();
        var again = TinyExperiment.Files(TinyExperiment.Run(_batches, Store("stopped"), reading, repeats: 2, progress: resumed));

        Assert.Equal(whole, again);
        Assert.Equal(stopAfter, resumed.Seen.Count(s => s.Resumed));
    }

    [Fact]
    public void TheNumberOfThreadsChangesNoBit()
    {
        var reading = Reading.Of(PaperVariant.Published);
        var one = TinyExperiment.Files(TinyExperiment.Run(_batches, Store("one"), reading, repeats: 2));
        var four = TinyExperiment.Files(TinyExperiment.Run(_batches, Store("four"), reading, repeats: 2, threads: 4));
        Assert.Equal(one, four);
    }

    [Fact]
    public void RepeatsDifferAndTheSizesFollowTheRule()
    {
        var result = TinyExperiment.Run(_batches, Store("a"), Reading.Of(PaperVariant.Described), repeats: 2);

        // ceil(0.9 (m - 1)) from 24: 21, 18, 16, 14, 12, 10, 9, 8.
        Assert.All(result.Series, s => Assert.Equal([21, 18, 16, 14, 12, 10, 9, 8], s.Cycles.Select(c => c.Neurons)));
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
    public void ACheckpointOfAnotherRunIsRefused()
    {
        TinyExperiment.Run(_batches, Store("a"), Reading.Of(PaperVariant.Published));
        var other = new CheckpointStore(OutputFolder.Prepare(Path.Combine(_folder, "a")), "other");
        var e = Assert.Throws<SampleException>(() => TinyExperiment.Run(_batches, other, Reading.Of(PaperVariant.Described)));
        Assert.Contains("belongs to another run", e.Message);
    }

    [Fact]
    public void ADamagedCheckpointIsNamed()
    {
        TinyExperiment.Run(_batches, Store("a"), Reading.Of(PaperVariant.Published));
        var file = Path.Combine(_folder, "a", "checkpoints", "dtc-0.bin");
        var bytes = File.ReadAllBytes(file);
        bytes[^40] ^= 1;
        File.WriteAllBytes(file, bytes);
        var e = Assert.Throws<SampleException>(() => TinyExperiment.Run(_batches, Store("a"), Reading.Of(PaperVariant.Published)));
        Assert.Contains(file, e.Message);
    }

    [Theory]
    [InlineData("dtc paper checkpoint 2", "version 2")]
    [InlineData("something else", "no checkpoint")]
    [InlineData("dtc paper checkpoint 3", "not what a run writes", "test", "{}")]
    [InlineData("dtc paper checkpoint 3", "not what a run writes", "test", """{"InitialNeurons":[8],"Steps":0,"Cycles":[]}""", "[{}]")]
    [InlineData("dtc paper checkpoint 3", "not what a run writes", "test", """{"InitialNeurons":[8],"Steps":0,"Cycles":[]}""", "[]", "null")]
    [InlineData("dtc paper checkpoint 3", "not what a run writes", "test", """{"InitialNeurons":[8],"Steps":0,"Cycles":[]}""", "[]", "[]")]
    [InlineData("dtc paper checkpoint 3", "not what a run writes", "test", """{"InitialNeurons":[8],"Steps":0,"Cycles":[]}""", "[null]", "[]", "1234")]
    public void ACheckpointWithAnotherContentIsAMessage(string mark, string expected, params string[] parts)
    {
        TinyExperiment.Run(_batches, Store("a"), Reading.Of(PaperVariant.Published));
        var file = Path.Combine(_folder, "a", "checkpoints", "dtc-0.bin");
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content))
        {
            writer.Write(mark);
            foreach (var part in parts)
            {
                writer.Write(part);
            }

            writer.Write(SHA256.HashData(content.ToArray()));
        }

        File.WriteAllBytes(file, content.ToArray());
        var e = Assert.Throws<SampleException>(() => TinyExperiment.Run(_batches, Store("a"), Reading.Of(PaperVariant.Published)));
        Assert.Contains(file, e.Message);
        Assert.Contains(expected, e.Message);
    }

    [Fact]
    public void ARunCountsAsUnfinishedUntilItsResultsAreWritten()
    {
        var store = Store("a");
        Assert.False(store.Unfinished);
        TinyExperiment.Run(_batches, store, Reading.Of(PaperVariant.Published));
        Assert.True(store.Unfinished);
        store.MarkFinished();
        Assert.False(store.Unfinished);
        store.Clear();
        Assert.Null(store.Load(PaperMethod.Dtc, 0));
    }

    private CheckpointStore Store(string name) => new(OutputFolder.Prepare(Path.Combine(_folder, name)), "test");
}

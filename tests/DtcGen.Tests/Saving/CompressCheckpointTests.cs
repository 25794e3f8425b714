using System.Security.Cryptography;
using System.Text;
using DtcGen.Criteria;
using DtcGen.Tests.Training;
using DtcGen.Tomography;
using DtcGen.Training;
using Task = DtcGen.Tests.Training.Task;

namespace DtcGen.Tests.Saving;

[Collection(GlobalGenerator.Collection)]
public sealed class CompressCheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dtcgen-checkpoint-").FullName;

    private string File => Path.Combine(_folder, "run.checkpoint");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ARunGoesOnFromItAsIfItHadNotStopped()
    {
        using var whole = Task.Model();
        var saved = 0;
        var options = Task.Options(new ShareSchedule(0.5, 0.2)) with
        {
            Criterion = new DualTomographicCriterion(),
            Entropy = new TomographySettings(),
        };
        var expected = CompressTrain.Run(whole, options with { Checkpoint = Keep });

        using var resumed = Task.Model();
        var state = CompressCheckpoint.Load(File, resumed);
        Assert.Equal(2, state.Cycles.Count);
        var result = CompressTrain.Run(resumed, options, state);

        Assert.Equal(whole.Weights(), resumed.Weights());
        Assert.Equal(expected.Cycles.Select(Said), result.Cycles.Select(Said));
        Assert.Equal(["run.checkpoint"], Directory.GetFiles(_folder).Select(Path.GetFileName));

        void Keep(CompressState state)
        {
            if (++saved <= 2)
            {
                CompressCheckpoint.Save(File, whole, state);
            }
        }

        static string Said(CycleRecord cycle)
            => $"{cycle.Loss:r} {string.Join(' ', cycle.Groups.Select(static group => $"{string.Join(',', group.Kept)} {group.EntropyNext:r} {group.Solver}"))}";
    }

    [Fact]
    public void EveryDamagedByteIsSeenAndTheModelIsNotTouched()
    {
        Save();
        var whole = System.IO.File.ReadAllBytes(File);
        using var model = Task.Model();
        var before = model.Weights();
        for (var at = 0; at < whole.Length; at += Math.Max(1, whole.Length / 200))
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x20;
            System.IO.File.WriteAllBytes(File, damaged);
            Assert.Contains(File, Assert.Throws<InvalidDataException>(() => CompressCheckpoint.Load(File, model)).Message);
            System.IO.File.WriteAllBytes(File, whole[..at]);
            Assert.Contains(File, Assert.Throws<InvalidDataException>(() => CompressCheckpoint.Load(File, model)).Message);
        }

        Assert.Equal(before, model.Weights());
        Assert.Equal(24, model.CountNeurons(model.Groups[0]));
    }

    [Fact]
    public void AnotherVersionIsNamed()
    {
        Save();
        var text = System.IO.File.ReadAllBytes(File);
        text["DtcGen checkpoint ".Length] = (byte)'9';
        System.IO.File.WriteAllBytes(File, text);
        using var model = Task.Model();
        Assert.Contains(
            "version 9, and version 1 is read here", Assert.Throws<InvalidDataException>(() => CompressCheckpoint.Load(File, model)).Message);
        System.IO.File.WriteAllText(File, "something else");
        Assert.Contains("no checkpoint", Assert.Throws<InvalidDataException>(() => CompressCheckpoint.Load(File, model)).Message);
    }

    // With a checksum that is right.
    [Theory]
    [InlineData("{}", "no initial neurons")]
    [InlineData("null", "no initial neurons")]
    [InlineData("{", "not right")]
    [InlineData("""{"InitialNeurons":[24,12],"Steps":0,"Cycles":[],"More":1}""", "More")]
    [InlineData("""{"InitialNeurons":[24,"12"],"Steps":0,"Cycles":[]}""", "InitialNeurons[1]")]
    [InlineData("""{"InitialNeurons":[24,0],"Steps":0,"Cycles":[]}""", "a group has no neurons")]
    [InlineData("""{"InitialNeurons":[24,12],"Steps":-1,"Cycles":[]}""", "steps")]
    [InlineData("""{"InitialNeurons":[24,12],"Steps":0,"Cycles":[null]}""", "cycle 0")]
    [InlineData("""{"InitialNeurons":[24],"Steps":0,"Cycles":[]}""", "1 neuron groups, and this one has 2")]
    public void AWrongStateIsAMessage(string json, string expected)
    {
        Save();
        var whole = System.IO.File.ReadAllBytes(File);
        var start = Array.IndexOf(whole, (byte)'\n') + 1;
        var old = (int)BitConverter.ToInt64(whole, start);
        var text = Encoding.UTF8.GetBytes(json);
        byte[] content = [.. whole[..start], .. BitConverter.GetBytes((long)text.Length), .. text, .. whole[(start + 8 + old)..^32]];
        System.IO.File.WriteAllBytes(File, [.. content, .. SHA256.HashData(content)]);
        using var model = Task.Model();
        var before = model.Weights();
        var message = Assert.Throws<InvalidDataException>(() => CompressCheckpoint.Load(File, model)).Message;
        Assert.Contains(File, message);
        Assert.Contains(expected, message);
        Assert.Equal(before, model.Weights());
    }

    [Theory]
    [InlineData("\"Kept\":[0,", "\"Kept\":[1,")]
    [InlineData("\"Kept\":[0,", "\"Kept\":[-1,")]
    [InlineData("\"NeuronsAfter\":20", "\"NeuronsAfter\":19")]
    [InlineData("\"NeuronsBefore\":24", "\"NeuronsBefore\":23")]
    [InlineData("\"Cycle\":0", "\"Cycle\":1")]
    [InlineData("\"Neurons\":30", "\"Neurons\":31")]
    [InlineData("\"Name\":\"first\"", "\"Name\":null")]
    [InlineData("\"Loss\":", "\"Lost\":")]
    public void AStateThatContradictsItselfIsRefused(string part, string instead)
    {
        int[] twenty = [.. Enumerable.Range(0, 20)];
        int[] ten = [.. Enumerable.Range(0, 10)];
        var state = new CompressState([24, 12], 5, [
            new CycleRecord
            {
                Cycle = 0,
                Groups = [Record("first", 24, twenty), Record("second", 12, ten)],
                Neurons = 30,
                Sparsity = 1.0 / 6,
                Loss = double.NaN,
                Metric = null,
                TrainSeconds = 1,
                ClipSeconds = 1,
                EvaluateSeconds = 0,
            }
        ]);
        var json = state.ToJson();
        Assert.Equal(json, CompressState.FromJson(json).ToJson());
        Assert.Contains(part, json);
        var at = json.IndexOf(part, StringComparison.Ordinal);
        var changed = string.Concat(json.AsSpan(0, at), instead, json.AsSpan(at + part.Length));
        Assert.Throws<InvalidDataException>(() => CompressState.FromJson(changed));
    }

    private static GroupRecord Record(string name, int before, int[] kept) => new()
    {
        Name = name,
        NeuronsBefore = before,
        NeuronsAfter = kept.Length,
        Kept = kept,
        EntropyPrevious = 0.5,
        EntropyNext = null,
        Solver = new SolverSummary(default, double.PositiveInfinity, 3, 4),
    };

    private void Save()
    {
        using var model = Task.Model();
        CompressCheckpoint.Save(File, model, new CompressState([24, 12], 0, []));
    }
}

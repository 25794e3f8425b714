using DtcGen.Training;

namespace DtcGen.Tests.Training;

public sealed class ConsoleProgressTests
{
    private readonly StringWriter _output = new() { NewLine = "\n" };

    [Fact]
    public void ElsewhereThanOnATerminalThereArePlainLinesAndARowForEachCycle()
    {
        var progress = new ConsoleProgress(_output);
        using (progress.Begin("compressing", 20))
        {
            progress.Report(Step(3));
            progress.Report(Cycle(0, 460, 0.91, 2.5));
            progress.Report(Step(13));
            progress.Report(Cycle(1, 414, 0.92, null));
            progress.WriteLine("a line");
        }

        var lines = _output.ToString().Split('\n');
        Assert.Equal("compressing ...", lines[0]);
        Assert.Equal("cycle  neurons  sparsity      loss    metric  entropy of previous ray  of next ray  seconds", lines[1]);
        Assert.Equal("    1      460    0.1000    0.5000    0.9100                   2.5000       3.0000     6.00", lines[2]);
        Assert.Equal("    2      414    0.1000    0.5000    0.9200                undefined       3.0000     6.00", lines[3]);
        Assert.Equal("a line", lines[4]);
        Assert.Matches(@"^compressing: \d+\.\d s$", lines[5]);
        Assert.Equal(["",], lines[6..]);
    }

    [Fact]
    public void WithoutAMetricAndEntropiesThereAreNoColumnsOfThem()
    {
        var progress = new ConsoleProgress(_output);
        var cycle = Cycle(0, 460, null, null);
        progress.Report(cycle with { Groups = [cycle.Groups[0] with { EntropyNext = null }] });
        Assert.Equal("cycle  neurons  sparsity      loss  seconds\n    1      460    0.1000    0.5000     6.00\n", _output.ToString());
    }

    [Fact]
    public void ATerminalHasTheStageInItsLastLineAndLinesThatStayAboveIt()
    {
        var progress = new ConsoleProgress(_output, isLive: true);
        using (progress.Begin("training", 8))
        {
            Assert.Equal(["training  [------------------------]   0 %  0:00"], Screen());
            progress.Report(Step(5));
            Assert.Equal(["training  [##################------]  75 %  0:00  loss 0.5000"], Screen());
            progress.WriteLine("short");
            Assert.Equal(["short", "training  [##################------]  75 %  0:00  loss 0.5000"], Screen());
        }

        Assert.Equal(2, Screen().Count);
        Assert.Equal("short", Screen()[0]);
        Assert.Matches(@"^training: \d+\.\d s$", Screen()[1]);
    }

    [Fact]
    public void APruningAndAComparisonShowHowMuchIsDone()
    {
        var progress = new ConsoleProgress(_output, isLive: true);
        using (progress.Begin("pruning"))
        {
            progress.Report(new PruneProgress("scores", 1, 4));
            Assert.Equal(["pruning  [######------------------]  25 %  0:00  scores"], Screen());
        }

        using (progress.Begin("comparing", 10))
        {
            progress.Report(10L);
            Assert.Equal("comparing  [########################] 100 %  0:00", Screen()[^1]);
        }
    }

    [Fact]
    public void OneStageEndsBeforeAnotherBegins()
    {
        var progress = new ConsoleProgress(_output);
        using var stage = progress.Begin("training");
        var refusal = Assert.Throws<InvalidOperationException>(() => progress.Begin("pruning"));
        Assert.Equal("The stage 'training' has not ended: dispose it before 'pruning' begins.", refusal.Message);
    }

    /// <summary>What a terminal shows of the output: a carriage return goes back to where what follows overwrites.</summary>
    private List<string> Screen()
    {
        List<string> lines = [];
        foreach (var written in _output.ToString().Split('\n'))
        {
            var line = string.Empty;
            foreach (var part in written.Split('\r'))
            {
                line = part + (part.Length < line.Length ? line[part.Length..] : string.Empty);
            }

            lines.Add(line.TrimEnd());
        }

        return [.. lines.Where(static line => line.Length > 0)];
    }

    private static TrainingStep Step(long step) => new(new TrainingPosition(0, 0, step), 0.5);

    private static CycleRecord Cycle(int cycle, int neurons, double? metric, double? entropy) => new()
    {
        Cycle = cycle,
        Groups =
        [
            new GroupRecord
            {
                Name = "fc1",
                NeuronsBefore = 512,
                NeuronsAfter = neurons,
                Kept = [],
                EntropyPrevious = entropy,
                EntropyNext = 3,
                Solver = null,
            },
        ],
        Neurons = neurons,
        Sparsity = 0.1,
        Loss = 0.5,
        Metric = metric,
        TrainSeconds = 1,
        ClipSeconds = 2,
        EvaluateSeconds = 3,
    };
}

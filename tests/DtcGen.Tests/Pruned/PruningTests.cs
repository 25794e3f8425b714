using System.Xml.Linq;
using DtcGen.Criteria;
using DtcGen.Tests.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Tests.Pruned;

[Collection(GlobalGenerator.Collection)]
public sealed class PruningTests
{
    [Fact]
    public void OneCallPrunesToTheBudget()
    {
        using var model = Model();
        var told = new List<PruneProgress>();
        var report = Pruning.Run(model, new PruneOptions { Budget = Budget.Neurons(0.5), Progress = new Direct<PruneProgress>(told.Add) });

        Assert.Equal([("first", 8, 4), ("second", 7, 3)], report.Groups.Select(static group => (group.Name, group.Before, group.After)));
        Assert.Equal((15, 7), (report.CostBefore, report.CostAfter));
        Assert.Equal([4, 3], model.Groups.Select(model.CountNeurons));
        Assert.Equal([2, 3], model.call(randn(2, 5)).shape);
        Assert.Equal(["scores", "budget"], told.Select(static progress => progress.Stage).Distinct());
        var lines = report.ToString().Split('\n');
        Assert.Equal(["group", "before", "after", "score", "(l2)"], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("second       7      3  ", lines[2], StringComparison.Ordinal);
        Assert.Equal([lines[0].Length, lines[0].Length], [lines[1].Length, lines[2].Length]);
        Assert.Equal("neurons: 15 to 7 (46.7 %)", lines[4]);
    }

    [Fact]
    public void TheReportIsAPageToo()
    {
        var folder = Directory.CreateTempSubdirectory("dtcgen-page-");
        var file = Path.Combine(folder.FullName, "page.html");
        var report = new PruneReport(
            "l2 & more",
            "parameters",
            1200,
            300,
            [new PrunedGroup("conv<1>", 8, [0, 1, 2, 5], 0.25, 4), new PrunedGroup("fc", 4, [3], 1, 2)],
            [new RefittedLayer("fc", 0.5, 0.125), new RefittedLayer("up", null, null, "a transposed convolution")]);
        report.WriteHtml(file);
        var text = File.ReadAllText(file);
        folder.Delete(recursive: true);

        // What HTML has and XML has not.
        var page = XDocument.Parse(
            text.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)
                .Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)
                .Replace("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "", StringComparison.Ordinal));
        Assert.Equal("Pruned by l2 & more", page.Descendants("h1").Single().Value);
        Assert.Equal(["conv<1>", "fc", "fc", "up"], page.Descendants("tbody").Descendants("th").Select(static cell => cell.Value));
        Assert.Equal(
            [("0", "3"), ("5", "1"), ("3", "1")],
            page.Descendants("rect").Where(static rect => rect.Attribute("class")!.Value == "kept")
                .Select(static rect => (rect.Attribute("x")!.Value, rect.Attribute("width")!.Value)));
        Assert.Equal("25.0 %1,200 to 300", page.Descendants("dd").First().Value);
        Assert.Contains("a transposed convolution", page.Descendants("td").Select(static cell => cell.Value));
        Assert.DoesNotContain("http", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ABudgetOfParametersIsTheMostThatFits()
    {
        using var model = Model();
        var report = Pruning.Run(model, new PruneOptions { Budget = Budget.Parameters(0.6), Ranking = Ranking.Global });

        static int Parameters(int first, int second) => (6 * first) + ((first + 1) * second) + (second * 3);
        Assert.Equal(Parameters(8, 7), report.CostBefore);
        Assert.Equal(Parameters(report.Groups[0].After, report.Groups[1].After), report.CostAfter);
        Assert.Equal(report.CostAfter, model.parameters().Sum(static parameter => parameter.numel()));

        // One neuron more, whichever it is, is too many.
        Assert.True(report.CostAfter <= 0.6 * report.CostBefore);
        Assert.True(Parameters(report.Groups[0].After + 1, report.Groups[1].After) > 0.6 * report.CostBefore
            || Parameters(report.Groups[0].After, report.Groups[1].After + 1) > 0.6 * report.CostBefore);
    }

    [Fact]
    public void GroupsAlikeAreRankedTogether()
    {
        random.manual_seed(2);
        using var model = new Deep(3);
        model.Record(randn(4, 5));
        Scale("hidden.0", 10);

        // All three are alike, so that none of the first leaves before all that may of the others have.
        var report = Pruning.Run(model, new PruneOptions
        {
            Budget = Budget.Neurons(0.5),
            Ranking = Ranking.Isomorphic,
            Criterion = new NormCriterion { Combination = Combination.First },
            Normalization = ScoreNormalization.None,
        });
        Assert.Equal([8, 12], [report.Groups[0].After, report.Groups.Sum(static group => group.After)]);

        // Divided by their mean, they compare.
        random.manual_seed(2);
        using var other = new Deep(3);
        other.Record(randn(4, 5));
        var divided = Pruning.Run(other, new PruneOptions { Budget = Budget.Neurons(0.5), Ranking = Ranking.Global });
        Assert.InRange(divided.Groups[0].After, 1, 7);

        void Scale(string layer, double by)
        {
            using var guard = no_grad();
            model.get_parameter($"{layer}.weight")!.mul_(by);
        }
    }

    [Fact]
    public void RulesHoldForTheLayersThatTheyName()
    {
        random.manual_seed(3);
        using var model = new Deep(4);
        var report = Pruning.Run(model, new PruneOptions
        {
            Budget = Budget.Neurons(0.65),
            Calibration = Calibration.Inputs(randn(20, 5)),
            Rules =
            [
                new LayerRule("hidden.*") { RoundTo = 2 },
                new LayerRule("hidden.0") { Keep = true },
                new LayerRule("hidden.1") { Share = 0.4 },
                new LayerRule("hidden.?") { Minimum = 3 },
            ],
        });

        Assert.Equal([8, 4], report.Groups.Take(2).Select(static group => group.After));
        Assert.All(report.Groups, static group => Assert.True(group.After % 2 == 0 && group.After >= 3));
        Assert.True(report.CostAfter <= 0.65 * 32);
    }

    [Fact]
    public void ATableThatIsNotListedIsCounted()
    {
        // TorchSharp lists no weight of an embedding that is made inside a dispose scope.
        using var scope = NewDisposeScope();
        using var model = new Words();
        var report = Pruning.Run(model, new PruneOptions { Budget = Budget.Parameters(0.5) });
        Assert.Equal((6 * 10) + (6 * 3) + 3, report.CostBefore);
        Assert.Equal((2 * 10) + (2 * 3) + 3, report.CostAfter);
    }

    [Fact]
    public void TheLastRuleThatSaysSomethingCounts()
    {
        using var model = Model();
        var report = Pruning.Run(model, new PruneOptions
        {
            Budget = Budget.Neurons(0.9),
            Rules = [new LayerRule("*") { Keep = true }, new LayerRule("first") { Share = 0.5 }, new LayerRule("first") { Minimum = 2 }],
        });
        Assert.Equal([4, 7], report.Groups.Select(static group => group.After));
    }

    [Theory]
    [InlineData(ScoreNormalization.Mean)]
    [InlineData(ScoreNormalization.Sum)]
    [InlineData(ScoreNormalization.Max)]
    [InlineData(ScoreNormalization.Gaussian)]
    public void NoNormalisationTurnsTheOrderRound(ScoreNormalization normalization)
    {
        foreach (var scores in new double[][] { [-9, -1], [-4, 3], [1, 2] })
        {
            var normalized = NormalizedScores.Apply(normalization, scores);
            Assert.True(normalized[0] < normalized[1], $"{normalized[0]} and {normalized[1]}");
        }
    }

    [Fact]
    public void ARecordedModelIsRecordedWithTheFirstBatchAndRefitted()
    {
        random.manual_seed(3);
        using var model = new Deep(2);
        var batch = randn(40, 5);
        var report = Pruning.Run(model, new PruneOptions { Budget = Budget.Neurons(0.5), Calibration = Calibration.Inputs(batch) });
        Assert.Equal("output", report.Criterion);
        Assert.Equal(["hidden.1", "leave"], report.Layers.Select(static layer => layer.Layer));
        Assert.All(report.Layers, static layer => Assert.True(layer.Refitted < layer.Cut));
        Assert.Contains("lost by the clip  after the refit", report.ToString(), StringComparison.Ordinal);
        Assert.Equal([3, 3], model.call(randn(3, 5)).shape);
    }

    [Fact]
    public void TheOutputLosesLeastByItsOwnCriterion()
    {
        var batch = randn(200, 5);
        double Lost(ICriterion? criterion)
        {
            using var model = Model();
            return Pruning.Run(model, new PruneOptions
            {
                Criterion = criterion,
                Calibration = Calibration.Inputs(batch),
                Rules = [new LayerRule("first") { Keep = true }, new LayerRule("second") { Share = 0.5 }],
                Budget = Budget.Neurons(0.9),
            }).Layers.Single().Refitted!.Value;
        }

        var least = Lost(null);
        Assert.All(
            new ICriterion[] { new NormCriterion(), new RandomCriterion(), new MeanActivationCriterion() },
            criterion => Assert.True(least <= Lost(criterion) + 1e-9));
    }

    private static SmallNet Model()
    {
        random.manual_seed(1);
        return new SmallNet();
    }
}

using System.Text.Json;
using DtcGen.Criteria;
using static TorchSharp.torch;

namespace DtcGen.Tests.Pruned;

/// <summary>
/// The same neurons leave as with Torch-Pruning (Fixtures/torch-pruning.py), for each norm, combination, normalisation and ranking.
/// </summary>
[Collection(GlobalGenerator.Collection)]
public sealed class TorchPruningTests
{
    [Fact]
    public void TheSameNeuronsLeave()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "torch-pruning.json")));
        var cases = file.RootElement.EnumerateArray().ToArray();
        Assert.InRange(cases.Length, 90, 120);
        foreach (var one in cases)
        {
            // The first layer of the residual group is another one there, so that of groups ranked together all may differ.
            var isFirst = one.GetProperty("combination").GetString() == "first";
            if (isFirst && one.GetProperty("ranking").GetString() != nameof(Ranking.WithinGroups))
            {
                continue;
            }

            using var model = Filled();
            var report = Pruning.Run(model, new PruneOptions
            {
                Budget = Budget.Neurons(0.5),
                Criterion = new NormCriterion(one.GetProperty("norm").GetInt32() == 1 ? NormOrder.L1 : NormOrder.L2)
                {
                    Combination = Enum.Parse<Combination>(one.GetProperty("combination").GetString()!, ignoreCase: true),
                },
                Normalization = Enum.Parse<ScoreNormalization>(one.GetProperty("normalization").GetString()!, ignoreCase: true),
                Ranking = Enum.Parse<Ranking>(one.GetProperty("ranking").GetString()!),
            });
            foreach (var group in report.Groups.Where(group => !isFirst || group.Name != "enter"))
            {
                // It calls the residual group by the last layer that makes it.
                var name = group.Name == "enter" ? "conv2" : group.Name;
                var expected = one.GetProperty("removed").TryGetProperty(name, out var removed)
                    ? removed.EnumerateArray().Select(static channel => channel.GetInt32()).ToArray()
                    : [];
                var actual = Enumerable.Range(0, group.Before).Except(group.Kept).ToArray();
                Assert.True(expected.SequenceEqual(actual), $"{one}\n{group.Name}: [{string.Join(", ", actual)}]");
            }
        }
    }

    private static Branches Filled()
    {
        var model = new Branches();
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        var state = 1u;
        foreach (var (_, parameter) in model.named_parameters())
        {
            var values = new float[parameter.numel()];
            for (var i = 0; i < values.Length; i++)
            {
                state = unchecked((1664525 * state) + 1013904223);
                values[i] = (float)((state / 2147483648.0) - 1);
            }

            parameter.copy_(tensor(values).reshape(parameter.shape));
        }

        return model;
    }
}

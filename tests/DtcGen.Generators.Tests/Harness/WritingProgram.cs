using System.Globalization;
using System.Text;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>A random forward that takes views of a tensor, and views of these, and writes into them in all the ways there are.</summary>
internal static class WritingProgram
{
    private const int Steps = 14;

    /// <summary>The class <c>Tested.Net</c>, of an input [batch, 4, 6].</summary>
    /// <param name="seed">Which.</param>
    public static string Source(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();

        // The tensors so far, by their sizes without the batch.
        var tensors = new List<int[]> { new[] { 4, 6 }, new[] { 24 }, new[] { 4, 2, 3 } };
        text.AppendLine("var t0 = a.call(x);\nvar t1 = t0.view(-1, 24);\nvar t2 = t0.view(-1, 4, 2, 3);");
        for (var step = 0; step < Steps; step++)
        {
            var from = random.Next(tensors.Count);
            if (random.Next(5) < 2 && tensors[from].Length > 0)
            {
                var (view, sizes) = View(random, tensors[from]);
                text.AppendLine(CultureInfo.InvariantCulture, $"var t{tensors.Count} = t{from}{view};");
                tensors.Add(sizes);
            }
            else
            {
                text.AppendLine(Write(random, $"t{from}", tensors[from]));
            }
        }

        var sum = string.Join(" + ", tensors.Select(static (sizes, i) => sizes.Length == 0
            ? $"t{i}.unsqueeze(1) * {i + 1}"
            : $"(t{i}.flatten(1) * weights[..{Count(sizes)}]).sum(-1, true) * {i + 1}"));
        return ModelSource.Of(
            $$"""
            private readonly Linear a = Linear(6, 6);
            private readonly Linear b = Linear(1, 3);
            private readonly Tensor weights = torch.linspace(-1, 2, 24);

            public override Tensor forward(Tensor x)
            {
            {{text}}
                return b.call({{sum}});
            }
            """,
            "[DualTomographic(Record = true)]");
    }

    private static (string Text, int[] Sizes) View(Random random, int[] sizes)
    {
        var d = random.Next(sizes.Length);
        var size = sizes[d];
        switch (random.Next(5))
        {
            case 0:
                return ($".select({d + 1}, {random.Next(size)})", [.. sizes.Where((_, i) => i != d)]);
            case 1:
                var length = random.Next(1, size + 1);
                return ($".narrow({d + 1}, {random.Next(size - length + 1)}, {length})", [.. sizes.Select((s, i) => i == d ? length : s)]);
            case 2:
                var start = random.Next(size);
                var step = random.Next(1, 4);
                var count = (size - start + step - 1) / step;
                return ($".slice({d + 1}, {start}, {size}, {step})", [.. sizes.Select((s, i) => i == d ? count : s)]);
            case 3 when sizes.Length > 1:
                var e = random.Next(sizes.Length);
                var turned = sizes.ToArray();
                (turned[d], turned[e]) = (turned[e], turned[d]);
                return ($".transpose({d + 1}, {e + 1})", turned);
            default:
                return ($".unsqueeze({d + 1})", [.. sizes.Take(d), 1, .. sizes.Skip(d)]);
        }
    }

    private static string Write(Random random, string t, int[] sizes)
    {
        var number = (random.NextDouble() - 0.5).ToString("F2", CultureInfo.InvariantCulture);
        return random.Next(8) switch
        {
            0 => $"{t}.zero_();",
            1 => $"{t}.fill_({number});",
            2 => $"{t}.mul_({number});",
            3 => $"{t}.relu_();",
            4 => $"{t}.masked_fill_({t} > {number}, 0.75);",
            5 => $"{t}.copy_({t} * {number} + 0.25);",
            6 when sizes.Length > 0 => $"{t}[.., {random.Next(sizes[0])}] = {number};",
            7 when sizes.Length > 0 && sizes[0] > 1 => $"{t}[.., ..{sizes[0] / 2}] = {t}[.., ^{sizes[0] / 2}..] * 2;",
            _ => $"{t}.sub_({number});",
        };
    }

    private static int Count(int[] sizes) => sizes.Aggregate(1, static (product, size) => product * size);
}

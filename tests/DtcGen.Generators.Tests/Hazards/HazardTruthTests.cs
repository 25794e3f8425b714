using DtcGen.Generators.Hazards;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Generators.Tests.Hazards;

/// <summary>
/// The TorchSharp that this repository references has the hazards that the table of versions says. With a newer one this fails where a
/// hazard is still there (its range in AffectedVersions grows).
/// </summary>
public sealed class HazardTruthTests
{
    // Compiling ahead of time (DTC034) is no test's business: publish a program with a module class, and count its parameters.
    private static readonly Dictionary<string, Func<bool>> IsThere = new()
    {
        ["DTC020"] = static () => Same(Hardtanh().call(Numbers()), Numbers())
            && Same(functional.hardtanh(Numbers()), Numbers())
            && Same(Numbers().hardtanh(-1, 1), Numbers()),
        ["DTC021"] = static () => Enumerable.Range(0, 50).Any(static _ => IsRaw()),
        ["DTC022"] = static ()
            => Shape(ConvTranspose2d(1, 1, (3, 3), stride: (2, 2), output_padding: (0, 1)).call(zeros(1, 1, 4, 4))) == "1 1 9 9",
        ["DTC023"] = static ()
            => Shape(Conv2d(1, 1, (3, 5), padding: Padding.Same, padding_mode: PaddingModes.Reflect).call(zeros(1, 1, 8, 8))) == "1 1 10 6",
        ["DTC024"] = static () => Throws(static () => AdaptiveMaxPool3d([2, 2, 2]).call(zeros([1, 2, 4, 4, 4])))
            && Throws(static () => functional.adaptive_max_pool3d(zeros([1, 2, 4, 4, 4]), [2, 2, 2])),
        ["DTC025"] = static () => CountOf(BatchNorm1d(2, dtype: ScalarType.BFloat16)).dtype == ScalarType.BFloat16,
        ["DTC026"] = static () => Same(KLDivLoss().call(Numbers(), Numbers()), KLDivLoss(log_target: true).call(Numbers(), Numbers())),
        ["DTC027"] = static () =>
        {
            var x = Numbers();
            return !Same(x.elu_(), Numbers())
                && !Same(functional.elu(x, 1, inplace: true), Numbers())
                && Same(x, Numbers());
        },
        ["DTC028"] = static () => RReLU().call(-ones(100)).std().item<float>() < 1e-6f,
        ["DTC029"] = static () => Shape(functional.pad(zeros(1, 2, 3, 3), 1)) == "3 4 5 5",
        ["DTC030"] = static () => IsIgnored(static (w, g) => init.normal_(w, generator: g))
            && IsIgnored(static (w, g) => init.uniform_(w, generator: g)),
        ["DTC031"] = static () => init.trunc_normal_(zeros(1000), 0, 0.02).std().item<float>() < 1e-6f,
        ["DTC032"] = static () => Throws(static () => LSTMCell(3, 4).call(zeros(2, 3))),
        ["DTC033"] = static () => !Same(Embedding_from_pretrained(ones(2, 3)).named_parameters().Single().parameter, ones(2, 3)),
    };

    public static TheoryData<string> Hazards
        => [.. AffectedVersions.Hazards.Where(static id => id != "DTC034").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Hazards))]
    public void TheTableIsRightOfTheReferencedVersion(string id)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(AffectedVersions.Include(id, typeof(torch).Assembly.GetName().Version!), IsThere[id]());
    }

    [Fact]
    public void TheWaysOutAreRight()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        Assert.True(Same(Numbers().clamp(-1, 1), Hardtanh(inplace: true).call(Numbers())));
        Assert.False(Same(Numbers().clamp(-1, 1), Numbers()));

        var up = ConvTranspose2d(1, 1, (3, 3), stride: (2, 2));
        var wider = functional.conv_transpose2d(zeros(1, 1, 4, 4), up.weight!, up.bias, strides: [2, 2], output_padding: [0, 1]);
        Assert.Equal("1 1 9 10", Shape(wider));
        Assert.Equal("1 1 8 8", Shape(Conv2d(1, 1, (3, 5), padding: (1, 2), padding_mode: PaddingModes.Reflect).call(zeros(1, 1, 8, 8))));

        var norm = BatchNorm2d(2);
        norm.to(ScalarType.BFloat16);
        Assert.Equal(ScalarType.Int64, CountOf(norm).dtype);
        Assert.False(IsIgnored(static (w, g) => w.normal_(generator: g)));

        var cell = LSTMCell(3, 4);
        Assert.Equal("2 4", Shape(cell.call(zeros(2, 3), (zeros(2, 4), zeros(2, 4))).Item1));
    }

    [Fact]
    public void AnEmbeddingWithAnAssignedWeightIsTheTable()
    {
        var words = Embedding(2, 3);
        words.weight = new Parameter(ones(2, 3), requires_grad: false);
        Assert.True(Same(words.named_parameters().Single().parameter, ones(2, 3)));
        Assert.True(Same(words.call(tensor(new long[] { 1 })), ones(1, 3)));
        Assert.False(words.named_parameters().Single().parameter.requires_grad);
        words.Dispose();
    }

    private static Tensor Numbers() => tensor(new[] { -3f, -0.5f, 0.5f, 3f });

    private static bool Same(Tensor left, Tensor right) => left.shape.SequenceEqual(right.shape) && left.ne(right).sum().item<long>() == 0;

    private static string Shape(Tensor tensor) => string.Join(' ', tensor.shape);

    private static Tensor CountOf(Module norm) => norm.named_buffers().Single(static buffer => buffer.name == "num_batches_tracked").buffer;

    private static bool Throws(Func<Tensor> call) => Record.Exception(call) is not null;

    private static bool Throws(Func<(Tensor, Tensor)> call) => Record.Exception(() => call().Item1) is not null;

    // Memory that held something else is given out again.
    private static bool IsRaw()
    {
        for (var i = 0; i < 20; i++)
        {
            using var filled = full([8], 7);
        }

        using var norm = GroupNorm(2, 8);
        return !Same(norm.weight!, ones(8)) || !Same(norm.bias!, zeros(8));
    }

    // A generator that was drawn from has another state.
    private static bool IsIgnored(Func<Tensor, Generator, Tensor> fill)
    {
        using var generator = new Generator(1);
        var before = generator.get_state();
        fill(zeros(8), generator);
        return Same(before, generator.get_state());
    }
}

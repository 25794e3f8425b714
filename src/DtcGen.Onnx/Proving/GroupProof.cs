using DtcGen.Saving;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>A neuron group, clipped to about half, against the model whose layers do not take the same neurons any more.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="Neurons">How many neurons it has.</param>
/// <param name="Kept">How many were kept.</param>
/// <param name="Difference">The largest difference of what the two compute; null when the clipped model could not be run.</param>
/// <param name="Scale">The largest magnitude of what the masked model computes.</param>
/// <param name="Failure">Why the clipped model could not be run.</param>
public sealed record GroupProof(string Group, long Neurons, long Kept, double? Difference, double Scale, string? Failure)
{
    private const double Rounding = 1e-4;

    // Whole numbers below it have a place in every floating type, bfloat16 too.
    private const long Digit = 256;

    /// <summary>The coarsest floating-point type that the model returns; null where there is none.</summary>
    public OnnxElementType? ElementType { get; init; }

    /// <summary>Whether the two agree to the rounding of their type.</summary>
    public bool IsExact => Difference <= Math.Max(Rounding * Math.Max(1, Scale), OnnxParityResult.DefaultTolerance(ElementType, Scale));

    internal static GroupProof Of(
        IDualTomographic model, NeuronGroup group, Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> forward, Tensor[] example)
    {
        using var scope = NewDisposeScope();
        var module = (nn.Module)model;
        var count = model.CountNeurons(group);

        // Every other neuron, so that places matter.
        long[] keep = count == 1
            ? [0]
            : [.. Enumerable.Range(0, (int)count).Where(static neuron => neuron % 2 == 1).Select(static neuron => (long)neuron)];
        var taken = Taken(model, group, keep);
        var saved = new ModelSnapshot(module);
        var entries = Weights(module).Select(static weight => (weight.Weight, Entries: weight.Weight.detach().clone())).ToArray();
        IReadOnlyList<Tensor> masked;
        try
        {
            foreach (var (weight, dimension, columns) in taken)
            {
                foreach (var column in Enumerable.Range(0, (int)weight.shape[dimension])
                    .Select(static column => (long)column)
                    .Except(columns))
                {
                    weight.detach().narrow(dimension, column, 1).zero_();
                }
            }

            masked = [.. forward(example).Select(static tensor => tensor.clone())];
        }
        finally
        {
            foreach (var (weight, before) in entries)
            {
                weight.detach().copy_(before);
            }
        }

        var type = masked.Where(static tensor => tensor.is_floating_point())
            .Select(static tensor => (OnnxElementType?)OnnxElementTypes.Of(tensor.dtype))
            .MaxBy(static type => type!.Value.Epsilon());
        var scale = masked.Select(static tensor => tensor.abs().max().to(ScalarType.Float64).item<double>()).DefaultIfEmpty(0).Max();
        try
        {
            model.Clip(group, keep);
            var clipped = forward(example);
            var difference = masked.Zip(
                clipped,
                static (a, b) => a.shape.SequenceEqual(b.shape)
                    ? (a - b).abs().max().to(ScalarType.Float64).item<double>()
                    : double.PositiveInfinity).DefaultIfEmpty(0).Max();
            return new GroupProof(group.Name, count, keep.Length, difference, scale, null) { ElementType = type };
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new GroupProof(group.Name, count, keep.Length, null, scale, failure.Message.Split('\n')[0]);
        }
        finally
        {
            saved.Restore();
        }
    }

    // Which columns of which weights stay.
    private static List<(Tensor Weight, int Dimension, HashSet<long> Columns)> Taken(IDualTomographic model, NeuronGroup group, long[] keep)
    {
        var lower = Clipped(model, group, keep, static columns => columns.remainder(Digit));
        var upper = Clipped(model, group, keep, static columns => columns.floor_divide(Digit));
        return [
            .. lower.Zip(
                upper,
                static (low, high) => (
                    low.Weight,
                    low.Dimension,
                    low.Numbers.Zip(high.Numbers, static (one, more) => one + (Digit * more)).ToHashSet()))
        ];
    }

    // What is left of the weights that lose columns when they hold numbers of these while the group is clipped.
    private static List<(Tensor Weight, int Dimension, long[] Numbers)> Clipped(
        IDualTomographic model, NeuronGroup group, long[] keep, Func<Tensor, Tensor> number)
    {
        var module = (nn.Module)model;
        var before = Weights(module)
            .Select(static weight => (weight.Weight, weight.Dimension, Entries: weight.Weight
                .detach()
                .clone(), Size: weight.Weight.shape[weight.Dimension]))
            .ToArray();
        var saved = new ModelSnapshot(module);
        var left = new List<(Tensor, int, long[])>();
        try
        {
            foreach (var (weight, dimension, _, size) in before)
            {
                var shape = Enumerable.Repeat(1L, (int)weight.ndim).ToArray();
                shape[dimension] = size;
                weight.detach().copy_(number(arange(size, ScalarType.Int64, weight.device)).reshape(shape).expand(weight.shape));
            }

            model.Clip(group, keep);
            foreach (var (weight, dimension, _, size) in before)
            {
                if (weight.shape[dimension] != size)
                {
                    var numbers = weight.detach()
                        .transpose(0, dimension)
                        .reshape(weight.shape[dimension], -1)
                        .select(1, 0)
                        .to(ScalarType.Int64)
                        .cpu();
                    left.Add((weight, dimension, numbers.data<long>().ToArray()));
                }
            }
        }
        finally
        {
            saved.Restore();
            foreach (var (weight, _, entries, _) in before)
            {
                weight.detach().copy_(entries);
            }
        }

        return left;
    }

    // The weights by which layers take neurons, and the dimension that these lie along.
    private static IEnumerable<(Tensor Weight, int Dimension)> Weights(nn.Module model)
        => model.named_modules().Select(static item => item.module).OfType<nn.Module>().SelectMany(static module => module switch
        {
            Linear linear => new[] { ((Tensor)linear.weight, 1) },
            Convolution convolution => [(convolution.weight, convolution.transposed ? 0 : 1)],
            _ => [],
        });
}

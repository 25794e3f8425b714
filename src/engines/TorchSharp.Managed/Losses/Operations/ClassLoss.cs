using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Losses of scores of classes against class numbers.</summary>
internal static class ClassLoss
{
    private const long DefaultIgnoreIndex = -100;

    internal static Tensor CrossEntropy(Tensor input, Tensor target, Tensor? weight, long ignoreIndex, Reduction reduction, double smoothing)
    {
        const string Name = "cross_entropy";
        if (!(smoothing >= 0 && smoothing <= 1))
        {
            throw TorchError.Of($"label_smoothing must be between 0.0 and 1.0. Got: {smoothing}");
        }

        if (Dtype.IsFloating(target.dtype))
        {
            return OfProbabilities(input, target, weight, reduction, smoothing);
        }

        using Scratch scratch = Scratch.Begin();
        ClassRows rows = ClassRows.Of(Name, input, target, weight, ignoreIndex);
        return scratch.Keep(input.dtype switch
        {
            ScalarType.Float32 => Fused<float>(rows, reduction, smoothing),
            ScalarType.Float64 => Fused<double>(rows, reduction, smoothing),
            _ => throw TorchError.Unsupported(Name, input.dtype),
        });
    }

    internal static Tensor NegativeLogLikelihood(Tensor input, Tensor target, Tensor? weight, Reduction reduction)
    {
        const string Name = "nll_loss";
        using Scratch scratch = Scratch.Begin();
        ClassRows rows = ClassRows.Of(Name, input, target, weight, DefaultIgnoreIndex);
        return scratch.Keep(input.dtype switch
        {
            ScalarType.Float32 => Picked<float>(rows, reduction),
            ScalarType.Float64 => Picked<double>(rows, reduction),
            _ => throw TorchError.Unsupported(Name, input.dtype),
        });
    }

    private static unsafe Tensor Fused<T>(ClassRows rows, Reduction reduction, double smoothing)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Tensor x = Rows.Contiguous(rows.Scores);
        Tensor probabilities = Tensor.Empty(x.Sizes, x.dtype);
        Tensor losses = Tensor.Empty([rows.Count], x.dtype);
        double total = CrossEntropyKernel.Forward(rows.Count, rows.Classes, x.Pointer<T>(), rows.Targets.Pointer<long>(), rows.WeightPointer<T>(), rows.IgnoreIndex, smoothing, probabilities.Pointer<T>(), losses.Pointer<T>());
        GC.KeepAlive(x);
        GC.KeepAlive(rows);
        Tensor result = Reduce<T>(losses, reduction, total, rows.LossSizes);
        return Node.IsNeeded(rows.Scores)
            ? new CrossEntropyNode<T>(rows, probabilities, smoothing, reduction, total).Record(result)
            : result;
    }

    private static unsafe Tensor Picked<T>(ClassRows rows, Reduction reduction)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Tensor x = Rows.Contiguous(rows.Scores);
        Tensor losses = Tensor.Empty([rows.Count], x.dtype);
        T* scores = x.Pointer<T>();
        T* loss = losses.Pointer<T>();
        long* targets = rows.Targets.Pointer<long>();
        T* weights = rows.WeightPointer<T>();
        double total = 0;
        for (nint r = 0; r < rows.Count; r++)
        {
            long target = targets[r];
            if (target == rows.IgnoreIndex)
            {
                loss[r] = T.Zero;
                continue;
            }

            T weight = weights == null ? T.One : weights[target];
            total += double.CreateTruncating(weight);
            loss[r] = -(weight * scores[(r * rows.Classes) + (nint)target]);
        }

        GC.KeepAlive(x);
        GC.KeepAlive(rows);
        Tensor result = Reduce<T>(losses, reduction, total, rows.LossSizes);
        return Node.IsNeeded(rows.Scores) ? new NegativeLogLikelihoodNode<T>(rows, reduction, total).Record(result) : result;
    }

    private static unsafe Tensor Reduce<T>(Tensor losses, Reduction reduction, double total, long[] sizes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (reduction == Reduction.None)
        {
            return losses.view(sizes);
        }

        T* values = losses.Pointer<T>();
        double sum = 0;
        for (nint i = 0; i < losses.numel(); i++)
        {
            sum += double.CreateTruncating(values[i]);
        }

        GC.KeepAlive(losses);
        Tensor result = Tensor.Empty([], losses.dtype);
        *result.Pointer<T>() = T.CreateTruncating(reduction == Reduction.Mean ? sum / total : sum);
        return result;
    }

    /// <summary>Cross-entropy against probabilities: −Σ target·log softmax(input); the mean is over the batch.</summary>
    private static Tensor OfProbabilities(Tensor input, Tensor target, Tensor? weight, Reduction reduction, double smoothing)
    {
        if (!input.Sizes.SequenceEqual(target.Sizes) || input.Rank == 0)
        {
            throw TorchError.Of($"cross_entropy: a target of probabilities must have the input's shape {TensorShape.Describe(input.Sizes)}, not {TensorShape.Describe(target.Sizes)}");
        }

        using Scratch scratch = Scratch.Begin();
        int classDim = input.Rank == 1 ? 0 : 1;
        long classes = input.Sizes[classDim];
        Tensor expected = smoothing > 0 ? target.mul(1 - smoothing).add(smoothing / classes) : target;
        Tensor terms = input.log_softmax(classDim).mul(expected);
        if (weight is not null)
        {
            var sizes = new long[input.Rank];
            Array.Fill(sizes, 1);
            sizes[classDim] = classes;
            terms = terms.mul(weight.view(sizes));
        }

        return scratch.Keep(reduction switch
        {
            Reduction.Mean => terms.sum().mul(-1.0 / (input.numel() / Math.Max(classes, 1))),
            Reduction.Sum => terms.sum().neg(),
            _ => terms.sum(classDim).neg(),
        });
    }
}

using System.Numerics;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Losses that compare two tensors element by element, in one pass over both.</summary>
internal static class PairLoss
{
    /// <summary>The loss in the input's precision; a target of another shape is broadcast, as PyTorch does.</summary>
    internal static Tensor Apply<TSingle, TFull>(Tensor input, Tensor target, Reduction reduction, TSingle single, TFull full, string name)
        where TSingle : struct, IPairLoss<float>
        where TFull : struct, IPairLoss<double>
    {
        if (input.dtype != target.dtype)
        {
            throw TorchError.Of($"{Operation(name)}: input and target must have the same type, but got {TorchError.DtypeName(input.dtype)} and {TorchError.DtypeName(target.dtype)}");
        }

        using Scratch scratch = Scratch.Begin();
        if (!input.Sizes.SequenceEqual(target.Sizes))
        {
            long[] sizes = TensorShape.Broadcast(input.Sizes, target.Sizes, Operation(name));
            input = input.expand(sizes);
            target = target.expand(sizes);
        }

        return scratch.Keep(input.dtype switch
        {
            ScalarType.Float32 => Run<float, TSingle>(input, target, reduction, single, name),
            ScalarType.Float64 => Run<double, TFull>(input, target, reduction, full, name),
            _ => throw TorchError.Unsupported(Operation(name), input.dtype),
        });
    }

    internal static Tensor SmoothL1(Tensor input, Tensor target, Reduction reduction, double beta)
    {
        if (!(beta >= 0))
        {
            throw TorchError.Of($"smooth_l1_loss does not support negative values for beta, but got {beta}.");
        }

        return Apply(input, target, reduction, new SmoothError<float>(beta), new SmoothError<double>(beta), "SmoothL1LossBackward0");
    }

    internal static Tensor BinaryCrossEntropy(Tensor input, Tensor target, Tensor? weight, Reduction reduction)
    {
        CheckSameShape("binary_cross_entropy", input, target);
        CheckProbabilities(input);
        return Weighted(weight, reduction, r => Apply(input, target, r, default(BinaryEntropy<float>), default(BinaryEntropy<double>), "BinaryCrossEntropyBackward0"));
    }

    internal static Tensor BinaryCrossEntropyWithLogits(Tensor input, Tensor target, Tensor? weight, Reduction reduction, Tensor? positiveWeights)
    {
        CheckSameShape("binary_cross_entropy_with_logits", input, target);
        return Weighted(weight, reduction, r => positiveWeights is null
            ? Apply(input, target, r, default(BinaryLogitEntropy<float>), default(BinaryLogitEntropy<double>), "BinaryCrossEntropyWithLogitsBackward0")
            : Reduce(PositiveWeighted(input, target, positiveWeights), r));
    }

    private static Tensor PositiveWeighted(Tensor input, Tensor target, Tensor positiveWeights)
    {
        // (1 − t)·x + (1 + (w − 1)·t)·log(1 + exp(−x))
        Tensor factor = positiveWeights.sub(1).mul(target).add(1);
        return target.neg().add(1).mul(input).add(factor.mul(functional.softplus(input.neg())));
    }

    /// <summary>A loss times weights: reduced afterwards, since the mean is over the elements, not the weights.</summary>
    private static Tensor Weighted(Tensor? weight, Reduction reduction, Func<Reduction, Tensor> loss)
    {
        using Scratch scratch = Scratch.Begin();
        return scratch.Keep(weight is null ? loss(reduction) : Reduce(loss(Reduction.None).mul(weight), reduction));
    }

    private static Tensor Reduce(Tensor losses, Reduction reduction) => reduction switch
    {
        Reduction.Mean => losses.mean(),
        Reduction.Sum => losses.sum(),
        _ => losses,
    };

    private static unsafe Tensor Run<T, TLoss>(Tensor input, Tensor target, Reduction reduction, TLoss loss, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLoss : struct, IPairLoss<T>
    {
        Tensor x = Rows.Contiguous(input);
        Tensor t = Rows.Contiguous(target);
        Tensor losses = Tensor.Empty(x.Sizes, x.dtype);
        Kernels.Workers.For((nint)x.numel(), Kernels.ElementKernel.Grain / 8, new PairLossJob<T, TLoss>(loss, x.Pointer<T>(), t.Pointer<T>(), losses.Pointer<T>()));
        GC.KeepAlive(x);
        GC.KeepAlive(t);
        Tensor result = Reduce(losses, reduction);
        return Node.IsNeeded(input, target)
            ? new PairLossNode<T, TLoss>(name, input, target, x, t, loss, reduction).Record(result)
            : result;
    }

    private static void CheckSameShape(string operation, Tensor input, Tensor target)
    {
        if (!input.Sizes.SequenceEqual(target.Sizes))
        {
            throw TorchError.Of($"{operation}: Target size ({TensorShape.Describe(target.Sizes)}) must be the same as input size ({TensorShape.Describe(input.Sizes)})");
        }
    }

    private static void CheckProbabilities(Tensor input)
    {
        if (!input.detach().ge(0).all().item<bool>() || !input.detach().le(1).all().item<bool>())
        {
            throw TorchError.Of("all elements of input should be between 0 and 1 (binary_cross_entropy; for logits use binary_cross_entropy_with_logits)");
        }
    }

    private static string Operation(string name) => name.Replace("Backward0", string.Empty, StringComparison.Ordinal);
}

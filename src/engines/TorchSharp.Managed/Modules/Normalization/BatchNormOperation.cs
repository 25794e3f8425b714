using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>Batch normalization: each channel is shifted and scaled by its statistics.</summary>
internal static class BatchNormOperation
{
    internal static Tensor Apply(Tensor input, Tensor? runningMean, Tensor? runningVar, Tensor? weight, Tensor? bias, bool training, double momentum, double eps)
    {
        Check(input, runningMean, runningVar, weight, bias, training);
        using Scratch scratch = Scratch.Begin();
        return scratch.Keep(input.dtype == ScalarType.Float32
            ? Run<float>(input, runningMean, runningVar, weight, bias, training, momentum, eps)
            : Run<double>(input, runningMean, runningVar, weight, bias, training, momentum, eps));
    }

    /// <summary>Channels that are worth a second thread.</summary>
    internal static nint Grain(nint batch, nint places) => ((ElementKernel.Grain / 4) / Math.Max(1, batch * places)) + 1;

    private static unsafe Tensor Run<T>(Tensor input, Tensor? runningMean, Tensor? runningVar, Tensor? weight, Tensor? bias, bool training, double momentum, double eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint batch = (nint)input.Sizes[0];
        nint channels = (nint)input.Sizes[1];
        nint places = (nint)TensorShape.Count(input.Sizes[2..]);
        bool measured = training || runningMean is null || runningVar is null;
        Tensor x = Rows.Contiguous(input);
        Tensor? w = weight is null ? null : Rows.Contiguous(weight);
        Tensor? b = bias is null ? null : Rows.Contiguous(bias);
        Tensor known = Tensor.Empty([BatchStatistics.Rows, channels], ScalarType.Float64);
        var statistics = new BatchStatistics(known.Pointer<double>(), channels);
        if (!measured)
        {
            Widen<T>(runningMean!, statistics.Means);
            Widen<T>(runningVar!, statistics.Variances);
        }

        Tensor y = Tensor.Empty(x.Sizes, x.dtype);
        var job = new BatchNormJob<T>(batch, channels, places, measured, eps, x.Pointer<T>(), w is null ? null : w.Pointer<T>(), b is null ? null : b.Pointer<T>(), statistics, y.Pointer<T>());
        Workers.For(channels, Grain(batch, places), job);
        GC.KeepAlive(x);
        GC.KeepAlive(w);
        GC.KeepAlive(b);
        GC.KeepAlive(y);
        if (training)
        {
            // The running variance is the unbiased one.
            double count = (double)batch * places;
            Blend<T>(runningMean, statistics.Means, momentum, 1);
            Blend<T>(runningVar, statistics.Variances, momentum, count / (count - 1));
        }

        GC.KeepAlive(known);
        return Node.IsNeeded(input, weight, bias)
            ? new BatchNormNode<T>(input, x, weight, bias, known, measured, eps).Record(y)
            : y;
    }

    private static unsafe void Widen<T>(Tensor running, double* target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* source = running.Pointer<T>();
        nint step = (nint)running.Strides[0];
        for (nint c = 0; c < (nint)running.Sizes[0]; c++)
        {
            target[c] = double.CreateTruncating(source[c * step]);
        }

        GC.KeepAlive(running);
    }

    private static unsafe void Blend<T>(Tensor? running, double* measured, double momentum, double factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (running is null)
        {
            return;
        }

        using GradMode mode = GradMode.Set(false);
        InPlace.Check(running);
        T* target = running.Pointer<T>();
        nint step = (nint)running.Strides[0];
        T keep = T.CreateTruncating(1 - momentum);
        for (nint c = 0; c < (nint)running.Sizes[0]; c++)
        {
            target[c * step] = (target[c * step] * keep) + T.CreateTruncating(measured[c] * momentum * factor);
        }

        InPlace.Finish(running);
        GC.KeepAlive(running);
    }

    private static void Check(Tensor input, Tensor? runningMean, Tensor? runningVar, Tensor? weight, Tensor? bias, bool training)
    {
        if (input.Rank < 2)
        {
            throw TorchError.Of($"batch_norm: the input must have at least a batch and a channel dimension, not the shape {TensorShape.Describe(input.Sizes)}");
        }

        if (!Dtype.IsFloating(input.dtype))
        {
            throw TorchError.Unsupported("batch_norm", input.dtype);
        }

        long channels = input.Sizes[1];
        Fits(runningMean, nameof(runningMean));
        Fits(runningVar, nameof(runningVar));
        Fits(weight, nameof(weight));
        Fits(bias, nameof(bias));
        if (!training && (runningMean is null || runningVar is null))
        {
            throw TorchError.Of("batch_norm: Expected running_mean and running_var to be defined when training=False");
        }

        void Fits(Tensor? tensor, string name)
        {
            if (tensor is not null && !(tensor.Rank == 1 && tensor.Sizes[0] == channels && tensor.dtype == input.dtype))
            {
                throw TorchError.Of($"batch_norm: {name} should contain {channels} elements of type {TorchError.DtypeName(input.dtype)}, but has the shape {TensorShape.Describe(tensor.Sizes)} and type {TorchError.DtypeName(tensor.dtype)}");
            }
        }
    }
}

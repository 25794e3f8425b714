using TorchSharp.Kernels;

namespace TorchSharp;

/// <summary>Random tensors. Every function draws from the stream in libtorch's order.</summary>
internal static unsafe class Sampling
{
    internal static Tensor Uniform(Tensor x, double from, double to, Generator? generator)
    {
        if (!(from <= to) || !double.IsFinite(from) || !double.IsFinite(to))
        {
            throw TorchError.Of($"uniform_ expects to return a [from, to) range, but found from={from} > to={to}");
        }

        return Draw(x, generator, "uniform_", new UniformJob(from, to));
    }

    internal static Tensor Normal(Tensor x, double mean, double std, Generator? generator) =>
        std >= 0
            ? Draw(x, generator, "normal_", new NormalJob(mean, std))
            : throw TorchError.Of($"normal expects std >= 0.0, but found std {std}");

    /// <summary>Numbers with the means and standard deviations of two tensors.</summary>
    internal static Tensor Normal(Tensor mean, Tensor std, Generator? generator)
    {
        using Scratch scratch = Scratch.Begin();
        using GradMode mode = GradMode.Set(false);
        long[] sizes = TensorShape.Broadcast(mean.Sizes, std.Sizes, "normal");
        Tensor standard = Normal(Tensor.Empty(sizes, Dtype.ToFloating(mean.dtype)), 0, 1, generator);
        return scratch.Keep(standard.mul(std).add(mean));
    }

    internal static Tensor Integers(long low, long high, ReadOnlySpan<long> size, ScalarType dtype, Generator? generator)
    {
        if (low >= high)
        {
            throw TorchError.Of($"random_ expects 'from' to be less than 'to', but got from={low} >= to={high}");
        }

        Tensor result = Tensor.Empty(size, dtype);
        Generator source = generator ?? Generator.Default;
        lock (source)
        {
            nint count = (nint)result.numel();
            switch (dtype)
            {
                case ScalarType.Float32: RandomFill.Integers(source.Stream, result.Pointer<float>(), count, low, high); break;
                case ScalarType.Float64: RandomFill.Integers(source.Stream, result.Pointer<double>(), count, low, high); break;
                case ScalarType.Int64: RandomFill.Integers(source.Stream, result.Pointer<long>(), count, low, high); break;
                case ScalarType.Int32: RandomFill.Integers(source.Stream, result.Pointer<int>(), count, low, high); break;
                case ScalarType.Int16: RandomFill.Integers(source.Stream, result.Pointer<short>(), count, low, high); break;
                case ScalarType.Int8: RandomFill.Integers(source.Stream, result.Pointer<sbyte>(), count, low, high); break;
                default: RandomFill.Integers(source.Stream, result.Pointer<byte>(), count, low, high); break;
            }
        }

        GC.KeepAlive(result);
        return result;
    }

    internal static Tensor Permutation(long n, ScalarType dtype, Generator? generator)
    {
        if (n < 0)
        {
            throw TorchError.Of($"n must be non-negative, got {n}");
        }

        using Scratch scratch = Scratch.Begin();
        Tensor order = Tensor.Empty([n], ScalarType.Int64);
        Generator source = generator ?? Generator.Default;
        lock (source)
        {
            RandomFill.Permutation(source.Stream, order.Pointer<long>(), (nint)n);
        }

        return scratch.Keep(Casts.Same(order, dtype));
    }

    /// <summary>1 with each element's probability, else 0.</summary>
    internal static Tensor Bernoulli(Tensor probabilities, Generator? generator)
    {
        if (!Dtype.IsFloating(probabilities.dtype))
        {
            throw TorchError.Unsupported("bernoulli_tensor_cpu_p_", probabilities.dtype);
        }

        using Scratch scratch = Scratch.Begin();
        Tensor p = Copies.AsContiguous(probabilities.Plain());
        using (GradMode.Set(false))
        {
            if (!Logic.And(p.ge(0), p.le(1)).all().item<bool>())
            {
                throw TorchError.Of("Expected p_in >= 0 && p_in <= 1 to be true for every element of the probabilities");
            }
        }

        Tensor result = Tensor.Empty(p.Sizes, p.dtype);
        Generator source = generator ?? Generator.Default;
        lock (source)
        {
            if (p.dtype == ScalarType.Float32)
            {
                RandomFill.Bernoulli(source.Stream, p.Pointer<float>(), result.Pointer<float>(), (nint)p.numel());
            }
            else
            {
                RandomFill.Bernoulli(source.Stream, p.Pointer<double>(), result.Pointer<double>(), (nint)p.numel());
            }
        }

        GC.KeepAlive(p);
        return scratch.Keep(result);
    }

    /// <summary>Indices drawn with probabilities in proportion to each row's weights.</summary>
    internal static Tensor Multinomial(Tensor weights, long samples, bool replacement, Generator? generator)
    {
        if (weights.Rank is < 1 or > 2 || !Dtype.IsFloating(weights.dtype))
        {
            throw TorchError.Of($"multinomial: prob_dist must be 1 or 2 dim floating point, but has the shape {TensorShape.Describe(weights.Sizes)} and type {weights.dtype}");
        }

        long columns = weights.Sizes[^1];
        if (samples <= 0 || (!replacement && samples > columns))
        {
            throw TorchError.Of($"cannot sample n_sample={samples} from prob_dist.size(-1)={columns} samples {(replacement ? "with" : "without")} replacement");
        }

        using Scratch scratch = Scratch.Begin();
        using GradMode mode = GradMode.Set(false);
        Tensor rows = Views.Reshaped(Casts.Same(weights.Plain(), ScalarType.Float64), [-1, columns]);
        double[] values = [.. Copies.AsContiguous(rows).data<double>()];
        foreach (double weight in values)
        {
            if (!(weight >= 0) || !double.IsFinite(weight))
            {
                throw TorchError.Of($"probability tensor contains either `inf`, `nan` or element < 0: {weight}");
            }
        }

        long count = rows.Sizes[0];
        Tensor result = Tensor.Empty(weights.Rank == 1 ? [samples] : [count, samples], ScalarType.Int64);
        var to = new Span<long>(result.Pointer<long>(), checked((int)result.numel()));
        Generator source = generator ?? Generator.Default;
        lock (source)
        {
            if (!replacement || samples == 1)
            {
                DrawWithout(values, (int)columns, (int)samples, weights.dtype, source.Stream, to);
            }
            else
            {
                DrawWith(values, (int)columns, (int)samples, source.Stream, to);
            }
        }

        GC.KeepAlive(result);
        return scratch.Keep(result);
    }

    /// <summary>The largest values of weight / exponential: one exponential per weight decides all draws of a row.</summary>
    private static void DrawWithout(double[] weights, int columns, int samples, ScalarType dtype, Mt19937 stream, Span<long> to)
    {
        var keys = new double[columns];
        var indices = new long[columns];
        for (int row = 0; row * columns < weights.Length; row++)
        {
            int positive = 0;
            for (int c = 0; c < columns; c++)
            {
                double uniform = stream.NextDouble();
                double exponential = uniform >= 1 - (Math.BitIncrement(1.0) - 1) ? (Math.BitIncrement(1.0) - 1) / 2 : -Math.Log(1 - uniform);
                double weight = weights[(row * columns) + c];
                positive += weight > 0 ? 1 : 0;
                keys[c] = dtype == ScalarType.Float32 ? -((float)weight / (float)exponential) : -(weight / exponential);
                indices[c] = c;
            }

            if (positive < samples)
            {
                throw TorchError.Of($"invalid multinomial distribution: row {row} has {positive} positive weights for {samples} draws without replacement");
            }

            Array.Sort(keys, indices);
            indices.AsSpan(0, samples).CopyTo(to[(row * samples)..]);
        }
    }

    /// <summary>Each draw looks a uniform number up in the row's cumulative distribution.</summary>
    private static void DrawWith(double[] weights, int columns, int samples, Mt19937 stream, Span<long> to)
    {
        var cumulative = new double[columns];
        for (int row = 0; row * columns < weights.Length; row++)
        {
            double sum = 0;
            for (int c = 0; c < columns; c++)
            {
                cumulative[c] = sum += weights[(row * columns) + c];
            }

            if (!(sum > 0))
            {
                throw TorchError.Of($"invalid multinomial distribution (sum of probabilities <= 0) in row {row}");
            }

            for (int s = 0; s < samples; s++)
            {
                double at = stream.NextDouble() * sum;
                int found = Array.FindIndex(cumulative, c => c > at);
                to[(row * samples) + s] = found < 0 ? columns - 1 : found;
            }
        }
    }

    /// <summary>
    /// Draws into a tensor of any strides. Numbers come in the order of the strides, not of the dimensions, and where
    /// the tensor is not contiguous normal numbers come one by one.
    /// </summary>
    private static Tensor Draw<TJob>(Tensor x, Generator? generator, string operation, TJob job)
        where TJob : struct, IDrawJob
    {
        InPlace.Check(x);
        Node? node = Node.IsNeeded(x) ? new Functions.ConstantNode("NormalBackward0", x) : null;
        using (Scratch.Begin())
        {
            bool contiguous = x.is_contiguous();
            Tensor inOrder = contiguous ? x : Views.Permute(x.Plain(), ByStride(x));
            Tensor target = inOrder.is_contiguous() ? inOrder : Tensor.Empty(inOrder.Sizes, x.dtype);
            Generator source = generator ?? Generator.Default;
            lock (source)
            {
                switch (x.dtype)
                {
                    case ScalarType.Float32: job.Run(source.Stream, target.Pointer<float>(), (nint)target.numel(), contiguous); break;
                    case ScalarType.Float64: job.Run(source.Stream, target.Pointer<double>(), (nint)target.numel(), contiguous); break;
                    default: throw TorchError.Unsupported(operation, x.dtype);
                }
            }

            if (!ReferenceEquals(target, inOrder))
            {
                Copies.Copy(inOrder, target);
            }

            GC.KeepAlive(target);
        }

        return InPlace.Finish(x, node);
    }

    /// <summary>The dimensions from the largest stride to the smallest.</summary>
    private static long[] ByStride(Tensor x)
    {
        long[] strides = x.stride();
        return [.. Enumerable.Range(0, strides.Length).OrderByDescending(d => strides[d]).Select(static d => (long)d)];
    }

    private interface IDrawJob
    {
        void Run(Mt19937 stream, float* target, nint count, bool contiguous);

        void Run(Mt19937 stream, double* target, nint count, bool contiguous);
    }

    private readonly struct UniformJob(double from, double to) : IDrawJob
    {
        public void Run(Mt19937 stream, float* target, nint count, bool contiguous) => RandomFill.Uniform(stream, target, count, from, to);

        public void Run(Mt19937 stream, double* target, nint count, bool contiguous) => RandomFill.Uniform(stream, target, count, from, to);
    }

    private readonly struct NormalJob(double mean, double std) : IDrawJob
    {
        public void Run(Mt19937 stream, float* target, nint count, bool contiguous)
        {
            if (contiguous)
            {
                RandomFill.Normal(stream, target, count, mean, std);
                return;
            }

            for (nint i = 0; i < count; i++)
            {
                target[i] = (float)((stream.NextNormal() * std) + mean);
            }
        }

        public void Run(Mt19937 stream, double* target, nint count, bool contiguous)
        {
            if (contiguous)
            {
                RandomFill.Normal(stream, target, count, mean, std);
                return;
            }

            for (nint i = 0; i < count; i++)
            {
                target[i] = (stream.NextNormal() * std) + mean;
            }
        }
    }
}

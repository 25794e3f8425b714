using System.Numerics;

namespace TorchSharp;

/// <summary>What the factories share.</summary>
internal static unsafe class Creation
{
    /// <summary>The type of a tensor full of a number.</summary>
    internal static ScalarType TypeOf(Scalar value) => value.IsFloating ? ScalarType.Float32 : ScalarType.Int64;

    /// <summary>Checks the device and sets the flag.</summary>
    internal static Tensor Finish(Tensor result, Device? device, bool requiresGrad)
    {
        torch.Available(device);
        return requiresGrad ? result.requires_grad_() : result;
    }

    internal static Tensor Empty(ReadOnlySpan<long> size, ScalarType dtype, Device? device, bool requiresGrad, string operation)
    {
        TensorShape.CheckSizes(size, operation);
        return Finish(Tensor.Empty(size, Dtype.Checked(dtype)), device, requiresGrad);
    }

    internal static Tensor Full(ReadOnlySpan<long> size, Scalar value, ScalarType dtype, Device? device, bool requiresGrad, string operation)
    {
        TensorShape.CheckSizes(size, operation);
        torch.Available(device);
        Tensor result = value.ToDouble() == 0 ? Tensor.Zeros(size, Dtype.Checked(dtype)) : Tensor.Empty(size, Dtype.Checked(dtype)).fill_(value);
        return Finish(result, device, requiresGrad);
    }

    internal static Tensor Uniform(ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator, string operation) =>
        Finish(Sampling.Uniform(Empty(size, dtype ?? ScalarType.Float32, device, false, operation), 0, 1, generator), device, requiresGrad);

    internal static Tensor Normal(ReadOnlySpan<long> size, double mean, double std, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator, string operation) =>
        Finish(Sampling.Normal(Empty(size, dtype ?? ScalarType.Float32, device, false, operation), mean, std, generator), device, requiresGrad);

    internal static Tensor Integers(long low, long high, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator)
    {
        TensorShape.CheckSizes(size, "randint");
        return Finish(Sampling.Integers(low, high, size, Dtype.Checked(dtype ?? ScalarType.Int64), generator), device, requiresGrad);
    }

    internal static Tensor Range(Scalar start, Scalar stop, Scalar step, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        bool floating = start.IsFloating || stop.IsFloating || step.IsFloating;
        ScalarType type = Dtype.Checked(dtype ?? (floating ? ScalarType.Float32 : ScalarType.Int64));
        double distance = stop.ToDouble() - start.ToDouble();
        double width = step.ToDouble();
        if (width == 0 || !double.IsFinite(distance) || !double.IsFinite(width))
        {
            throw TorchError.Of(width == 0 ? "step must be nonzero" : $"unsupported range: {start} -> {stop}");
        }

        if (distance / width < 0)
        {
            throw TorchError.Of($"upper bound and lower bound inconsistent with step sign: from {start} to {stop} by {step}");
        }

        long count = floating
            ? (long)Math.Ceiling(distance / width)
            : checked((stop.ToInt64() - start.ToInt64() + step.ToInt64() - Math.Sign(step.ToInt64())) / step.ToInt64());
        using Scratch scratch = Scratch.Begin();
        Tensor values = Tensor.Empty([count], floating ? ScalarType.Float64 : ScalarType.Int64);
        for (long i = 0; i < count; i++)
        {
            if (floating)
            {
                values.Pointer<double>()[i] = start.ToDouble() + (i * width);
            }
            else
            {
                values.Pointer<long>()[i] = start.ToInt64() + (i * step.ToInt64());
            }
        }

        return scratch.Keep(Finish(Casts.Same(values, type), device, requiresGrad));
    }

    internal static Tensor Linspace(double start, double end, long steps, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        if (steps < 0)
        {
            throw TorchError.Of($"number of steps must be non-negative, but got {steps}");
        }

        using Scratch scratch = Scratch.Begin();
        Tensor values = Tensor.Empty([steps], ScalarType.Float64);
        double width = steps > 1 ? (end - start) / (steps - 1) : 0;
        for (long i = 0; i < steps; i++)
        {
            // Counted from the nearer end, so that both ends are exact.
            values.Pointer<double>()[i] = i < steps / 2 || steps == 1 ? start + (i * width) : end - ((steps - 1 - i) * width);
        }

        return scratch.Keep(Finish(Casts.Same(values, dtype ?? ScalarType.Float32), device, requiresGrad));
    }

    internal static Tensor Eye(long rows, long columns, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        long width = columns == -1 ? rows : columns;
        Tensor result = Full([rows, width], 0, dtype ?? ScalarType.Float32, device, false, "eye");
        long count = Math.Min(rows, width);
        if (count > 0)
        {
            using Scratch scratch = Scratch.Begin();
            result.Window([count], [width + 1], 0).fill_(1);
        }

        return Finish(result, device, requiresGrad);
    }

    /// <summary>A tensor of one number.</summary>
    internal static Tensor Of<T>(T value, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged => Of(new ReadOnlySpan<T>(in value), size, dtype, device, requiresGrad);

    /// <summary>The elements of a list in a shape.</summary>
    internal static Tensor Of<T>(IList<T> values, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged =>
        Of<T>(values is T[] array ? array : values is List<T> list ? CollectionsMarshal.AsSpan(list) : [.. values], size, dtype, device, requiresGrad);

    /// <summary>A tensor with the shape and elements of an array of any rank.</summary>
    internal static Tensor Of<T>(Array values, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged
    {
        var sizes = new long[values.Rank];
        for (int d = 0; d < sizes.Length; d++)
        {
            sizes[d] = values.GetLongLength(d);
        }

        ref byte first = ref MemoryMarshal.GetArrayDataReference(values);
        var span = MemoryMarshal.CreateReadOnlySpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref first), values.Length);
        return Of(span, sizes, dtype, device, requiresGrad);
    }

    /// <summary>A tensor with the shape and elements of an array whose element type is not known at compile time.</summary>
    internal static Tensor OfAny(Array values, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        ArgumentNullException.ThrowIfNull(values);
        Type element = values.GetType().GetElementType()!;
        return element == typeof(float) ? Of<float>(values, dtype, device, requiresGrad)
            : element == typeof(double) ? Of<double>(values, dtype, device, requiresGrad)
            : element == typeof(long) ? Of<long>(values, dtype, device, requiresGrad)
            : element == typeof(int) ? Of<int>(values, dtype, device, requiresGrad)
            : element == typeof(short) ? Of<short>(values, dtype, device, requiresGrad)
            : element == typeof(sbyte) ? Of<sbyte>(values, dtype, device, requiresGrad)
            : element == typeof(byte) ? Of<byte>(values, dtype, device, requiresGrad)
            : element == typeof(bool) ? Of<bool>(values, dtype, device, requiresGrad)
            : throw new ArgumentException($"An array of {element.Name} cannot be made a tensor: use float, double, long, int, short, sbyte, byte or bool.", nameof(values));
    }

    /// <summary>Elements in a shape.</summary>
    internal static Tensor Of<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged
    {
        if (TensorShape.Count(size) != values.Length)
        {
            throw new ArgumentException($"{values.Length} elements do not make a tensor of shape {TensorShape.Describe(size)}.", nameof(size));
        }

        using Scratch scratch = Scratch.Begin();
        Tensor result = Tensor.Empty(size, Dtype.Of<T>());
        values.CopyTo(new Span<T>(result.Pointer<T>(), values.Length));
        return scratch.Keep(Finish(dtype is { } type ? Casts.Same(result, type) : result, device, requiresGrad));
    }

    /// <summary>The value of a tensor with one element, cast to a .NET type.</summary>
    internal static T Value<T>(Tensor x)
        where T : unmanaged
    {
        using Scratch scratch = Scratch.Begin();
        return Casts.Same(x.Plain(), Dtype.Of<T>()).item<T>();
    }
}

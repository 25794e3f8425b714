using System.Numerics;

namespace TorchSharp;

/// <summary>Relations between elements.</summary>
internal static class Comparisons
{
    internal static Tensor Of<TKernel>(Tensor x, Tensor y, TKernel kernel, string operation)
        where TKernel : struct, IComparison
    {
        using Scratch scratch = Scratch.Begin();
        ScalarType dtype = Dtype.Result(x, y);
        Tensor a = Casts.Same(x, dtype);
        Tensor b = Casts.Same(y, dtype);
        Tensor result = Elements.ResultFor(a, b, ScalarType.Bool, operation);
        Elements.Compare(result, a, b, kernel);
        return scratch.Keep(result);
    }

    internal static Tensor Of<TKernel>(Tensor x, Scalar y, TKernel kernel, string operation)
        where TKernel : struct, IComparison
    {
        using Scratch scratch = Scratch.Begin();
        return scratch.Keep(Of(x, Tensor.Empty([], Dtype.Result(x, y)).fill_(y), kernel, operation));
    }

    internal static Tensor IsNaN(Tensor x)
    {
        using Scratch scratch = Scratch.Begin();
        Tensor plain = x.Plain();
        return scratch.Keep(Of(plain, plain, default(NotEqual), "isnan"));
    }

    internal static Tensor IsFinite(Tensor x)
    {
        using Scratch scratch = Scratch.Begin();
        Tensor plain = x.Plain();
        return scratch.Keep(Dtype.IsFloating(x.dtype) ? Of(Functions.Abs(plain), double.PositiveInfinity, default(Less), "isfinite") : Of(plain, plain, default(Equal), "isfinite"));
    }

    /// <summary>Whether all elements are within atol + rtol·|target| of the target's.</summary>
    internal static bool AllClose(Tensor x, Tensor target, double rtol, double atol, bool equalNan)
    {
        if (x.dtype != target.dtype)
        {
            throw TorchError.Of($"{TorchError.DtypeName(x.dtype)} did not match {TorchError.DtypeName(target.dtype)}: allclose compares tensors of one type");
        }

        using GradMode mode = GradMode.Set(false);
        using Scratch scratch = Scratch.Begin();
        Tensor a = Casts.Same(x, ScalarType.Float64);
        Tensor b = Casts.Same(target, ScalarType.Float64);
        Tensor distance = a.sub(b).abs();
        Tensor close = Logic.And(distance.le(b.abs().mul(rtol).add(atol)), IsFinite(distance));
        close = Logic.Or(close, a.eq(b));
        if (equalNan)
        {
            close = Logic.Or(close, Logic.And(IsNaN(a), IsNaN(b)));
        }

        return close.all().item<bool>();
    }

    internal readonly struct Equal : IComparison
    {
        public bool Holds<T>(T x, T y)
            where T : unmanaged, INumber<T> => x == y;
    }

    internal readonly struct NotEqual : IComparison
    {
        public bool Holds<T>(T x, T y)
            where T : unmanaged, INumber<T> => x != y;
    }

    internal readonly struct Less : IComparison
    {
        public bool Holds<T>(T x, T y)
            where T : unmanaged, INumber<T> => x < y;
    }

    internal readonly struct LessOrEqual : IComparison
    {
        public bool Holds<T>(T x, T y)
            where T : unmanaged, INumber<T> => x <= y;
    }

    internal readonly struct Greater : IComparison
    {
        public bool Holds<T>(T x, T y)
            where T : unmanaged, INumber<T> => x > y;
    }

    internal readonly struct GreaterOrEqual : IComparison
    {
        public bool Holds<T>(T x, T y)
            where T : unmanaged, INumber<T> => x >= y;
    }
}

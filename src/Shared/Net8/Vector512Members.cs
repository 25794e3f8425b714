using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace System.Runtime.Intrinsics;

/// <summary>Members of <see cref="Vector512"/> that .NET 8 lacks, with .NET 10's names, so that kernels are written once.</summary>
internal static class Vector512Members
{
    extension(Vector512)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> FusedMultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend)
            => Avx512F.IsSupported
                ? Avx512F.FusedMultiplyAdd(left, right, addend)
                : Vector512.Create(
                    Vector256.FusedMultiplyAdd(left.GetLower(), right.GetLower(), addend.GetLower()),
                    Vector256.FusedMultiplyAdd(left.GetUpper(), right.GetUpper(), addend.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> FusedMultiplyAdd(Vector512<double> left, Vector512<double> right, Vector512<double> addend)
            => Avx512F.IsSupported
                ? Avx512F.FusedMultiplyAdd(left, right, addend)
                : Vector512.Create(
                    Vector256.FusedMultiplyAdd(left.GetLower(), right.GetLower(), addend.GetLower()),
                    Vector256.FusedMultiplyAdd(left.GetUpper(), right.GetUpper(), addend.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> MultiplyAddEstimate(Vector512<float> left, Vector512<float> right, Vector512<float> addend)
            => Avx512F.IsSupported || Fma.IsSupported || AdvSimd.Arm64.IsSupported
                ? Vector512.FusedMultiplyAdd(left, right, addend)
                : (left * right) + addend;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> MultiplyAddEstimate(Vector512<double> left, Vector512<double> right, Vector512<double> addend)
            => Avx512F.IsSupported || Fma.IsSupported || AdvSimd.Arm64.IsSupported
                ? Vector512.FusedMultiplyAdd(left, right, addend)
                : (left * right) + addend;
    }

    extension<T>(Vector512<T>)
    {
        public static Vector512<T> Indices
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                if (typeof(T) == typeof(float))
                {
                    return Vector512.Create(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f, 10f, 11f, 12f, 13f, 14f, 15f).As<float, T>();
                }

                if (typeof(T) == typeof(double))
                {
                    return Vector512.Create(0d, 1d, 2d, 3d, 4d, 5d, 6d, 7d).As<double, T>();
                }

                throw new NotSupportedException($"Indices of {typeof(T)}.");
            }
        }
    }
}

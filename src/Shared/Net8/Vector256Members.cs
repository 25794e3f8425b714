using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace System.Runtime.Intrinsics;

/// <summary>Members of <see cref="Vector256"/> that .NET 8 lacks, with .NET 10's names, so that kernels are written once.</summary>
internal static class Vector256Members
{
    extension(Vector256)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> FusedMultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend)
            => Fma.IsSupported
                ? Fma.MultiplyAdd(left, right, addend)
                : Vector256.Create(
                    Vector128.FusedMultiplyAdd(left.GetLower(), right.GetLower(), addend.GetLower()),
                    Vector128.FusedMultiplyAdd(left.GetUpper(), right.GetUpper(), addend.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> FusedMultiplyAdd(Vector256<double> left, Vector256<double> right, Vector256<double> addend)
            => Fma.IsSupported
                ? Fma.MultiplyAdd(left, right, addend)
                : Vector256.Create(
                    Vector128.FusedMultiplyAdd(left.GetLower(), right.GetLower(), addend.GetLower()),
                    Vector128.FusedMultiplyAdd(left.GetUpper(), right.GetUpper(), addend.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> MultiplyAddEstimate(Vector256<float> left, Vector256<float> right, Vector256<float> addend)
            => Fma.IsSupported || AdvSimd.Arm64.IsSupported ? Vector256.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> MultiplyAddEstimate(Vector256<double> left, Vector256<double> right, Vector256<double> addend)
            => Fma.IsSupported || AdvSimd.Arm64.IsSupported ? Vector256.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;
    }

    extension<T>(Vector256<T>)
    {
        public static Vector256<T> Indices
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                if (typeof(T) == typeof(float))
                {
                    return Vector256.Create(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f).As<float, T>();
                }

                if (typeof(T) == typeof(double))
                {
                    return Vector256.Create(0d, 1d, 2d, 3d).As<double, T>();
                }

                throw new NotSupportedException($"Indices of {typeof(T)}.");
            }
        }
    }
}

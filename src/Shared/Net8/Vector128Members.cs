using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace System.Runtime.Intrinsics;

/// <summary>Members of <see cref="Vector128"/> that .NET 8 lacks, with .NET 10's names, so that kernels are written once.</summary>
internal static class Vector128Members
{
    extension(Vector128)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> FusedMultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend)
        {
            if (Fma.IsSupported)
            {
                return Fma.MultiplyAdd(left, right, addend);
            }

            if (AdvSimd.Arm64.IsSupported)
            {
                return AdvSimd.FusedMultiplyAdd(addend, left, right);
            }

            return Vector128.Create(
                MathF.FusedMultiplyAdd(left[0], right[0], addend[0]),
                MathF.FusedMultiplyAdd(left[1], right[1], addend[1]),
                MathF.FusedMultiplyAdd(left[2], right[2], addend[2]),
                MathF.FusedMultiplyAdd(left[3], right[3], addend[3]));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> FusedMultiplyAdd(Vector128<double> left, Vector128<double> right, Vector128<double> addend)
        {
            if (Fma.IsSupported)
            {
                return Fma.MultiplyAdd(left, right, addend);
            }

            if (AdvSimd.Arm64.IsSupported)
            {
                return AdvSimd.Arm64.FusedMultiplyAdd(addend, left, right);
            }

            return Vector128.Create(
                Math.FusedMultiplyAdd(left[0], right[0], addend[0]), Math.FusedMultiplyAdd(left[1], right[1], addend[1]));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> MultiplyAddEstimate(Vector128<float> left, Vector128<float> right, Vector128<float> addend)
            => Fma.IsSupported || AdvSimd.Arm64.IsSupported ? Vector128.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> MultiplyAddEstimate(Vector128<double> left, Vector128<double> right, Vector128<double> addend)
            => Fma.IsSupported || AdvSimd.Arm64.IsSupported ? Vector128.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;
    }

    extension<T>(Vector128<T>)
    {
        public static Vector128<T> Indices
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                if (typeof(T) == typeof(float))
                {
                    return Vector128.Create(0f, 1f, 2f, 3f).As<float, T>();
                }

                if (typeof(T) == typeof(double))
                {
                    return Vector128.Create(0d, 1d).As<double, T>();
                }

                throw new NotSupportedException($"Indices of {typeof(T)}.");
            }
        }
    }
}

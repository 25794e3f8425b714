using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// Fills with random numbers, drawing from the stream in libtorch's order, so that the same seed and the same calls give
/// the same numbers.
/// </summary>
internal static unsafe class RandomFill
{
    /// <summary>Elements from which libtorch draws normal numbers in blocks.</summary>
    private const int NormalBlock = 16;

    /// <summary>Ranges from which 64 bits are drawn, so that the remainder stays nearly unbiased.</summary>
    private const ulong WideRange = 1UL << 28;

    /// <summary>Uniform in [from, to).</summary>
    public static void Uniform(Mt19937 generator, float* target, nint count, double from, double to)
    {
        float low = (float)from;
        float width = (float)to - low;
        for (nint index = 0; index < count; index++)
        {
            target[index] = MathF.FusedMultiplyAdd(generator.NextSingle(), width, low);
        }
    }

    /// <inheritdoc cref="Uniform(Mt19937, float*, nint, double, double)"/>
    public static void Uniform(Mt19937 generator, double* target, nint count, double from, double to)
    {
        for (nint index = 0; index < count; index++)
        {
            target[index] = Math.FusedMultiplyAdd(generator.NextDouble(), to - from, from);
        }
    }

    /// <summary>Normal with this mean and standard deviation.</summary>
    public static void Normal(Mt19937 generator, float* target, nint count, double mean, double std)
    {
        if (count < NormalBlock)
        {
            for (nint index = 0; index < count; index++)
            {
                target[index] = (float)Math.FusedMultiplyAdd(generator.NextNormal(), std, mean);
            }

            return;
        }

        for (nint index = 0; index < count; index++)
        {
            target[index] = generator.NextSingle();
        }

        for (nint index = 0; index + NormalBlock <= count; index += NormalBlock)
        {
            BoxMuller.Transform(target + index, (float)mean, (float)std);
        }

        if (count % NormalBlock != 0)
        {
            // The last 16 are drawn again as one block, the ones before it kept.
            float* last = target + count - NormalBlock;
            for (int index = 0; index < NormalBlock; index++)
            {
                last[index] = generator.NextSingle();
            }

            BoxMuller.Transform(last, (float)mean, (float)std);
        }
    }

    /// <inheritdoc cref="Normal(Mt19937, float*, nint, double, double)"/>
    public static void Normal(Mt19937 generator, double* target, nint count, double mean, double std)
    {
        if (count < NormalBlock)
        {
            for (nint index = 0; index < count; index++)
            {
                target[index] = Math.FusedMultiplyAdd(generator.NextNormal(), std, mean);
            }

            return;
        }

        for (nint index = 0; index < count; index++)
        {
            target[index] = generator.NextDouble();
        }

        for (nint index = 0; index + NormalBlock <= count; index += NormalBlock)
        {
            BoxMuller.Transform(target + index, mean, std);
        }

        if (count % NormalBlock != 0)
        {
            double* last = target + count - NormalBlock;
            for (int index = 0; index < NormalBlock; index++)
            {
                last[index] = generator.NextDouble();
            }

            BoxMuller.Transform(last, mean, std);
        }
    }

    /// <summary>1 with this probability, else 0.</summary>
    public static void Bernoulli<T>(Mt19937 generator, T* target, nint count, double probability)
        where T : unmanaged, INumberBase<T>
    {
        for (nint index = 0; index < count; index++)
        {
            target[index] = Bernoulli(generator, probability) ? T.One : T.Zero;
        }
    }

    /// <summary>True with this probability.</summary>
    public static bool Bernoulli(Mt19937 generator, double probability) => generator.NextDouble() < probability;

    /// <summary>1 with each element's own probability, else 0; probabilities and target may be the same.</summary>
    public static void Bernoulli(Mt19937 generator, float* probabilities, float* target, nint count)
    {
        for (nint index = 0; index < count; index++)
        {
            target[index] = generator.NextSingle() < probabilities[index] ? 1 : 0;
        }
    }

    /// <inheritdoc cref="Bernoulli(Mt19937, float*, float*, nint)"/>
    public static void Bernoulli(Mt19937 generator, double* probabilities, double* target, nint count)
    {
        for (nint index = 0; index < count; index++)
        {
            target[index] = generator.NextDouble() < probabilities[index] ? 1 : 0;
        }
    }

    /// <summary>Whole numbers in [low, high), in the type asked for.</summary>
    public static void Integers<T>(Mt19937 generator, T* target, nint count, long low, long high)
        where T : unmanaged, INumberBase<T>
    {
        ulong range = (ulong)high - (ulong)low;
        for (nint index = 0; index < count; index++)
        {
            ulong value = range >= WideRange ? generator.Next64() % range : generator.Next32() % range;
            target[index] = T.CreateTruncating((long)value + low);
        }
    }

    /// <summary>A random order of 0 … count − 1.</summary>
    public static void Permutation(Mt19937 generator, long* target, nint count)
    {
        for (nint index = 0; index < count; index++)
        {
            target[index] = index;
        }

        bool wide = count >= uint.MaxValue / 20;
        for (nint index = 0; index < count - 1; index++)
        {
            ulong remaining = (ulong)(count - index);
            nint other = index + (nint)(wide ? generator.Next64() % remaining : generator.Next32() % remaining);
            (target[index], target[other]) = (target[other], target[index]);
        }
    }
}

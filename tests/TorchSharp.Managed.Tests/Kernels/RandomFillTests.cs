using System.Runtime.InteropServices;
using TorchSharp.Kernels;

namespace TorchSharp.Managed.Tests.Kernels;

/// <summary>
/// The random stream against libtorch's. The hashes (FNV-1a over the bytes of the results for sizes 1 to 100, each size
/// being its own seed) were made with libtorch on a machine with AVX2.
/// </summary>
public sealed unsafe class RandomFillTests
{
    [Fact]
    public void Known_numbers_of_seed_zero()
    {
        Mt19937 generator = new(0);
        Close([1.5409961, -0.2934289, -2.1787894, 0.5684313, -1.0845224], Normals(generator, 5));
        Close([0.0223258, 0.1688590, 0.2938885], Fill<float>(3, p => RandomFill.Uniform(generator, p, 3, 0, 1)));
        Assert.Equal([0L, 5, 2, 7, 1, 3, 4, 6], Fill<long>(8, p => RandomFill.Permutation(generator, p, 8)));
        Close([-1.1258398, -1.1523602, -0.2505786], Normals(new Mt19937(0), 20)[..3]);
    }

    [Fact]
    public void Known_numbers_of_the_published_initialisation()
    {
        Mt19937 generator = new(42424242);
        float[] w1 = Fill<float>(512 * 784, p => RandomFill.Normal(generator, p, 512 * 784, 0, Math.Sqrt(2.0 / 1296)));
        float[] w2 = Fill<float>(10 * 512, p => RandomFill.Normal(generator, p, 10 * 512, 0, Math.Sqrt(2.0 / 522)));
        Assert.Equal([-0.00357823586f, -0.0986322388f, 0.00722471159f, -0.0359102786f, 0.0430829078f], w1[..5]);
        Assert.Equal(-0.0311629567f, w1[^1]);
        Assert.Equal(-11.787806, w1.Sum(x => (double)x), 5);
        Assert.Equal([0.0330145285f, 0.0432362258f, -0.0772203505f], w2[..3]);
        Assert.Equal(0x5bc88faebc826aa9UL, Hash(14695981039346656037UL, w1));
    }

    [Fact]
    public void Uniform_single() => Check<float>(0xb24a3560fce1b056, (g, p, n) => RandomFill.Uniform(g, p, n, -0.25, 0.75));

    [Fact]
    public void Uniform_double() => Check<double>(0x4732f04fbe95808a, (g, p, n) => RandomFill.Uniform(g, p, n, -0.25, 0.75));

    [Fact]
    public void Normal_single() => Check<float>(0x5e6fd8b9de448863, (g, p, n) => RandomFill.Normal(g, p, n, 0.5, 0.1));

    [Fact]
    public void Normal_double()
    {
        // The last bits of log, sin and cos in double precision are the platform's C library's.
        if (OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64)
        {
            Check<double>(0x80a89446f11642a4, (g, p, n) => RandomFill.Normal(g, p, n, 0.5, 0.1));
        }
    }

    [Fact]
    public void Permutation() => Check<long>(0xbf38dff593520867, (g, p, n) => RandomFill.Permutation(g, p, n));

    [Fact]
    public void Integers_of_a_small_range() => Check<long>(0x03e8e3fde35c64a7, (g, p, n) => RandomFill.Integers(g, p, n, -3, 4));

    [Fact]
    public void Integers_of_a_wide_range() => Check<long>(0x90057fc7f9472ba5, (g, p, n) => RandomFill.Integers(g, p, n, 0, 1 << 28));

    [Fact]
    public void Dropout_mask() => Check<float>(0x4d2559ae1368af98, (g, p, n) => RandomFill.Bernoulli(g, p, n, 1 - 0.3));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1000)]
    public void A_saved_state_continues_the_stream(int drawn)
    {
        Mt19937 generator = new(7);
        for (int index = 0; index < drawn; index++)
        {
            generator.NextNormal();
        }

        Mt19937 copy = new(1);
        copy.SetState(generator.GetState());
        Assert.Equal(generator.InitialSeed, copy.InitialSeed);
        Assert.Equal(Normals(generator, 9), Normals(copy, 9));
        Assert.Equal(generator.Next64(), copy.Next64());
    }

    [Fact]
    public void A_wrong_state_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Mt19937(0).SetState(new byte[7]));
        Assert.Throws<ArgumentException>(() => new Mt19937(0).SetState(new byte[Mt19937.StateBytes]));
    }

    private delegate void Filling<T>(Mt19937 generator, T* target, nint count)
        where T : unmanaged;

    private delegate void Target<T>(T* target)
        where T : unmanaged;

    private static void Check<T>(ulong expected, Filling<T> fill)
        where T : unmanaged
    {
        ulong hash = 14695981039346656037UL;
        for (int size = 1; size <= 100; size++)
        {
            hash = Hash(hash, Fill<T>(size, p => fill(new Mt19937((ulong)size), p, size)));
        }

        Assert.Equal(expected, hash);
    }

    private static void Close(double[] expected, float[] actual)
        => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-7));

    private static ulong Hash<T>(ulong hash, T[] values)
        where T : unmanaged
    {
        foreach (byte value in MemoryMarshal.AsBytes<T>(values))
        {
            hash = (hash ^ value) * 1099511628211UL;
        }

        return hash;
    }

    private static float[] Normals(Mt19937 generator, int count) => Fill<float>(count, p => RandomFill.Normal(generator, p, count, 0, 1));

    private static T[] Fill<T>(int count, Target<T> fill)
        where T : unmanaged
    {
        T[] values = new T[count];
        fixed (T* pointer = values)
        {
            fill(pointer);
        }

        return values;
    }
}

using System.Buffers.Binary;

namespace DtcGen.Tests.Shared;

/// <summary>Damages files: bits, bytes, numbers, lengths, parts that go, come twice or change places.</summary>
internal static class Mutator
{
    private const int MostChanges = 4;
    private const int LongestInserted = 64;

    private static readonly long[] Numbers =
    [
        0, 1, -1, sbyte.MaxValue, byte.MaxValue, short.MaxValue, ushort.MaxValue, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue,
        long.MinValue, 1 << 20, 1 << 30,
    ];

    /// <summary>A damaged copy.</summary>
    /// <param name="file">The file.</param>
    /// <param name="random">Decides how it is damaged.</param>
    public static byte[] Damage(byte[] file, Random random)
    {
        var damaged = file.ToList();
        for (var changes = random.Next(1, MostChanges + 1); changes > 0 && damaged.Count > 0; changes--)
        {
            Change(damaged, random);
        }

        return [.. damaged];
    }

    /// <summary>The source of one mutant: it depends on the seed and its number alone, in every process.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="number">The mutant's number.</param>
    public static Random Source(int seed, int number) => new(unchecked((seed * 486187739) + (number * 16777619)));

    /// <summary>A number at which programs stumble.</summary>
    /// <param name="random">Decides which.</param>
    public static long Odd(Random random) => Numbers[random.Next(Numbers.Length)];

    private static void Change(List<byte> file, Random random)
    {
        var at = random.Next(file.Count);
        var length = random.Next(1, Math.Min(LongestInserted, file.Count - at) + 1);
        switch (random.Next(9))
        {
            case 0:
                file[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                file[at] = (byte)random.Next(256);
                break;
            case 2:
                Number(file, at, random);
                break;
            case 3:
                file.RemoveRange(at, file.Count - at);
                break;
            case 4:
                file.RemoveRange(at, length);
                break;
            case 5:
                file.InsertRange(at, file.GetRange(at, length));
                break;
            case 6:
                var inserted = new byte[length];
                random.NextBytes(inserted);
                file.InsertRange(at, inserted);
                break;
            case 7:
                var moved = file.GetRange(at, length);
                file.RemoveRange(at, length);
                file.InsertRange(random.Next(file.Count + 1), moved);
                break;
            default:
                // What is written in digits.
                if (file.FindIndex(at, static value => value is >= (byte)'0' and <= (byte)'9') is >= 0 and var digit)
                {
                    file[digit] = (byte)('0' + random.Next(10));
                    file.InsertRange(digit, Enumerable.Repeat((byte)'9', random.Next(24)));
                }

                break;
        }
    }

    private static void Number(List<byte> file, int at, Random random)
    {
        var bytes = new byte[sizeof(long)];
        var number = Odd(random);
        var width = 1 << random.Next(4);
        if (random.Next(2) == 0)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, number << (64 - (8 * width)));
        }

        for (var i = 0; i < width && at + i < file.Count; i++)
        {
            file[at + i] = bytes[i];
        }
    }
}

using System.Runtime.InteropServices;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>Images to classify.</summary>
internal static class TestImages
{
    public const int Side = 28;

    /// <summary>A seven: a bar at the top and a slanted stroke, three pixels wide.</summary>
    public static float[] Seven { get; } = Draw(
        (x, y) => (y is >= 5 and <= 7 && x is >= 7 and <= 20) || (y is > 7 and < 24 && Math.Abs(x - (20 - (y - 7) * 0.5)) <= 1.5));

    public static byte[] Bytes(float[] pixels) => MemoryMarshal.AsBytes<float>(pixels).ToArray();

    private static float[] Draw(Func<int, int, bool> light) =>
        [.. from y in Enumerable.Range(0, Side) from x in Enumerable.Range(0, Side) select light(x, y) ? 1f : 0f];
}

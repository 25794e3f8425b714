using System.Runtime.InteropServices;
using System.Text.Json;

namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>The committed golden values, written by make_goldens.py from PyTorch.</summary>
internal static class GoldenFile
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Goldens", "_golden");
    private static readonly byte[] Data = File.ReadAllBytes(Path.Combine(Folder, "operations.bin"));

    /// <summary>All cases, by operation.</summary>
    internal static ILookup<string, GoldenCase> Cases { get; } =
        File.ReadLines(Path.Combine(Folder, "operations.jsonl")).Select(Parse).ToLookup(static c => c.Operation);

    /// <summary>The elements as numbers: NaN and infinities as they are, true as 1.</summary>
    internal static double[] Numbers(GoldenTensor stored) => stored.Code switch
    {
        'd' => Elements<double>(stored).ToArray(),
        'f' => [.. Elements<float>(stored).ToArray().Select(static x => (double)x)],
        'l' => [.. Elements<long>(stored).ToArray().Select(static x => (double)x)],
        'i' => [.. Elements<int>(stored).ToArray().Select(static x => (double)x)],
        'b' => [.. Elements<byte>(stored).ToArray().Select(static x => (double)x)],
        _ => throw new InvalidDataException($"The golden file names an element type '{stored.Code}'."),
    };

    private static ReadOnlySpan<T> Elements<T>(GoldenTensor stored)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Data.AsSpan(stored.Offset))[..stored.Count];

    private static GoldenCase Parse(string line, int number)
    {
        JsonElement json = JsonDocument.Parse(line).RootElement;
        return new GoldenCase(
            json.GetProperty("op").GetString()!,
            number + 1,
            json.GetProperty("args"),
            [.. json.GetProperty("in").EnumerateArray().Select(static e => GoldenTensor.From(e)!)],
            [.. json.GetProperty("out").EnumerateArray().Select(static e => GoldenTensor.From(e)!)],
            [.. json.GetProperty("grad").EnumerateArray().Select(static e => GoldenTensor.From(e))]);
    }
}

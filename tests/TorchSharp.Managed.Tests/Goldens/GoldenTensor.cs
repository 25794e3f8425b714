using System.Text.Json;

namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>One stored tensor: element type ('f' single, 'd' double, 'l' long, 'i' int, 'b' bool), shape, offset in the binary file.</summary>
internal sealed record GoldenTensor(char Code, long[] Shape, int Offset)
{
    internal static GoldenTensor? From(JsonElement json) => json.ValueKind == JsonValueKind.Null
        ? null
        : new GoldenTensor(json[0].GetString()![0], [.. json[1].EnumerateArray().Select(static e => e.GetInt64())], json[2].GetInt32());

    internal bool IsFloating => Code is 'f' or 'd';

    internal int Count => (int)Shape.Aggregate(1L, static (a, b) => a * b);
}

using System.Runtime.InteropServices;

namespace OnnxRuntime.Native.Tests;

/// <summary>A small model: <c>sum = x + [1, 2, 3]</c> and <c>twice = sum + sum</c>, for x of shape [batch, 3].</summary>
internal static class TestModel
{
    public static byte[] Bytes { get; } = Build();

    private static byte[] Build()
    {
        var graph = new Wire()
            .Message(1, Node("Add", "sum", "x", "step"))
            .Message(1, Node("Add", "twice", "sum", "sum"))
            .Text(2, "steps")
            .Message(5, new Wire().Int(1, 3).Int(2, 1).Text(8, "step").Bytes(9, MemoryMarshal.AsBytes<float>([1f, 2f, 3f]).ToArray()))
            .Message(11, Value("x"))
            .Message(12, Value("sum"))
            .Message(12, Value("twice"));
        return new Wire()
            .Int(1, 8)
            .Text(2, "by hand")
            .Text(4, "test.domain")
            .Int(5, 7)
            .Text(6, "adds a step")
            .Message(7, graph)
            .Message(8, new Wire().Text(1, "").Int(2, 17))
            .Message(14, new Wire().Text(1, "seed").Text(2, "42"))
            .Message(14, new Wire().Text(1, "größe").Text(2, "zwölf"))
            .ToArray();
    }

    private static Wire Node(string operation, string output, string left, string right) =>
        new Wire().Text(1, left).Text(1, right).Text(2, output).Text(3, output).Text(4, operation);

    private static Wire Value(string name)
    {
        Wire shape = new Wire().Message(1, new Wire().Text(2, "batch")).Message(1, new Wire().Int(1, 3));
        return new Wire().Text(1, name).Message(2, new Wire().Message(1, new Wire().Int(1, 1).Message(2, shape)));
    }
}

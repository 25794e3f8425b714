using System.Globalization;
using static DtcGen.Onnx.Proto.AttributeProto.Types;

namespace DtcGen.Onnx;

/// <summary>The operators of ONNX's default domain, read from operators.txt.</summary>
internal static class OperatorTable
{
    private static readonly Lazy<ILookup<string, OperatorSignature>> Operators = new(Read);

    /// <summary>The signature in force at an operator set, or null when there is none or it is withdrawn.</summary>
    public static OperatorSignature? Find(string name, long opset)
    {
        var found = Operators.Value[name].LastOrDefault(s => s.Since <= opset);
        return found is { Withdrawn: false } ? found : null;
    }

    private static ILookup<string, OperatorSignature> Read()
    {
        using var stream = typeof(OperatorTable).Assembly.GetManifestResourceStream("operators.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(static line => line[0] != '#')
            .Select(Parse)
            .OrderBy(static s => s.Since)
            .ToLookup(static s => s.Name, StringComparer.Ordinal);
    }

    private static OperatorSignature Parse(string line)
    {
        var parts = line.Split(' ');
        return new OperatorSignature(
            parts[0],
            Count(parts[1].TrimEnd('-')),
            parts[1].EndsWith('-'),
            Count(parts[2]),
            Count(parts[3]),
            Count(parts[4]),
            Count(parts[5]),
            parts.Skip(6)
                .Select(static a => a.Split(':'))
                .ToDictionary(static a => a[0].TrimEnd('!'), static a => (Type(a[1]), a[0].EndsWith('!'))));
    }

    private static int Count(string text) => text == "*" ? int.MaxValue : int.Parse(text, CultureInfo.InvariantCulture);

    private static AttributeType Type(string code) => code switch
    {
        "f" => AttributeType.Float,
        "i" => AttributeType.Int,
        "s" => AttributeType.String,
        "t" => AttributeType.Tensor,
        "g" => AttributeType.Graph,
        "fs" => AttributeType.Floats,
        "is" => AttributeType.Ints,
        "ss" => AttributeType.Strings,
        "ts" => AttributeType.Tensors,
        "gs" => AttributeType.Graphs,
        "sp" => AttributeType.SparseTensor,
        "tp" => AttributeType.TypeProto,
        _ => throw new FormatException($"operators.txt has an attribute type '{code}' that is none."),
    };
}

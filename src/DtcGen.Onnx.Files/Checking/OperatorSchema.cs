namespace DtcGen.Onnx;

/// <summary>What an operator takes and gives from one operator set on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Since">The operator set from which this holds.</param>
/// <param name="Status">What is known of it.</param>
/// <param name="Inputs">The inputs in order; one that is variadic comes last.</param>
/// <param name="Outputs">The outputs in order; one that is variadic comes last.</param>
/// <param name="Attributes">The attributes by name.</param>
/// <param name="Types">The types that each type variable may stand for.</param>
internal sealed record OperatorSchema(
    string Name,
    int Since,
    OperatorStatus Status,
    IReadOnlyList<OperatorValue> Inputs,
    IReadOnlyList<OperatorValue> Outputs,
    IReadOnlyDictionary<string, OperatorAttribute> Attributes,
    IReadOnlyDictionary<string, IReadOnlySet<string>> Types)
{
    /// <summary>The formal input or output at a place among those given, or null when there is none.</summary>
    public static OperatorValue? At(IReadOnlyList<OperatorValue> values, int place)
        => place < values.Count ? values[place] : values.Count > 0 && values[^1].IsVariadic ? values[^1] : null;

    /// <summary>How many must be given.</summary>
    public static int Fewest(IReadOnlyList<OperatorValue> values)
    {
        var fewest = 0;
        for (var i = 0; i < values.Count; i++)
        {
            fewest = values[i].IsVariadic ? i + values[i].Fewest
                : values[i].Kind == OperatorValueKind.Required ? i + 1
                : fewest;
        }

        return fewest;
    }

    /// <summary>How many may be given.</summary>
    public static int Most(IReadOnlyList<OperatorValue> values)
        => values.Count > 0 && values[^1].IsVariadic ? int.MaxValue : values.Count;
}

namespace DtcGen.Onnx;

/// <summary>A formal input or output of an operator.</summary>
/// <param name="Name">Its name in the operator's description.</param>
/// <param name="Type">A type variable of the operator, or a type such as <c>int64</c> or <c>seq(float)</c>.</param>
/// <param name="Kind">How often it is given.</param>
/// <param name="Fewest">How many a variadic one has at least.</param>
internal sealed record OperatorValue(string Name, string Type, OperatorValueKind Kind, int Fewest)
{
    /// <summary>Whether it stands for all inputs or outputs from its place on.</summary>
    public bool IsVariadic => Kind is OperatorValueKind.Variadic or OperatorValueKind.VariadicOfAnyTypes;
}

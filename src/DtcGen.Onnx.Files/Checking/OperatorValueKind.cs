namespace DtcGen.Onnx;

/// <summary>How often a formal input or output is given.</summary>
internal enum OperatorValueKind
{
    /// <summary>Once.</summary>
    Required,

    /// <summary>Once or not at all.</summary>
    Optional,

    /// <summary>Any number of times, all of one type.</summary>
    Variadic,

    /// <summary>Any number of times, each of a type of its own.</summary>
    VariadicOfAnyTypes,
}

namespace DtcGen.Onnx;

// Element-wise mathematics on one value.
public sealed partial class OnnxGraph
{
    /// <summary>x, limited to the range; a limit of null is none.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    /// <param name="min">The lower limit.</param>
    /// <param name="max">The upper limit.</param>
    public OnnxValue Clamp(string name, OnnxValue input, double? min = null, double? max = null)
        => Node(
            "Clip",
            name,
            [
                input, min is double low ? Constant(name, low, input.ElementType) : null,
                max is double high ? Constant(name, high, input.ElementType) : null
            ],
            input.ElementType,
            input.Shape);

    /// <summary>The absolute value.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Abs(string name, OnnxValue input) => Like("Abs", name, input);

    /// <summary>The negative.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Neg(string name, OnnxValue input) => Like("Neg", name, input);

    /// <summary>e to the power of x.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Exp(string name, OnnxValue input) => Like("Exp", name, input);

    /// <summary>The natural logarithm.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Log(string name, OnnxValue input) => Like("Log", name, input);

    /// <summary>The square root.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Sqrt(string name, OnnxValue input) => Like("Sqrt", name, input);

    /// <summary>One over the square root.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Rsqrt(string name, OnnxValue input) => Reciprocal(name, Sqrt($"{name}/Sqrt", input));

    /// <summary>One over x.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Reciprocal(string name, OnnxValue input) => Like("Reciprocal", name, input);

    /// <summary>x times x.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    public OnnxValue Square(string name, OnnxValue input) => Mul(name, input, input);

    /// <summary>x to a power.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    /// <param name="exponent">The power.</param>
    public OnnxValue Pow(string name, OnnxValue input, double exponent) => BinaryWithNumber("Pow", name, input, exponent);

    /// <summary>x to the power of y.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">x.</param>
    /// <param name="exponent">y; shapes broadcast.</param>
    public OnnxValue Pow(string name, OnnxValue input, OnnxValue exponent) => Binary("Pow", name, input, exponent);

    /// <summary>The larger of two, entry by entry.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">One.</param>
    /// <param name="other">The other; shapes broadcast.</param>
    public OnnxValue Maximum(string name, OnnxValue input, OnnxValue other) => Binary("Max", name, input, other);

    /// <summary>The smaller of two, entry by entry.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">One.</param>
    /// <param name="other">The other; shapes broadcast.</param>
    public OnnxValue Minimum(string name, OnnxValue input, OnnxValue other) => Binary("Min", name, input, other);
}

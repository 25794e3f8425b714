using System.Globalization;

namespace DtcGen.Onnx;

/// <summary>A dimension: a number, or a name for a number known only at run time (such as the batch).</summary>
/// <param name="Value">The number, or null when it is symbolic.</param>
/// <param name="Symbol">The symbol's name, or null when it is a number.</param>
/// <remarks>
/// Arithmetic on two numbers gives a number. On symbols it gives the symbol that spells the expression, so that
/// <c>x.shape[0] * 2</c> in a model can be carried into the graph.
/// </remarks>
public readonly record struct OnnxDimension(long? Value, string? Symbol)
{
    /// <summary>Whether the size is known when exporting.</summary>
    public bool IsStatic => Value is not null;

    /// <summary>A fixed dimension.</summary>
    /// <param name="value">Its size.</param>
    public static implicit operator OnnxDimension(long value) => new(value, null);

    /// <summary>A dimension known only at run time.</summary>
    /// <param name="symbol">Its name in the graph.</param>
    public static implicit operator OnnxDimension(string symbol) => new(null, symbol);

    /// <summary>The product.</summary>
    /// <param name="left">One factor.</param>
    /// <param name="right">The other.</param>
    public static OnnxDimension operator *(OnnxDimension left, OnnxDimension right)
        => left.Value == 1 ? right : right.Value == 1 ? left : Combine(left, right, "*", static (a, b) => a * b);

    /// <summary>The quotient, rounded towards zero as C# does.</summary>
    /// <param name="left">What is divided.</param>
    /// <param name="right">What it is divided by.</param>
    public static OnnxDimension operator /(OnnxDimension left, OnnxDimension right)
        => right.Value == 1 ? left : Combine(left, right, "/", static (a, b) => a / b);

    /// <summary>The sum.</summary>
    /// <param name="left">One term.</param>
    /// <param name="right">The other.</param>
    public static OnnxDimension operator +(OnnxDimension left, OnnxDimension right)
        => left.Value == 0 ? right : right.Value == 0 ? left : Combine(left, right, "+", static (a, b) => a + b);

    /// <summary>The difference.</summary>
    /// <param name="left">What is subtracted from.</param>
    /// <param name="right">What is subtracted.</param>
    public static OnnxDimension operator -(OnnxDimension left, OnnxDimension right)
        => right.Value == 0 ? left : Combine(left, right, "-", static (a, b) => a - b);

    /// <summary>The number or the symbol.</summary>
    public override string ToString() => Value?.ToString(CultureInfo.InvariantCulture) ?? Symbol ?? "?";

    private static OnnxDimension Combine(OnnxDimension left, OnnxDimension right, string sign, Func<long, long, long> compute)
        => left.Value is long a && right.Value is long b ? compute(a, b) : new OnnxDimension(null, $"({left}{sign}{right})");
}

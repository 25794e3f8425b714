using System.Globalization;

namespace DtcGen.Onnx;

/// <summary>A dimension: a number, or a size known only at run time (such as the batch) or computed from such sizes.</summary>
/// <param name="Value">The number, or null when it is open.</param>
/// <param name="Symbol">
/// An open size's name, or an expression of such names: <c>batch</c>, <c>2n + 1</c>, <c>height*width</c>,
/// <c>floor((h + 1)/2)</c>. Null when it is a number.
/// </param>
/// <remarks>
/// Arithmetic on two numbers gives a number. On open sizes it gives a sum of products in one normal form, so that two
/// dimensions are equal when their expressions are: <c>n + n</c> is <c>2n</c>. What would become too long, or does not fit
/// 64 bits, is a size that nothing is known of, equal to itself alone.
/// </remarks>
public readonly record struct OnnxDimension(long? Value, string? Symbol)
{
    private readonly DimensionForm? _form = Symbol is null ? null : DimensionText.Read(Symbol);

    internal OnnxDimension(DimensionForm form)
        : this(form.Number, null) => _form = form.Number is null ? form : null;

    /// <summary>An open size's name or expression; null when it is a number.</summary>
    public string? Symbol
    {
        get => _form?.ToString();
        init => _form = value is null ? null : DimensionText.Read(value);
    }

    /// <summary>Whether the size is known when exporting.</summary>
    public bool IsStatic => Value is not null;

    /// <summary>The names of the open sizes that it is computed from; none for a number.</summary>
    public IReadOnlyList<string> Names
        => _form is null ? [] : [.. _form.Names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether a part of it is a size that has no name in the file.</summary>
    internal bool IsMadeUp => Value is null && _form?.HasMadeUp != false;

    /// <summary>Whether it is a size that arithmetic gave up.</summary>
    internal bool IsGivenUp => _form?.IsNameless == true;

    /// <summary>The lowest that it can be for any open sizes, all of which are 0 at least; null where that is not clear.</summary>
    internal long? Least => Value ?? _form?.Least;

    private DimensionForm Form => _form ?? (Value is long number ? DimensionForm.Of(number) : DimensionForm.Nameless());

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
        => left.Value is long a && right.Value is long b ? Of((Int128)a * b) : Of(DimensionForm.Multiply(left.Form, right.Form));

    /// <summary>The quotient, rounded towards zero as C# does.</summary>
    /// <param name="left">What is divided.</param>
    /// <param name="right">What it is divided by.</param>
    /// <exception cref="DivideByZeroException">It is the number 0.</exception>
    public static OnnxDimension operator /(OnnxDimension left, OnnxDimension right)
        => Of(DimensionForm.Divide(left.Form, right.Form, towardsZero: true));

    /// <summary>The sum.</summary>
    /// <param name="left">One term.</param>
    /// <param name="right">The other.</param>
    public static OnnxDimension operator +(OnnxDimension left, OnnxDimension right)
        => left.Value is long a && right.Value is long b ? Of((Int128)a + b) : Of(DimensionForm.Add(left.Form, right.Form));

    /// <summary>The difference.</summary>
    /// <param name="left">What is subtracted from.</param>
    /// <param name="right">What is subtracted.</param>
    public static OnnxDimension operator -(OnnxDimension left, OnnxDimension right)
        => left.Value is long a && right.Value is long b ? Of((Int128)a - b)
            : Of(DimensionForm.Multiply(right.Form, DimensionForm.Of(-1)) is { } negative ? DimensionForm.Add(left.Form, negative) : null);

    /// <summary>The size, given those of the names in it.</summary>
    /// <param name="sizes">Sizes by name.</param>
    /// <returns>Null when a name is missing, a divisor is 0, or it does not fit 64 bits.</returns>
    public long? Evaluate(IReadOnlyDictionary<string, long> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        return Value ?? With(sizes).Value;
    }

    /// <summary>The number, or the name or expression.</summary>
    public override string ToString() => Value?.ToString(CultureInfo.InvariantCulture) ?? Symbol ?? "?";

    /// <summary>A size that the file has no name for.</summary>
    internal static OnnxDimension MadeUp(string text) => new(DimensionForm.MadeUp(text));

    /// <summary>The quotient rounded down.</summary>
    internal OnnxDimension FloorDivide(OnnxDimension divisor) => Of(DimensionForm.Divide(Form, divisor.Form, towardsZero: false));

    /// <summary>The same with the sizes of some names put in.</summary>
    internal OnnxDimension With(IReadOnlyDictionary<string, long> sizes)
        => _form is null || Value is not null ? this
            : sizes.TryGetValue(Symbol!, out var size) ? size
            : Of(_form.With(sizes));

    private static OnnxDimension Of(Int128 number) => DimensionForm.Fit(number) is long value ? value : Of(null);

    private static OnnxDimension Of(DimensionForm? form) => new(form ?? DimensionForm.Nameless());
}
